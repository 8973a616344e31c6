package dev.amis.testing;

import dev.amis.model.Architecture;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.StorageTier;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.PutParameterRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Direct;
import dev.amis.testing.internal.Ec2;
import dev.amis.testing.internal.Ec2References;
import dev.amis.testing.internal.ImageBuilder;
import dev.amis.testing.internal.Ssm;
import dev.amis.testing.internal.Staging;
import dev.amis.testing.internal.Surroundings;
import dev.amis.testing.internal.World;
import java.util.List;
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
    public Optional<ParameterPort> parameters() {
        return Optional.of(new InMemoryParameters(new Ssm(world), caller));
    }

    @Override
    public Optional<ImageRecipePort> imageRecipes() {
        return Optional.of(new InMemoryImageRecipes(new ImageBuilder(world), caller));
    }

    @Override
    public Optional<ImageReferencePort> imageReferences() {
        return Optional.of(request ->
                Answers.of(() -> new Ec2References(world).describeImageReferences(caller.reading(), request)));
    }

    @Override
    public Optional<ImageUsageReportPort> imageUsageReports() {
        return Optional.of(new InMemoryUsageReports(new Ec2References(world), caller));
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
     * Puts an image id into a parameter of this account's parameter store here, of the data type {@code aws:ec2:image}, which
     * launch templates may name in place of the id by {@code resolve:ssm:NAME}. If the parameter is there, it gets a new
     * version. Whether there is such an image is not checked, as {@link #parameters()} would.
     *
     * @param name the name of the parameter, for example {@code /golden/web}
     * @param imageId what it says from now on
     * @return this
     * @throws IllegalArgumentException if the text does not have the shape of a parameter's name
     */
    public InMemoryRegion imageParameter(String name, ImageId imageId) {
        return parameter(PutParameterRequest.builder()
                .name(ParameterName.of(name))
                .value(imageId.value())
                .dataType(ParameterDataType.IMAGE)
                .build());
    }

    /**
     * Puts a parameter into this account's parameter store here, or a new version of it, whatever it says.
     *
     * @param request the parameter
     * @return this
     */
    public InMemoryRegion parameter(PutParameterRequest request) {
        new Ssm(world).place(caller, request);
        return this;
    }

    /**
     * Puts a version of an Image Builder image recipe of this account there.
     *
     * @param name its name
     * @param version three numbers, for example {@code 1.0.0}
     * @param parentImage what it starts from, as {@link ImageRecipe#parentImage()} has it
     * @return the recipe
     * @throws IllegalArgumentException if the version is something else
     */
    public ImageRecipe imageRecipe(String name, String version, String parentImage) {
        return new ImageBuilder(world).imageRecipe(caller, name, version, parentImage);
    }

    /**
     * Puts a version of an Image Builder container recipe of this account there.
     *
     * @param name its name
     * @param version three numbers, for example {@code 1.0.0}
     * @param instanceImage what its build instances start from, as {@link ContainerRecipe#instanceImage()} has it
     * @return the recipe
     * @throws IllegalArgumentException if the version is something else
     */
    public ContainerRecipe containerRecipe(String name, String version, Optional<String> instanceImage) {
        return new ImageBuilder(world).containerRecipe(caller, name, version, instanceImage);
    }

    /**
     * Puts a build of Image Builder there, the next one of its version.
     *
     * @param name the name of what was built
     * @param version three numbers, for example {@code 1.0.0}
     * @param images the images here that it made; none if it is not done
     * @return the build
     * @throws IllegalArgumentException if the version is something else
     */
    public BuiltImage builtImage(String name, String version, ImageId... images) {
        return new ImageBuilder(world).build(caller, name, version, List.of(images));
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
