package dev.amis.verify;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** How an image stood its test: what each test instance did, checked and printed. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Verification implements WithVerification {

    /**
     * The key of the tag that says by which verification an image was tested, set by bakes on images that passed. Tags get copied
     * with images, so that the tag says whose it is: {@link #isTaggedOn(Image)} tells whether it is about the image that has it.
     */
    public static final String TAG = "amis:verified";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    Verification() {}

    /**
     * The id by which the test instances were tagged.
     *
     * @return 32 hexadecimal digits
     */
    public abstract String id();

    /**
     * The image.
     *
     * @return its id
     */
    public abstract ImageId imageId();

    /**
     * Where it was tested.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * When the test began.
     *
     * @return the instant
     */
    public abstract Instant startedAt();

    /**
     * When it was over, the order to end the instances included.
     *
     * @return the instant
     */
    public abstract Instant finishedAt();

    /**
     * The test instances.
     *
     * @return one for each type in each subnet
     */
    public abstract List<TestedInstance> instances();

    /**
     * Instances of the same test that none of {@link #instances()} tells of and that could not be ended: the answer to a launch
     * was lost, or another process launched them.
     *
     * @return their ids, which {@link #leftBehind()} names too
     */
    public abstract List<InstanceId> othersLeft();

    /**
     * Tells whether the image stood the test.
     *
     * @return whether it passed on every instance
     */
    public boolean passed() {
        return !instances().isEmpty() && instances().stream().allMatch(TestedInstance::passed);
    }

    /**
     * The instances that EC2 did not take the order to end; {@code Amis.sweepVerifications()} does it later.
     *
     * @return their ids
     */
    public List<InstanceId> leftBehind() {
        Stream<InstanceId> known = instances().stream()
                .filter(instance -> !instance.terminated())
                .flatMap(instance -> instance.instanceId().stream());
        return Stream.concat(known, othersLeft().stream()).toList();
    }

    /**
     * Insists that the image stood the test.
     *
     * @return this
     * @throws ImageFailedException if it did not
     */
    public Verification orThrow() {
        if (passed()) {
            return this;
        }
        List<TestedInstance> failed =
                instances().stream().filter(one -> !one.passed()).toList();
        String first = failed.isEmpty() ? "there was no test instance" : VerificationText.why(failed.get(0));
        throw new ImageFailedException(Failure.of(
                        "verify",
                        failed.size() + " of " + instances().size() + " test instances did not pass: " + first)
                .resource(imageId().value())
                .region(region())
                .advice("describe() shows all of them, and console() what they printed")
                .build());
    }

    /**
     * The tag that says of the image that it was tested by this.
     *
     * @return the tag, whose value is the id, the Region and the image
     * @throws ImageFailedException if the image did not pass
     */
    public Tags tag() {
        orThrow();
        return tag(id(), region(), imageId());
    }

    /**
     * Tells whether an image carries the tag of a test that it passed itself. A tag that was copied from another image does not
     * count.
     *
     * @param image the image
     * @return whether it does
     */
    public static boolean isTaggedOn(Image image) {
        return image.tags()
                .get(TAG)
                .map(value -> value.split(" ", 2)[0])
                .filter(id -> ID.matcher(id).matches() && isTaggedOn(image, id))
                .isPresent();
    }

    /**
     * As {@link #isTaggedOn(Image)}, of one test.
     *
     * @param image the image
     * @param id the {@link #id()} of the test
     * @return whether the image carries the tag of that test
     */
    public static boolean isTaggedOn(Image image, String id) {
        return image.tags()
                .get(TAG)
                .equals(tag(id, image.region(), image.imageId()).get(TAG));
    }

    static Tags tag(String id, Region region, ImageId imageId) {
        return Tags.of(TAG, id + " " + region + " " + imageId);
    }

    /**
     * Finds the verification that is about an image, and insists that the image passed.
     *
     * @param task what the result is demanded for, for messages
     * @param results the results that there are
     * @param imageId the image
     * @param region its Region
     * @return the verification that is about it
     * @throws ConflictException if none is about this image
     * @throws ImageFailedException if it did not pass
     */
    public static Verification demanded(String task, Collection<Verification> results, ImageId imageId, Region region) {
        Verification result = results.stream()
                .filter(one -> one.imageId().equals(imageId) && one.region().equals(region))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new ConflictException(Failure.of(
                                task,
                                "a verification is demanded, and what there is is about "
                                        + results.stream()
                                                .map(one -> one.imageId() + " in " + one.region())
                                                .toList())
                        .resource(imageId.value())
                        .region(region)
                        .advice("Verify this image, and demand that result")
                        .build()));
        return result.orThrow();
    }

    /**
     * The verification as a table for people: each instance begins a line.
     *
     * @return the lines, each with a line break
     */
    public String describe() {
        return VerificationText.of(this);
    }

    /**
     * The verification as JSON, with what the instances printed.
     *
     * @return the document
     */
    public String toJson() {
        return VerificationJson.DOCUMENT.toText(this);
    }

    /**
     * Reads a verification that {@link #toJson()} wrote.
     *
     * @param json the document
     * @return the verification
     * @throws IllegalArgumentException if it is no such document, or was changed
     */
    public static Verification fromJson(String json) {
        return VerificationJson.DOCUMENT.ofText(json);
    }

    /** The image and how it came out as one line for people. */
    @Override
    public String toString() {
        return imageId() + " in " + region() + " " + (passed() ? "passed" : "failed") + " on "
                + instances().size() + " test instances";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Verification} values; each attribute can be set once. */
    public static final class Builder extends ImmutableVerification.Builder {
        Builder() {}
    }
}
