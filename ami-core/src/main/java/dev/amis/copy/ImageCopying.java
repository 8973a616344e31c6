package dev.amis.copy;

import dev.amis.internal.Session;
import dev.amis.model.ImageName;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.time.Pending;
import dev.amis.verify.Verification;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request to copy an image to Regions. Each step makes a new one; nothing happens before {@link #start()}. */
public final class ImageCopying {

    private final Session session;
    private final CopyImagesRequest request;
    private final CopyDemands demands;

    ImageCopying(Session session, CopyImagesRequest request) {
        this(session, request, CopyDemands.NONE);
    }

    private ImageCopying(Session session, CopyImagesRequest request, CopyDemands demands) {
        this.session = session;
        this.request = request;
        this.demands = demands;
    }

    /**
     * Encrypts the copies with each Region's default key for EBS. Unless that was changed, it is one that AWS manages, and
     * then the copies can never be shared.
     *
     * @return the changed request
     */
    public ImageCopying encrypted() {
        return with(request.withEncrypted(true));
    }

    /**
     * Encrypts the copies with a key, except in Regions that have one of their own.
     *
     * @param key an alias that each Region has, or a key of the one Region
     * @return the changed request
     */
    public ImageCopying encryptedWith(KmsKeyId key) {
        return with(request.withEncrypted(true).withKmsKeyId(key));
    }

    /**
     * Encrypts the copy in one Region with a key of that Region. If it is the first step about keys, copies in Regions
     * without a key are encrypted with their default key.
     *
     * @param region one of the destinations
     * @param key the key
     * @return the changed request
     * @throws IllegalArgumentException if the Region is no destination, or the key is another Region's
     */
    public ImageCopying encryptedWith(Region region, KmsKeyId key) {
        Map<Region, KmsKeyId> keys = new LinkedHashMap<>(request.kmsKeyIds());
        keys.put(region, key);
        return with(request.withEncrypted(true).withKmsKeyIds(keys));
    }

    /**
     * Gives the copies the calling account's own tags of the image. EC2 does not copy tags of others, nor those of AWS.
     *
     * @return the changed request
     */
    public ImageCopying keepingTags() {
        return with(request.withCopyImageTags(true));
    }

    /**
     * Tags the copies and each of their snapshots.
     *
     * @param key the key
     * @param value the value
     * @return the changed request
     * @throws IllegalArgumentException if the tag breaks EC2's rules
     */
    public ImageCopying tag(String key, String value) {
        return tags(Tags.of(key, value));
    }

    /**
     * Tags the copies and each of their snapshots.
     *
     * @param tags the tags
     * @return the changed request
     * @throws IllegalArgumentException if a tag breaks EC2's rules, or there would be more than 50
     */
    public ImageCopying tags(Tags tags) {
        return imageTags(tags).snapshotTags(tags);
    }

    /**
     * Tags the copies only.
     *
     * @param tags the tags
     * @return the changed request
     * @throws IllegalArgumentException if a tag breaks EC2's rules, or there would be more than 50
     */
    public ImageCopying imageTags(Tags tags) {
        return with(request.withImageTags(request.imageTags().with(tags)));
    }

    /**
     * Tags the copies' snapshots only.
     *
     * @param tags the tags
     * @return the changed request
     * @throws IllegalArgumentException if a tag breaks EC2's rules, or there would be more than 50
     */
    public ImageCopying snapshotTags(Tags tags) {
        return with(request.withSnapshotTags(request.snapshotTags().with(tags)));
    }

    /**
     * Names the copies; by default they are named as the image.
     *
     * @param name the name
     * @return the changed request
     * @throws IllegalArgumentException if EC2 would refuse the name
     */
    public ImageCopying named(String name) {
        return named(ImageName.of(name));
    }

    /**
     * Names the copies; by default they are named as the image.
     *
     * @param name the name
     * @return the changed request
     */
    public ImageCopying named(ImageName name) {
        return with(request.withName(name));
    }

    /**
     * Describes the copies; by default they have no description.
     *
     * @param text up to 255 characters
     * @return the changed request
     * @throws IllegalArgumentException if the text is too long
     */
    public ImageCopying description(String text) {
        return with(request.withDescription(text));
    }

    /**
     * Pays for copying each snapshot within a time.
     *
     * @param minutes 15 to 2,880 in steps of 15
     * @return the changed request
     * @throws IllegalArgumentException if the number is another
     */
    public ImageCopying withinMinutes(int minutes) {
        return with(request.withSnapshotCopyCompletionDurationMinutes(minutes));
    }

    /**
     * Makes it another request for EC2, which otherwise answers a copy that the same request made before, even if that was
     * deregistered a while ago.
     *
     * @param number 2 or another number that was not used before
     * @return the changed request
     * @throws IllegalArgumentException if the number is below 1
     */
    public ImageCopying attempt(int number) {
        return with(request.withAttempt(number));
    }

    /**
     * Insists that the image passed a test; it is looked at before any call.
     *
     * @param verification the result of a test of the image, in its own Region
     * @return the changed request
     */
    public ImageCopying demanding(Verification verification) {
        return new ImageCopying(session, request, demands.with(verification));
    }

    /**
     * Insists that the image passed the test gate of a bake, as its tag {@code amis:verified} says. Tags show to the owner of
     * an image only, and one that was copied from another image does not count.
     *
     * @return the changed request
     */
    public ImageCopying requiringVerification() {
        return new ImageCopying(session, request, demands.withTag());
    }

    /**
     * What is asked for, as a value that can be printed, compared and kept.
     *
     * @return the request
     * @throws IllegalArgumentException if it can be told to be impossible
     */
    public CopyImagesRequest toRequest() {
        request.checkComplete();
        return request;
    }

    /**
     * Says in words what {@link #start()} would do; no call is made, and values of tags are left out.
     *
     * @return a sentence
     */
    public String describe() {
        StringBuilder text = new StringBuilder("copy ")
                .append(request.sourceImageId())
                .append(" of ")
                .append(request.sourceRegion())
                .append(" to ")
                .append(request.destinations())
                .append(request.name().map(name -> " as " + name).orElse(" under its name"));
        if (request.encrypted()) {
            text.append(", encrypted with ")
                    .append(request.kmsKeyId().map(KmsKeyId::value).orElse("the default key"));
            request.kmsKeyIds()
                    .forEach((region, key) ->
                            text.append(", in ").append(region).append(" with ").append(key));
        }
        return text.append(request.copyImageTags() ? "; its tags and " : "; ")
                .append("image tags ")
                .append(request.imageTags())
                .append(", snapshot tags ")
                .append(request.snapshotTags())
                .toString();
    }

    /**
     * Starts a copy in every Region. One that cannot be started does not hinder the others: it is in the report.
     *
     * <p>Safe to call again, also in another process after a crash: a copy of this image under this name that is there
     * already is awaited instead of making another, if it is encrypted as asked for; and EC2 knows a repeated request by
     * its client token, which depends on the request and the destination only.
     *
     * <p><b>Calls</b> in each destination {@code DescribeImages} for the name, {@code CopyImage}, {@code DescribeImages} for
     * the copy; {@code DescribeImages} for the image itself, unless all copies are there; {@code DescribeSnapshots} for a
     * copy that is there and must have a certain key.
     *
     * <p><b>Changes</b> in each destination a new image with snapshots of its own; launch permissions, deprecation and
     * protection are not copied.
     *
     * <p><b>Undo</b> deregister the copies with their snapshots; while they are pending, that cancels them.
     *
     * @return the handle on all copies; waiting for it ends when each is available or has failed
     * @throws IllegalArgumentException if the request can be told to be impossible; no call is made then
     * @throws dev.amis.error.NotFoundException if there is no such image, and no copy of it is there
     * @throws dev.amis.error.ConflictException if the image is in a state in which it cannot be copied, and no copy is
     *     there; or if it is not verified though that is demanded
     * @throws dev.amis.error.ImageFailedException if the verification that is demanded was not passed
     * @throws dev.amis.error.AmiException if the image could not be read, and no copy is there
     */
    public Pending<CopyReport> start() {
        CopyImagesRequest complete = toRequest();
        demands.check(session, complete);
        return new CopyRun(session, complete).start();
    }

    @Override
    public String toString() {
        return describe();
    }

    private ImageCopying with(CopyImagesRequest changed) {
        return new ImageCopying(session, changed, demands);
    }
}
