package dev.amis.create;

import dev.amis.internal.NameClaim;
import dev.amis.internal.PendingImages;
import dev.amis.internal.RequestDigest;
import dev.amis.internal.RequestTag;
import dev.amis.internal.Session;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImdsSupport;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.time.Pending;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request to register an image on snapshots. Each step makes a new one; nothing happens before {@link #start()}.
 *
 * <p>Unless said otherwise the image is {@code hvm}, has ENA, and its root device is {@code /dev/xvda}; EC2's own defaults
 * would make a 32-bit paravirtual image that starts nowhere.
 */
public final class ImageRegistration {

    private static final String OPERATION = "RegisterImage";

    private final Session session;
    private final SnapshotId root;
    private final RegisterImageRequest request;

    ImageRegistration(Session session, SnapshotId root, RegisterImageRequest request) {
        RequestTag.checkRoom(request.tags());
        this.session = session;
        this.root = root;
        this.request = request;
    }

    /**
     * Names the root device; by default {@code /dev/xvda}.
     *
     * @param deviceName for example {@code /dev/sda1}
     * @return the changed request
     * @throws IllegalArgumentException if the name is not one for a root device, or is mapped already
     */
    public ImageRegistration rootDevice(String deviceName) {
        BlockDeviceMapping moved = new BlockDeviceMapping(
                deviceName, request.blockDeviceMappings().get(0).device());
        // Name and mapping must change together, or the request between the two would be refused.
        return with(RegisterImageRequest.builder()
                .name(request.name())
                .description(request.description())
                .architecture(request.architecture())
                .virtualizationType(request.virtualizationType())
                .rootDeviceName(deviceName)
                .addAllBlockDeviceMappings(others(moved))
                .enaSupport(request.enaSupport())
                .sriovNetSupport(request.sriovNetSupport())
                .bootMode(request.bootMode())
                .tpmSupport(request.tpmSupport())
                .imdsSupport(request.imdsSupport())
                .uefiData(request.uefiData())
                .tags(request.tags())
                .build());
    }

    /**
     * Says what the root volume is like; by default as large as its snapshot and of EC2's default type, {@code gp2}.
     *
     * @param volume its attributes; the snapshot is put in
     * @return the changed request
     * @throws IllegalArgumentException if the attributes break EC2's rules, or name another snapshot
     */
    public ImageRegistration rootVolume(EbsBlockDevice volume) {
        if (volume.snapshotId().filter(other -> !other.equals(root)).isPresent()) {
            throw new IllegalArgumentException("snapshotId of the root volume is '"
                    + volume.snapshotId().get() + "', but the image is registered from '" + root + "'");
        }
        return with(request.withBlockDeviceMappings(
                others(BlockDeviceMapping.ebs(request.rootDeviceName(), volume.withSnapshotId(root)))));
    }

    /**
     * Adds a volume.
     *
     * @param mapping the device name and what is to be behind it
     * @return the changed request
     * @throws IllegalArgumentException if the device was named before, or EC2's rules are broken
     */
    public ImageRegistration with(BlockDeviceMapping mapping) {
        return with(request.withBlockDeviceMappings(Mappings.added(request.blockDeviceMappings(), mapping)));
    }

    /**
     * Describes the image.
     *
     * @param text up to 255 characters
     * @return the changed request
     * @throws IllegalArgumentException if the text is too long
     */
    public ImageRegistration description(String text) {
        return with(request.withDescription(text));
    }

    /**
     * Tags the image; EC2 tags no snapshots here, for they are there already.
     *
     * @param key the key
     * @param value the value
     * @return the changed request
     * @throws IllegalArgumentException if the tag breaks EC2's rules, or there would be more than 49
     */
    public ImageRegistration tag(String key, String value) {
        return tags(Tags.of(key, value));
    }

    /**
     * Tags the image; EC2 tags no snapshots here, for they are there already.
     *
     * @param tags the tags
     * @return the changed request
     * @throws IllegalArgumentException if there would be more than 49
     */
    public ImageRegistration tags(Tags tags) {
        return with(request.withTags(request.tags().with(tags)));
    }

    /**
     * Says how instances boot; by default the instance type decides.
     *
     * @param bootMode the mode
     * @return the changed request
     * @throws IllegalArgumentException if a NitroTPM was asked for, which needs {@code uefi}
     */
    public ImageRegistration bootMode(BootMode bootMode) {
        return with(request.withBootMode(bootMode));
    }

    /**
     * Gives instances a NitroTPM 2.0, and lets them boot by {@code uefi}, which it needs.
     *
     * @return the changed request
     * @throws IllegalArgumentException if another boot mode was asked for
     */
    public ImageRegistration nitroTpm() {
        BootMode mode = request.bootMode().orElse(BootMode.UEFI);
        return with(request.withBootMode(mode).withTpmSupport(TpmSupport.V2_0));
    }

    /**
     * Lets instances require IMDSv2 by default; it cannot be taken back from an image.
     *
     * @return the changed request
     */
    public ImageRegistration imdsV2() {
        return with(request.withImdsSupport(ImdsSupport.V2_0));
    }

    /**
     * Leaves enhanced networking with ENA off, for a system without its driver; current instance types need it.
     *
     * @return the changed request
     */
    public ImageRegistration withoutEna() {
        return with(request.withEnaSupport(false));
    }

    /**
     * Presets the UEFI variable store, for example with Secure Boot keys.
     *
     * @param base64 up to 64,000 characters
     * @return the changed request
     * @throws IllegalArgumentException if the text is too long
     */
    public ImageRegistration uefiData(String base64) {
        return with(request.withUefiData(base64));
    }

    /**
     * What is sent to EC2, with the tag by which the request is known again.
     *
     * @return the request
     */
    public RegisterImageRequest toRequest() {
        return request.withTags(request.tags().with(RequestTag.KEY, digest()));
    }

    /**
     * Says in words what {@link #start()} would do; no call is made, and values of tags are left out.
     *
     * @return a sentence
     */
    public String describe() {
        RegisterImageRequest sent = toRequest();
        StringBuilder text = new StringBuilder("register image ")
                .append(sent.name())
                .append(" in ")
                .append(session.region())
                .append(" as ")
                .append(sent.architecture())
                .append(' ')
                .append(sent.virtualizationType())
                .append(sent.enaSupport() ? " with ENA" : " without ENA");
        sent.bootMode().ifPresent(mode -> text.append(", booting by ").append(mode));
        sent.tpmSupport().ifPresent(tpm -> text.append(", with NitroTPM ").append(tpm));
        sent.imdsSupport().ifPresent(imds -> text.append(", with IMDS ").append(imds));
        sent.blockDeviceMappings().forEach(mapping -> text.append(", ").append(Mappings.describe(mapping)));
        return text.append("; tags ").append(sent.tags()).toString();
    }

    /**
     * Registers the image. It is there at once, and mostly available within seconds.
     *
     * <p>Safe to call again, also in another process after a crash: an image of this name that was made by the same
     * request is found by its tag {@code amis:request} and awaited, and no second one is made.
     *
     * <p><b>Calls</b> {@code DescribeImages} for the name, {@code DescribeSnapshots}, {@code RegisterImage}; after a lost
     * answer the first and the last again.
     *
     * <p><b>Changes</b> a new image, which keeps the snapshots from being deleted.
     *
     * <p><b>Undo</b> deregister the image; the snapshots are then as they were.
     *
     * @return the handle on the image
     * @throws dev.amis.error.NotFoundException if there is no such snapshot
     * @throws dev.amis.error.ConflictException if another image has the name, or a snapshot is not completed
     * @throws dev.amis.error.ImageFailedException if the same request made the image before and it failed
     * @throws dev.amis.error.InvalidRequestException if EC2 cannot use a snapshot, or refuses the request
     * @throws dev.amis.error.OutcomeUnknownException if answers were lost until the grace was over
     * @throws dev.amis.error.AmiException if a call failed otherwise
     */
    public Pending<Image> start() {
        RegisterImageRequest sent = toRequest();
        NameClaim claim = new NameClaim(session, session.region(), OPERATION, sent.name(), this::whyNotOurs);
        ImageId image = claim.holder().map(Image::imageId).orElseGet(() -> {
            SourceSnapshots.check(session.here(), request);
            return claim.make(() -> session.here().images().registerImage(sent));
        });
        return PendingImages.one(session.watcher(), session.watcher().watch(session.region(), image, true));
    }

    @Override
    public String toString() {
        return describe();
    }

    private Optional<String> whyNotOurs(Image image) {
        List<SnapshotId> wanted = request.blockDeviceMappings().stream()
                .flatMap(mapping -> mapping.snapshotId().stream())
                .toList();
        return RequestTag.whyNotOn(image, digest())
                .or(() -> image.snapshotIds().containsAll(wanted)
                        ? Optional.empty()
                        : Optional.of("which stands on other snapshots"));
    }

    private String digest() {
        return RequestDigest.of(OPERATION)
                .with("name", request.name())
                .with("description", request.description())
                .with("architecture", request.architecture())
                .with("virtualizationType", request.virtualizationType())
                .with("rootDeviceName", request.rootDeviceName())
                .with(request.blockDeviceMappings())
                .with("enaSupport", request.enaSupport())
                .with("sriovNetSupport", request.sriovNetSupport())
                .with("bootMode", request.bootMode())
                .with("tpmSupport", request.tpmSupport())
                .with("imdsSupport", request.imdsSupport())
                .with("uefiData", request.uefiData())
                .with("tag", request.tags())
                .hex();
    }

    /** All mappings with another one for the root, which is the first. */
    private List<BlockDeviceMapping> others(BlockDeviceMapping rootMapping) {
        return Stream.concat(
                        Stream.of(rootMapping),
                        request.blockDeviceMappings().stream().skip(1))
                .toList();
    }

    private ImageRegistration with(RegisterImageRequest changed) {
        return new ImageRegistration(session, root, changed);
    }
}
