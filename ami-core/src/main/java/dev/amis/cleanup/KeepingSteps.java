package dev.amis.cleanup;

import dev.amis.model.ImageId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a chain that say which images stay: those that one of the rules keeps.
 *
 * @param <C> the chain
 */
public sealed interface KeepingSteps<C> permits Cleanup {

    /**
     * Keeps images by a rule, as a rule one that is put together, for example {@code
     * KeepRule.newerThan(Duration.ofDays(30)).and(KeepRule.tagged("Environment", "production"))}.
     *
     * @param rule the rule
     * @return the chain with the rule
     * @throws IllegalArgumentException if the rule keeps all images that the policy is about
     */
    C keeping(KeepRule rule);

    /**
     * Keeps images that are named one by one.
     *
     * @param image the id of an image
     * @param more further ids
     * @return the chain with the rule
     */
    default C keeping(ImageId image, ImageId... more) {
        return keeping(Stream.concat(Stream.of(image), Stream.of(more)).toList());
    }

    /**
     * Keeps images that are named one by one.
     *
     * @param images their ids
     * @return the chain with the rule
     * @throws IllegalArgumentException if there are none
     */
    default C keeping(Collection<ImageId> images) {
        return keeping(KeepRule.images(images));
    }

    /**
     * Keeps in each family the image to roll back to: the newest available one that is older than the newest one in use, or
     * than the newest available one if none is in use. It is asked then who refers to images, as by {@link
     * Cleanup#protectingInUse()}, also where they are only deprecated. Who refers to what is that of when the plan is made.
     *
     * @return the chain with the rule
     */
    default C keepingPrevious() {
        return keeping(new KeepRule.Previous());
    }

    /**
     * Keeps images until the date in a tag of theirs, which whoever needs an image longer can set. What is no date keeps the
     * image for good.
     *
     * @param key the key, case-sensitive; its value is a date such as {@code 2026-01-31}, up to the end of that day in UTC, or
     *     an instant such as {@code 2026-01-31T18:00:00Z}
     * @return the chain with the rule
     * @throws IllegalArgumentException if the key is blank
     */
    default C keepingUntil(String key) {
        return keeping(new KeepRule.Until(key));
    }

    /**
     * Keeps the newest images of each family, by creation date, then name, then id. Only available ones count.
     *
     * @param count how many, at least 1
     * @return the chain with the rule
     * @throws IllegalArgumentException if the count is below 1
     */
    default C keepingLatest(int count) {
        return keeping(new KeepRule.Latest(count));
    }

    /**
     * Keeps images up to an age.
     *
     * @param age counted from the creation date to the time of the plan
     * @return the chain with the rule
     * @throws IllegalArgumentException if the age is not positive, or above a hundred years
     */
    default C keepingNewerThan(Duration age) {
        return keeping(new KeepRule.NewerThan(age));
    }

    /**
     * Keeps images that have a tag, whatever its value.
     *
     * @param key the key, case-sensitive
     * @return the chain with the rule
     * @throws IllegalArgumentException if the key is blank
     */
    default C keepingTagged(String key) {
        return keeping(new KeepRule.Tagged(key, Optional.empty()));
    }

    /**
     * Keeps images that have a tag with a value.
     *
     * @param key the key, case-sensitive
     * @param value the value, case-sensitive
     * @return the chain with the rule
     * @throws IllegalArgumentException if the key is blank
     */
    default C keepingTagged(String key, String value) {
        return keeping(new KeepRule.Tagged(key, Optional.of(value)));
    }

    /**
     * Keeps images that were launched lately, as EC2 counts: since April 2017 and up to 24 hours late.
     *
     * @param age how long ago at most; an image that was never launched is not kept by this
     * @return the chain with the rule
     * @throws IllegalArgumentException if the age is not positive, or above a hundred years
     */
    default C keepingLaunchedWithin(Duration age) {
        return keeping(new KeepRule.LaunchedWithin(age));
    }

    /**
     * Keeps images that others may launch. Who uses them there cannot be seen from here. Takes a call of {@code
     * DescribeImageAttribute} for each image that nothing else keeps.
     *
     * @return the chain with the rule
     */
    default C keepingShared() {
        return keeping(new KeepRule.Shared());
    }
}
