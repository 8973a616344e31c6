package dev.amis.cleanup;

import dev.amis.model.ImageId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that makes an image stay. Of the rules of a policy one suffices; {@link #and} makes a rule that keeps only what
 * both parts keep, for example {@code KeepRule.newerThan(Duration.ofDays(30)).and(KeepRule.tagged("Environment"))}.
 *
 * <p>A plan relies on what its rules looked at. Tags and launches of an image are read again right before it is retired, for
 * every part of a combination; so are launch permissions, if they were asked for. Its place in its family is that of when
 * the plan was made.
 */
public sealed interface KeepRule {

    /**
     * The images that the rule keeps, in words, without tag values.
     *
     * @return for example {@code the latest 5}
     */
    String describe();

    /**
     * Keeps what this rule and another one keep both.
     *
     * @param other the other rule
     * @return the rule that asks for both
     */
    default KeepRule and(KeepRule other) {
        return new AllOf(RuleTexts.joined(this instanceof AllOf all ? all.rules() : List.of(this), other));
    }

    /**
     * Keeps what this rule keeps, and what another one keeps.
     *
     * @param other the other rule
     * @return the rule that asks for one of them
     */
    default KeepRule or(KeepRule other) {
        return new AnyOf(RuleTexts.joined(this instanceof AnyOf any ? any.rules() : List.of(this), other));
    }

    /**
     * The newest images of each family.
     *
     * @param count how many
     * @return the rule
     * @throws IllegalArgumentException if the count is below 1
     */
    static KeepRule latest(int count) {
        return new Latest(count);
    }

    /**
     * The image of each family to roll back to.
     *
     * @return the rule
     */
    static KeepRule previous() {
        return new Previous();
    }

    /**
     * Images that were made lately.
     *
     * @param age up to which age
     * @return the rule
     * @throws IllegalArgumentException if the age is not positive, or above a hundred years
     */
    static KeepRule newerThan(Duration age) {
        return new NewerThan(age);
    }

    /**
     * Images that have a tag, whatever its value.
     *
     * @param key its key
     * @return the rule
     * @throws IllegalArgumentException if the key is blank
     */
    static KeepRule tagged(String key) {
        return new Tagged(key, Optional.empty());
    }

    /**
     * Images that have a tag with a value.
     *
     * @param key its key
     * @param value its value
     * @return the rule
     * @throws IllegalArgumentException if the key is blank
     */
    static KeepRule tagged(String key, String value) {
        return new Tagged(key, Optional.of(value));
    }

    /**
     * Images of which a tag holds the date until which they are needed.
     *
     * @param key its key
     * @return the rule
     * @throws IllegalArgumentException if the key is blank
     */
    static KeepRule until(String key) {
        return new Until(key);
    }

    /**
     * Images that were launched lately.
     *
     * @param age how long ago at most
     * @return the rule
     * @throws IllegalArgumentException if the age is not positive, or above a hundred years
     */
    static KeepRule launchedWithin(Duration age) {
        return new LaunchedWithin(age);
    }

    /**
     * Images that others may launch.
     *
     * @return the rule
     */
    static KeepRule shared() {
        return new Shared();
    }

    /**
     * Images that are named one by one.
     *
     * @param images their ids
     * @return the rule
     * @throws IllegalArgumentException if there are none
     */
    static KeepRule images(Collection<ImageId> images) {
        return new Images(new LinkedHashSet<>(images));
    }

    /**
     * Keeps the newest images of each family; only available ones count.
     *
     * @param count how many, at least 1
     */
    record Latest(int count) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the count is below 1
         */
        public Latest {
            if (count < 1) {
                throw new IllegalArgumentException("number of latest images to keep is " + count
                        + ", but must be at least 1: a family is never emptied");
            }
        }

        @Override
        public String describe() {
            return "the latest " + count;
        }
    }

    /**
     * Keeps images that were made lately.
     *
     * @param age up to which age
     */
    record NewerThan(Duration age) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the age is not positive, or above a hundred years
         */
        public NewerThan {
            Arguments.span("age of images to keep", age);
        }

        @Override
        public String describe() {
            return "newer than " + Durations.text(age);
        }
    }

    /**
     * Keeps images that have a tag.
     *
     * @param key its key
     * @param value its value, nothing for any
     */
    record Tagged(String key, Optional<String> value) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the key is blank
         */
        public Tagged {
            Arguments.tagKey(key);
        }

        @Override
        public String describe() {
            return "tagged " + key + (value.isPresent() ? " with a certain value" : "");
        }
    }

    /**
     * Keeps images that were launched lately. EC2 tells of a launch up to 24 hours late.
     *
     * @param age how long ago at most
     */
    record LaunchedWithin(Duration age) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the age is not positive, or above a hundred years
         */
        public LaunchedWithin {
            Arguments.span("age of launches that keep images", age);
        }

        @Override
        public String describe() {
            return "launched within " + Durations.text(age);
        }
    }

    /** Keeps images that others may launch: accounts, organizations, everybody. */
    record Shared() implements KeepRule {

        @Override
        public String describe() {
            return "shared with others";
        }
    }

    /**
     * Keeps in each family the image to roll back to: the newest available one that is older than the newest one in use, or
     * than the newest available one if none is in use.
     */
    record Previous() implements KeepRule {

        @Override
        public String describe() {
            return "the previous one";
        }
    }

    /**
     * Keeps images until the date that a tag of theirs holds, and for good if it holds something else.
     *
     * @param key its key; its value is a date such as {@code 2026-01-31}, up to the end of that day in UTC, or an instant such
     *     as {@code 2026-01-31T18:00:00Z}
     */
    record Until(String key) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the key is blank
         */
        public Until {
            Arguments.tagKey(key);
        }

        @Override
        public String describe() {
            return "until the date in tag " + key;
        }
    }

    /**
     * Keeps images that are named one by one, wherever they are.
     *
     * @param images their ids, at least one
     */
    record Images(Set<ImageId> images) implements KeepRule {

        /**
         * Makes the rule of a copy of the ids.
         *
         * @throws IllegalArgumentException if there are none
         */
        public Images {
            if (images.isEmpty()) {
                throw new IllegalArgumentException("list of images to keep is empty, but must name at least one");
            }
            images = Set.copyOf(images);
        }

        @Override
        public String describe() {
            return images.size() == 1 ? images.iterator().next().value() : images.size() + " images by their ids";
        }
    }

    /**
     * Keeps what several rules keep all.
     *
     * @param rules the rules, at least two
     */
    record AllOf(List<KeepRule> rules) implements KeepRule {

        /**
         * Makes the rule of a copy of the rules.
         *
         * @throws IllegalArgumentException if there are fewer than two
         */
        public AllOf {
            Arguments.range("number of rules that are joined by and", rules.size(), 2, Integer.MAX_VALUE);
            rules = List.copyOf(rules);
        }

        @Override
        public String describe() {
            return rules.stream().map(RuleTexts::inParentheses).collect(Collectors.joining(" and "));
        }
    }

    /**
     * Keeps what one of several rules keeps.
     *
     * @param rules the rules, at least two
     */
    record AnyOf(List<KeepRule> rules) implements KeepRule {

        /**
         * Makes the rule of a copy of the rules.
         *
         * @throws IllegalArgumentException if there are fewer than two
         */
        public AnyOf {
            Arguments.range("number of rules that are joined by or", rules.size(), 2, Integer.MAX_VALUE);
            rules = List.copyOf(rules);
        }

        @Override
        public String describe() {
            return rules.stream().map(RuleTexts::inParentheses).collect(Collectors.joining(" or "));
        }
    }
}
