package dev.amis.aws.internal;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.imagebuilder.ImagebuilderClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rbin.RbinClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** One account in one Region: its clients, made when they are first needed, and its ports. */
public final class AwsRegion implements RegionalProvider, AutoCloseable {

    private final Clients clients;
    private final Ec2 ec2;
    private final Map<Class<?>, SdkClient> others = new HashMap<>();

    /**
     * Makes the ports, and EC2's client; those of other services are made when somebody asks for their ports.
     *
     * @param clients makes the clients
     * @param attempts the chain of attempts
     * @param region the Region
     */
    public AwsRegion(Clients clients, Attempts attempts, Region region) {
        this.clients = clients;
        this.ec2 = new Ec2(clients.ec2(region), attempts, region);
    }

    @Override
    public Region region() {
        return ec2.region();
    }

    @Override
    public ImagePort images() {
        return new Ec2ImagePort(ec2);
    }

    @Override
    public ImageAttributePort imageAttributes() {
        return new Ec2ImageAttributePort(ec2);
    }

    @Override
    public ImageLifecyclePort imageLifecycle() {
        return new Ec2ImageLifecyclePort(ec2);
    }

    @Override
    public SnapshotPort snapshots() {
        return new Ec2SnapshotPort(ec2);
    }

    @Override
    public TagPort tags() {
        return new Ec2TagPort(ec2);
    }

    @Override
    public InstancePort instances() {
        return new Ec2InstancePort(ec2);
    }

    @Override
    public Optional<BlockPublicAccessPort> blockPublicAccess() {
        return Optional.of(new Ec2BlockPublicAccessPort(ec2));
    }

    @Override
    public Optional<RecycleBinPort> recycleBin() {
        return Optional.of(new Ec2RecycleBinPort(ec2));
    }

    @Override
    public Optional<RecycleBinRulePort> recycleBinRules() {
        return Optional.of(new RbinRulePort(other(RbinClient.class, clients::rbin), ec2.attempts()));
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return Optional.of(new Ec2LaunchTemplatePort(ec2));
    }

    @Override
    public Optional<AutoScalingPort> autoScaling() {
        return Optional.of(new AwsAutoScalingPort(
                other(AutoScalingClient.class, clients::autoScaling), ec2.attempts(), ec2.region()));
    }

    @Override
    public Optional<VolumePort> volumes() {
        return Optional.of(new Ec2VolumePort(ec2));
    }

    @Override
    public Optional<FastLaunchPort> fastLaunch() {
        return Optional.of(new Ec2FastLaunchPort(ec2));
    }

    @Override
    public Optional<FleetPort> fleets() {
        return Optional.of(new Ec2FleetPort(ec2));
    }

    @Override
    public Optional<InstanceLifecyclePort> instanceLifecycle() {
        return Optional.of(new Ec2InstanceLifecyclePort(ec2));
    }

    @Override
    public Optional<InstanceTypePort> instanceTypes() {
        return Optional.of(new Ec2InstanceTypePort(ec2));
    }

    @Override
    public Optional<KeyPort> keys() {
        return Optional.of(new KmsKeyPort(other(KmsClient.class, clients::kms), ec2.attempts()));
    }

    @Override
    public Optional<CommandPort> commands() {
        return Optional.of(new SsmCommandPort(other(SsmClient.class, clients::ssm), ec2.attempts()));
    }

    @Override
    public Optional<ParameterPort> parameters() {
        return Optional.of(new SsmParameterPort(other(SsmClient.class, clients::ssm), ec2.attempts()));
    }

    @Override
    public Optional<ImageRecipePort> imageRecipes() {
        return Optional.of(
                new BuilderRecipePort(other(ImagebuilderClient.class, clients::imageBuilder), ec2.attempts()));
    }

    @Override
    public Optional<ImageReferencePort> imageReferences() {
        return Optional.of(new Ec2ImageReferencePort(ec2));
    }

    @Override
    public Optional<ImageUsageReportPort> imageUsageReports() {
        return Optional.of(new Ec2ImageUsageReportPort(ec2));
    }

    @Override
    public synchronized void close() {
        ec2.client().close();
        others.values().forEach(SdkClient::close);
    }

    private synchronized <C extends SdkClient> C other(Class<C> type, Function<Region, C> make) {
        return type.cast(others.computeIfAbsent(type, absent -> make.apply(ec2.region())));
    }
}
