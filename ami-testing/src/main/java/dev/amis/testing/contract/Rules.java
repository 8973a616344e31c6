package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.error.AmiException;
import dev.amis.error.InvalidRequestException;
import dev.amis.model.Architecture;
import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.RegisterImageRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.opentest4j.TestAbortedException;

/** What the rules of all ports share: a world for each test, who acts in it, and the things they start from. */
abstract class Rules {

    /** An organization that no account of the world belongs to. */
    static final LaunchPermission ORGANIZATION =
            LaunchPermission.of(OrganizationArn.of("arn:aws:organizations::112233445566:organization/o-abcdefghij"));

    static final ImageId UNKNOWN_IMAGE = ImageId.of("ami-00000000000000bad");

    private static final AtomicInteger COUNT = new AtomicInteger();

    ContractWorld world;
    Actor owner;

    /**
     * Makes the world for one test.
     *
     * @return a world that no other test uses; it is closed after the test
     */
    protected abstract ContractWorld newWorld();

    @BeforeEach
    void enterTheWorld() {
        world = newWorld();
        owner = new Actor(world.provider(), world.provider().region());
    }

    @AfterEach
    void leaveTheWorld() {
        world.close();
    }

    /** The account under test in another Region. */
    Actor ownerElsewhere() {
        return new Actor(world.provider(), world.otherRegion());
    }

    /** Another account in the same Region. */
    Actor stranger() {
        return new Actor(arranged(world.secondAccount(), "a second account"), owner.region());
    }

    static <T> T arranged(Optional<T> thing, String what) {
        return thing.orElseGet(() -> Assumptions.abort("this world does not have " + what));
    }

    /** A name that no other test uses. */
    String name(String stem) {
        long millis = owner.now().toEpochMilli();
        return "amis-contract-" + stem + "-" + Long.toString(millis, 36) + "-" + COUNT.incrementAndGet();
    }

    /** An image that is available, made from a fresh instance. */
    Image bakedImage() {
        return bakedImage(name("baked"));
    }

    Image bakedImage(String name) {
        return owner.awaitAvailable(owner.images().createImage(create(world.runInstance(), name)));
    }

    /** A completed snapshot of the root volume of a fresh instance. */
    Snapshot completedSnapshot() {
        return owner.awaitCompleted(owner.snapshots().createSnapshot(snapshotOf(rootVolume(world.runInstance()))));
    }

    /** An image that is available, registered on a snapshot. */
    Image registeredImage(SnapshotId snapshot) {
        return owner.awaitAvailable(owner.images().registerImage(register(name("registered"), snapshot)));
    }

    /** An image that is still being made. */
    ImageId pendingImage() {
        ImageId image = owner.images().createImage(create(world.runInstance(), name("pending")));
        owner.eventually(() -> assertThat(owner.findImage(image)).isPresent());
        boolean pending = owner.image(image).state() == ImageState.PENDING;
        Assumptions.assumeTrue(pending, "images are available at once in this world");
        return image;
    }

    /** The own images of a name. */
    List<ImageId> named(String name) {
        return owner.ids(DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilter(Filter.of("name", name))
                .includeDisabled(true)
                .build());
    }

    /** Lifts the account's block on public images where the world allows it. */
    void allowPublicImages() {
        Assumptions.assumeTrue(world.mayMakeImagesPublic(), "images must not be made public in this world");
        owner.ports().blockPublicAccess().ifPresent(setting -> {
            setting.unblock();
            owner.eventually(() -> assertThat(setting.isBlocked()).isFalse());
        });
    }

    VolumeId rootVolume(InstanceId instance) {
        String root = owner.instance(instance).rootDeviceName().orElseThrow();
        return owner.instance(instance).volumes().stream()
                .filter(volume -> volume.deviceName().equals(root))
                .map(AttachedVolume::volumeId)
                .findFirst()
                .orElseThrow();
    }

    static CreateImageRequest create(InstanceId instance, String name) {
        return CreateImageRequest.builder()
                .instanceId(instance)
                .name(ImageName.of(name))
                .build();
    }

    static CreateSnapshotRequest snapshotOf(VolumeId volume) {
        return new CreateSnapshotRequest(volume, Optional.of("amis-contract"), Tags.none());
    }

    static RegisterImageRequest register(String name, SnapshotId snapshot) {
        return register(name).addBlockDeviceMapping(root(snapshot)).build();
    }

    static RegisterImageRequest.Builder register(String name) {
        return RegisterImageRequest.builder()
                .name(ImageName.of(name))
                .architecture(Architecture.X86_64)
                .rootDeviceName("/dev/xvda");
    }

    static BlockDeviceMapping root(SnapshotId snapshot) {
        return BlockDeviceMapping.ebs(
                "/dev/xvda", EbsBlockDevice.builder().snapshotId(snapshot).build());
    }

    /** A copy of an image of this Region, with a token of its own. */
    CopyImageRequest copyOf(ImageId source, String name) {
        return CopyImageRequest.builder()
                .name(ImageName.of(name))
                .sourceImageId(source)
                .sourceRegion(owner.region())
                .clientToken(name)
                .build();
    }

    /** Asserts that a call fails in a certain way; the failure is returned for a closer look. */
    static AmiException refused(Class<? extends AmiException> as, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown instanceof TestAbortedException aborted) {
            // The world does not have what the call needs: that is no refusal.
            throw aborted;
        }
        assertThat(thrown).isInstanceOf(as);
        return (AmiException) thrown;
    }

    /** Asserts that nobody takes a request: either it cannot even be made, or EC2 refuses it. */
    static void refusedBeforeOrByEc2(ThrowingCallable call) {
        assertThat(catchThrowable(call)).isInstanceOfAny(IllegalArgumentException.class, InvalidRequestException.class);
    }

    static void refused(Class<? extends AmiException> as, String code, ThrowingCallable call) {
        assertThat(refused(as, call).failure().code()).contains(code);
    }
}
