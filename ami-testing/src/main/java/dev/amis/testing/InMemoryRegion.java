package dev.amis.testing;

import dev.amis.model.Architecture;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.StorageTier;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.PutParameterRequest;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RunInstancesRequest;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;
import dev.amis.testing.internal.ImageBuilder;
import dev.amis.testing.internal.InstanceTypes;
import dev.amis.testing.internal.Machines;
import dev.amis.testing.internal.Refreshes;
import dev.amis.testing.internal.RunCommand;
import dev.amis.testing.internal.Ssm;
import dev.amis.testing.internal.Staging;
import dev.amis.testing.internal.World;
import java.util.List;
import java.util.Optional;

/**
 * One Region of the in-memory account: its ports, all of them, and what a test can arrange there. Arranging is no call: it
 * is neither logged nor disturbed. Thread-safe.
 */
public final class InMemoryRegion extends InMemoryPorts {

    private final World world;
    private final Ec2 ec2;
    private final Caller caller;

    InMemoryRegion(World world, Ec2 ec2, Caller caller) {
        super(world, ec2, caller);
        this.world = world;
        this.ec2 = ec2;
        this.caller = caller;
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
     * What an instance of this account was launched with by a call, to look at its user data, its security groups and
     * whatever else {@code DescribeInstances} does not tell here.
     *
     * @param instance an instance of this account
     * @return the request, nothing if the instance was put there by a test
     */
    public Optional<RunInstancesRequest> launchRequest(InstanceId instance) {
        return new Machines(world).launchRequest(caller, instance);
    }

    /**
     * Adds a type of instance to those that are offered here, or puts another description in its place.
     *
     * @param type the type
     * @return this
     */
    public InMemoryRegion instanceType(InstanceTypeInfo type) {
        new InstanceTypes(world).put(caller, type);
        return this;
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
     * Puts an Auto Scaling group there just as it is: nothing is launched, and whether there is what it launches from is
     * not checked. One of the same name is replaced.
     *
     * @param group a group of this Region
     * @return this
     * @throws IllegalArgumentException if it is of another Region
     */
    public InMemoryRegion autoScalingGroup(AutoScalingGroup group) {
        requireHere(group.region(), group);
        world.arrange(() -> ec2.autoScaling().put(caller, group));
        return this;
    }

    /**
     * Puts an Auto Scaling group there with as many instances as it desires, which run from now on.
     *
     * @param group a group of this Region, with its sizes and what it launches from; its instances are passed over
     * @return the group with its instances
     * @throws IllegalArgumentException if it is of another Region, or has nothing to launch from
     * @throws dev.amis.error.AmiException if what it launches from is not there, or cannot be launched
     */
    public AutoScalingGroup launchAutoScalingGroup(AutoScalingGroup group) {
        requireHere(group.region(), group);
        return Answers.of(() -> new Refreshes(world).launch(caller, group));
    }

    /**
     * Protects an instance of an Auto Scaling group from scale in, as {@code SetInstanceProtection} does, or protects it no longer.
     *
     * @param group the name of the group
     * @param instance one of its instances
     * @param on whether it is protected from now on
     * @return this
     * @throws IllegalArgumentException if the group has no such instance
     */
    public InMemoryRegion protectFromScaleIn(String group, InstanceId instance, boolean on) {
        world.arrange(() -> ec2.autoScaling().protectFromScaleIn(caller, group, instance, on));
        return this;
    }

    /**
     * Puts an instance of an Auto Scaling group into standby, as {@code EnterStandby} does where the desired capacity goes down
     * with it, or takes it back into service.
     *
     * @param group the name of the group
     * @param instance one of its instances, in service or in standby
     * @param on whether it is in standby from now on
     * @return this
     * @throws IllegalArgumentException if the group has no such instance, or it is in another state
     */
    public InMemoryRegion standby(String group, InstanceId instance, boolean on) {
        world.arrange(() -> ec2.autoScaling().standby(caller, group, instance, on));
        return this;
    }

    /**
     * Makes a launch configuration. One of the same name is replaced.
     *
     * @param name its name
     * @param imageId its image; whether there is such an image is not checked
     * @return this
     */
    public InMemoryRegion launchConfiguration(String name, ImageId imageId) {
        world.arrange(() -> ec2.autoScaling().put(caller, name, imageId));
        return this;
    }

    /**
     * Puts a Spot Fleet request or an EC2 Fleet there just as it is: nothing is launched, and whether there is what it
     * launches from is not checked. One of the same id is replaced.
     *
     * @param fleet a fleet of this Region
     * @return this
     * @throws IllegalArgumentException if it is of another Region
     */
    public InMemoryRegion fleet(Fleet fleet) {
        requireHere(fleet.region(), fleet);
        world.arrange(() -> ec2.fleets().put(caller, fleet));
        return this;
    }

    private void requireHere(Region there, Object thing) {
        if (!there.equals(region())) {
            throw new IllegalArgumentException("region of " + thing + " is " + there + ", but must be " + region());
        }
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
     * What becomes of commands that are sent to instances of this account here.
     *
     * @return what is arranged, and what was sent
     */
    public RunCommands runCommands() {
        return new RunCommands(new RunCommand(world), caller);
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
