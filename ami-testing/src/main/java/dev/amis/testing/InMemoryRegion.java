package dev.amis.testing;

import dev.amis.model.Architecture;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.StorageTier;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import dev.amis.spi.VolumePort;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Direct;
import dev.amis.testing.internal.Ec2;
import dev.amis.testing.internal.Staging;
import dev.amis.testing.internal.Surroundings;
import dev.amis.testing.internal.World;
import java.util.Optional;

/**
 * One Region of the in-memory account: its ports, all of them, and what a test can arrange there. Arranging is no call: it
 * is neither logged nor disturbed. Thread-safe.
 */
public final class InMemoryRegion implements RegionalProvider {

    private final World world;
    private final Ec2 ec2;
    private final Caller caller;

    InMemoryRegion(World world, Ec2 ec2, Caller caller) {
        this.world = world;
        this.ec2 = ec2;
        this.caller = caller;
    }

    @Override
    public Region region() {
        return caller.region();
    }

    @Override
    public ImagePort images() {
        return new InMemoryImages(ec2, caller);
    }

    @Override
    public ImageAttributePort imageAttributes() {
        return new InMemoryImageAttributes(ec2, caller);
    }

    @Override
    public ImageLifecyclePort imageLifecycle() {
        return new InMemoryImageLifecycle(ec2, caller);
    }

    @Override
    public SnapshotPort snapshots() {
        return new InMemorySnapshots(ec2.storage(), caller);
    }

    @Override
    public TagPort tags() {
        return new InMemoryTags(ec2, caller);
    }

    @Override
    public InstancePort instances() {
        InstancePort port = request -> Answers.of(() -> ec2.describeInstances(caller.reading(), request));
        return new Direct(port, ec2, new Surroundings(world), caller);
    }

    @Override
    public Optional<BlockPublicAccessPort> blockPublicAccess() {
        return Optional.of(new InMemoryPublicAccess(ec2, caller));
    }

    @Override
    public Optional<RecycleBinPort> recycleBin() {
        return Optional.of(new InMemoryRecycleBin(ec2.storage(), caller));
    }

    @Override
    public Optional<RecycleBinRulePort> recycleBinRules() {
        return Optional.of(() -> Answers.of(() -> ec2.storage().listRules(caller.reading())));
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return Optional.of(request -> Answers.of(() -> ec2.describeLaunchTemplateVersions(caller.reading(), request)));
    }

    @Override
    public Optional<VolumePort> volumes() {
        return Optional.of(request -> Answers.of(() -> new Surroundings(world).volumes(caller.reading(), request)));
    }

    @Override
    public Optional<FastLaunchPort> fastLaunch() {
        return Optional.of(request -> Answers.of(() -> ec2.storage().fastLaunchImages(caller.reading(), request)));
    }

    /**
     * Configures an image for fast launch, or no longer. The snapshots that EC2 would keep at hand are not imitated.
     *
     * @param image an image that this account may launch; whether there is such an image is not checked
     * @param enabled whether it is configured from now on
     * @return this
     */
    public InMemoryRegion fastLaunch(ImageId image, boolean enabled) {
        new Staging(world).fastLaunch(caller, image, enabled);
        return this;
    }

    /**
     * The image that Amazon has in every Region and that instances are launched from unless another is named. It is
     * listed under owner {@code amazon} only.
     *
     * @param architecture {@code x86_64} or {@code arm64}
     * @return the id of Amazon's base image
     * @throws IllegalArgumentException if there is none for the architecture
     */
    public ImageId baseImage(Architecture architecture) {
        return world.arrange(() -> ec2.baseImage(caller, architecture));
    }

    /**
     * Lets an instance run here, as {@link InMemoryAws#runInstance(InstanceSpec)} does.
     *
     * @param spec what it shall be like; its Region is passed over
     * @return its id; it runs as of now
     * @throws dev.amis.error.NotFoundException if there is no such image, or it is not visible
     * @throws dev.amis.error.ConflictException if the image is not available
     */
    public InstanceId runInstance(InstanceSpec spec) {
        return Answers.of(() -> ec2.launch(caller, spec.order()));
    }

    /**
     * Adds a version to a launch template of this account; the template is made with its first version, which is and
     * stays the default one.
     *
     * @param templateName the name of the template
     * @param imageReference an image id or {@code resolve:ssm:…}; whether there is such an image is not checked
     * @return the version
     */
    public LaunchTemplateVersion putLaunchTemplateVersion(String templateName, String imageReference) {
        return ec2.putTemplateVersion(caller, templateName, imageReference);
    }

    /**
     * Puts an image id into a parameter of this account's parameter store here, which launch templates may name in place of
     * the id by {@code resolve:ssm:NAME}. The store itself is not imitated otherwise.
     *
     * @param name the name of the parameter, for example {@code /golden/web}
     * @param imageId what it says from now on
     * @return this
     * @throws IllegalArgumentException if the name is blank or has a colon, which selects a version or label: these are not
     *     imitated
     */
    public InMemoryRegion imageParameter(String name, ImageId imageId) {
        if (name.isBlank() || name.contains(":")) {
            throw new IllegalArgumentException(
                    "parameter name is '" + name + "', but must not be blank and have no ':'");
        }
        ec2.putImageParameter(caller, name, imageId);
        return this;
    }

    /**
     * Makes a version of a launch template the default one.
     *
     * @param template a template of this account
     * @param version the number of the version
     * @return this
     * @throws dev.amis.error.NotFoundException if there is no such template or version
     */
    public InMemoryRegion defaultLaunchTemplateVersion(LaunchTemplateId template, long version) {
        Answers.run(() -> ec2.defaultTemplateVersion(caller, template, version));
        return this;
    }

    /**
     * The account's KMS keys here, and how EBS uses them.
     *
     * @return the keys
     */
    public KmsKeys kmsKeys() {
        return new KmsKeys(world, caller);
    }

    /**
     * Puts a rule of the Recycle Bin in force.
     *
     * @param rule the rule; one of the same id and type is replaced
     * @return this
     */
    public InMemoryRegion recycleBinRule(RecycleBinRule rule) {
        new Staging(world).rule(caller, rule);
        return this;
    }

    /**
     * Locks a snapshot against deletion, or unlocks it.
     *
     * @param snapshot a snapshot of any account
     * @param locked whether it is locked from now on
     * @return this
     * @throws IllegalArgumentException if there is no such snapshot here
     */
    public InMemoryRegion lockSnapshot(SnapshotId snapshot, boolean locked) {
        new Staging(world).lock(caller.region(), snapshot, locked);
        return this;
    }

    /**
     * Moves a snapshot into the archive, or back.
     *
     * @param snapshot a snapshot of any account
     * @param tier where it is from now on
     * @return this
     * @throws IllegalArgumentException if there is no such snapshot here
     */
    public InMemoryRegion storeSnapshot(SnapshotId snapshot, StorageTier tier) {
        new Staging(world).store(caller.region(), snapshot, tier);
        return this;
    }

    /** The account and the Region. */
    @Override
    public String toString() {
        return "in-memory account " + caller.account() + " in " + caller.region();
    }
}
