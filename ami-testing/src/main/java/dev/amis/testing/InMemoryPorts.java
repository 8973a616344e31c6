package dev.amis.testing;

import dev.amis.model.Region;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.CommandPort;
import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.FleetPort;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.InstanceTypePort;
import dev.amis.spi.KeyPort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import dev.amis.spi.VolumePort;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Direct;
import dev.amis.testing.internal.Ec2;
import dev.amis.testing.internal.Ec2References;
import dev.amis.testing.internal.ImageBuilder;
import dev.amis.testing.internal.InstanceTypes;
import dev.amis.testing.internal.Kms;
import dev.amis.testing.internal.Machines;
import dev.amis.testing.internal.NewTemplates;
import dev.amis.testing.internal.Refreshes;
import dev.amis.testing.internal.RunCommand;
import dev.amis.testing.internal.Ssm;
import dev.amis.testing.internal.Surroundings;
import dev.amis.testing.internal.World;
import java.util.Optional;

/** The ports of one account in one Region over the world, each made anew for whoever asks. */
abstract class InMemoryPorts implements RegionalProvider {

    private final World world;
    private final Ec2 ec2;
    private final Caller caller;

    InMemoryPorts(World world, Ec2 ec2, Caller caller) {
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
        return Optional.of(new InMemoryLaunchTemplates(new NewTemplates(world), caller));
    }

    @Override
    public Optional<AutoScalingPort> autoScaling() {
        return Optional.of(new InMemoryAutoScaling(ec2.autoScaling(), new Refreshes(world), caller));
    }

    @Override
    public Optional<VolumePort> volumes() {
        return Optional.of(request -> Answers.of(() -> new Surroundings(world).volumes(caller.reading(), request)));
    }

    @Override
    public Optional<FastLaunchPort> fastLaunch() {
        return Optional.of(request -> Answers.of(() -> ec2.storage().fastLaunchImages(caller.reading(), request)));
    }

    @Override
    public Optional<FleetPort> fleets() {
        return Optional.of(new InMemoryFleets(ec2.fleets(), caller));
    }

    @Override
    public Optional<InstanceLifecyclePort> instanceLifecycle() {
        return Optional.of(new InMemoryInstanceLifecycle(new Machines(world), caller));
    }

    @Override
    public Optional<InstanceTypePort> instanceTypes() {
        InstanceTypes types = new InstanceTypes(world);
        return Optional.of(request -> Answers.of(() -> types.describeInstanceTypes(caller.reading(), request)));
    }

    @Override
    public Optional<KeyPort> keys() {
        return Optional.of(key -> Answers.of(() -> new Kms(world).describeKey(caller.reading(), key)));
    }

    @Override
    public Optional<CommandPort> commands() {
        return Optional.of(new InMemoryCommands(new RunCommand(world), caller));
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
}
