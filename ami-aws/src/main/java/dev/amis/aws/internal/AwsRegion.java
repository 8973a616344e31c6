package dev.amis.aws.internal;

import dev.amis.model.Region;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import java.util.Optional;
import software.amazon.awssdk.services.imagebuilder.ImagebuilderClient;
import software.amazon.awssdk.services.rbin.RbinClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** One account in one Region: its clients, made when they are first needed, and its ports. */
public final class AwsRegion implements RegionalProvider, AutoCloseable {

    private final Ec2 ec2;
    private final OnDemand<RbinClient> rbin;
    private final OnDemand<SsmClient> ssm;
    private final OnDemand<ImagebuilderClient> imageBuilder;

    /**
     * Makes the ports.
     *
     * @param clients makes the clients, which are owned from then on
     * @param attempts the chain of attempts
     * @param region the Region
     */
    public AwsRegion(Clients clients, Attempts attempts, Region region) {
        this.ec2 = new Ec2(clients.ec2(region), attempts, region);
        this.rbin = new OnDemand<>(() -> clients.rbin(region));
        this.ssm = new OnDemand<>(() -> clients.ssm(region));
        this.imageBuilder = new OnDemand<>(() -> clients.imageBuilder(region));
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
        return Optional.of(new RbinRulePort(rbin.get(), ec2.attempts()));
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return Optional.of(new Ec2LaunchTemplatePort(ec2));
    }

    @Override
    public Optional<ParameterPort> parameters() {
        return Optional.of(new SsmParameterPort(ssm.get(), ec2.attempts()));
    }

    @Override
    public Optional<ImageRecipePort> imageRecipes() {
        return Optional.of(new BuilderRecipePort(imageBuilder.get(), ec2.attempts()));
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
    public void close() {
        ec2.client().close();
        rbin.close();
        ssm.close();
        imageBuilder.close();
    }
}
