package dev.amis.create;

import dev.amis.internal.NameClaim;
import dev.amis.internal.OwnResources;
import dev.amis.internal.PendingImages;
import dev.amis.internal.RequestDigest;
import dev.amis.internal.RequestTag;
import dev.amis.internal.Session;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.Filter;
import dev.amis.time.Pending;
import java.util.Optional;

/** A request to make an image from an instance. Each step makes a new one; nothing happens before {@link #start()}. */
public final class ImageCreation {

    private static final String OPERATION = "CreateImage";

    private final Session session;
    private final CreateImageRequest request;
    private final Tags marks;

    ImageCreation(Session session, CreateImageRequest request) {
        this(session, request, Tags.none());
    }

    private ImageCreation(Session session, CreateImageRequest request, Tags marks) {
        RequestTag.checkRoom(request.imageTags());
        this.session = session;
        this.request = request;
        this.marks = marks;
    }

    /** Puts tags on the image that are not part of what is asked for: they go when what they tell of is over. */
    ImageCreation marked(Tags tags) {
        return new ImageCreation(session, request, tags);
    }

    CreateImageRequest unmarked() {
        return request;
    }

    /**
     * Leaves the instance running. By default it is rebooted, as EC2 does, so that its file systems are whole; without
     * that they are only as whole as after a crash.
     *
     * @return the changed request
     */
    public ImageCreation noReboot() {
        return with(request.withNoReboot(true));
    }

    /**
     * Describes the image.
     *
     * @param text up to 255 characters
     * @return the changed request
     * @throws IllegalArgumentException if the text is too long
     */
    public ImageCreation description(String text) {
        return with(request.withDescription(text));
    }

    /**
     * Tags the image and each of its snapshots.
     *
     * @param key the key
     * @param value the value
     * @return the changed request
     * @throws IllegalArgumentException if the tag breaks EC2's rules, or the image would have more than 49
     */
    public ImageCreation tag(String key, String value) {
        return imageTag(key, value).snapshotTag(key, value);
    }

    /**
     * Tags the image and each of its snapshots.
     *
     * @param tags the tags
     * @return the changed request
     * @throws IllegalArgumentException if the image would have more than 49 tags, or a snapshot more than 50
     */
    public ImageCreation tags(Tags tags) {
        return imageTags(tags).snapshotTags(tags);
    }

    /**
     * Tags the image only.
     *
     * @param key the key
     * @param value the value
     * @return the changed request
     * @throws IllegalArgumentException if the tag breaks EC2's rules, or the image would have more than 49
     */
    public ImageCreation imageTag(String key, String value) {
        return imageTags(Tags.of(key, value));
    }

    /**
     * Tags the image only.
     *
     * @param tags the tags
     * @return the changed request
     * @throws IllegalArgumentException if the image would have more than 49
     */
    public ImageCreation imageTags(Tags tags) {
        return with(request.withImageTags(request.imageTags().with(tags)));
    }

    /**
     * Tags each of the snapshots only.
     *
     * @param key the key
     * @param value the value
     * @return the changed request
     * @throws IllegalArgumentException if the tag breaks EC2's rules, or a snapshot would have more than 50
     */
    public ImageCreation snapshotTag(String key, String value) {
        return snapshotTags(Tags.of(key, value));
    }

    /**
     * Tags each of the snapshots only.
     *
     * @param tags the tags
     * @return the changed request
     * @throws IllegalArgumentException if a snapshot would have more than 50
     */
    public ImageCreation snapshotTags(Tags tags) {
        return with(request.withSnapshotTags(request.snapshotTags().with(tags)));
    }

    /**
     * Adds a volume, or changes what the image says of a volume of the instance.
     *
     * @param mapping the device name and what is to be behind it
     * @return the changed request
     * @throws IllegalArgumentException if the device was named before
     */
    public ImageCreation with(BlockDeviceMapping mapping) {
        return with(request.withBlockDeviceMappings(Mappings.added(request.blockDeviceMappings(), mapping)));
    }

    /**
     * Leaves a volume of the instance out of the image.
     *
     * @param deviceName the name that the volume is attached under, not the root's
     * @return the changed request
     * @throws IllegalArgumentException if the device was named before
     */
    public ImageCreation without(String deviceName) {
        return with(BlockDeviceMapping.noDevice(deviceName));
    }

    /**
     * What is sent to EC2, with the tag by which the request is known again.
     *
     * @return the request
     */
    public CreateImageRequest toRequest() {
        return request.withImageTags(
                request.imageTags().with(RequestTag.KEY, digest()).with(marks));
    }

    /**
     * Says in words what {@link #start()} would do; no call is made, and values of tags are left out.
     *
     * @return a sentence
     */
    public String describe() {
        CreateImageRequest sent = toRequest();
        StringBuilder text = new StringBuilder("create image ")
                .append(sent.name())
                .append(" from ")
                .append(sent.instanceId())
                .append(" in ")
                .append(session.region())
                .append(sent.noReboot() ? ", which keeps running" : ", which is rebooted");
        sent.blockDeviceMappings().forEach(mapping -> text.append(", ").append(Mappings.describe(mapping)));
        return text.append("; image tags ")
                .append(sent.imageTags())
                .append(", snapshot tags ")
                .append(sent.snapshotTags())
                .toString();
    }

    /**
     * Makes the image. It is there at once, pending, and available after minutes, for large volumes after hours.
     *
     * <p>Safe to call again, also in another process after a crash: an image of this name that was made by the same
     * request is found by its tag {@code amis:request} and awaited, and no second one is made. A request is the same if
     * instance, name, description, reboot, volumes and tags are.
     *
     * <p><b>Calls</b> {@code DescribeImages} for the name, {@code DescribeInstances}, {@code CreateImage}; after a lost
     * answer the first and the last again.
     *
     * <p><b>Changes</b> a new image with snapshots of the instance's volumes; unless {@link #noReboot()} was asked for, the
     * instance is rebooted.
     *
     * <p><b>Undo</b> deregister the image with its snapshots; the reboot cannot be undone.
     *
     * @return the handle on the image
     * @throws dev.amis.error.NotFoundException if there is no such instance
     * @throws dev.amis.error.ConflictException if another image has the name, or the instance is in a wrong state
     * @throws dev.amis.error.ImageFailedException if the same request made the image before and it failed
     * @throws dev.amis.error.InvalidRequestException if EC2 cannot make an image of this instance, or refuses the request
     * @throws dev.amis.error.OutcomeUnknownException if answers were lost until the grace was over
     * @throws dev.amis.error.AmiException if a call failed otherwise
     */
    public Pending<Image> start() {
        Region region = session.region();
        CreateImageRequest sent = toRequest();
        ImageId image = made().map(Image::imageId).orElseGet(() -> {
            SourceInstance.check(session.here(), request);
            return claim().make(() -> session.here().images().createImage(sent));
        });
        return PendingImages.one(session.watcher(), session.watcher().watch(region, image, true));
    }

    /** The image that this request made before, unless it failed. */
    Optional<Image> made() {
        return claim().holder();
    }

    /** The image that this request made and that has the name, whatever became of it. */
    Optional<ImageId> failed() {
        return OwnResources.images(
                        session.here(),
                        Filter.of("name", Filter.literal(request.name().value())))
                .stream()
                .filter(image -> whyNotOurs(image).isEmpty() && image.state().endsWaiting())
                .map(Image::imageId)
                .findFirst();
    }

    private NameClaim claim() {
        return new NameClaim(session, session.region(), OPERATION, request.name(), this::whyNotOurs);
    }

    @Override
    public String toString() {
        return describe();
    }

    private Optional<String> whyNotOurs(Image image) {
        return image.sourceInstanceId().equals(Optional.of(request.instanceId()))
                ? RequestTag.whyNotOn(image, digest())
                : Optional.of("which was not made from " + request.instanceId());
    }

    private String digest() {
        return RequestDigest.of(OPERATION)
                .with("instanceId", request.instanceId())
                .with("name", request.name())
                .with("description", request.description())
                .with("noReboot", request.noReboot())
                .with(request.blockDeviceMappings())
                .with("imageTag", request.imageTags())
                .with("snapshotTag", request.snapshotTags())
                .hex();
    }

    private ImageCreation with(CreateImageRequest changed) {
        return new ImageCreation(session, changed, marks);
    }
}
