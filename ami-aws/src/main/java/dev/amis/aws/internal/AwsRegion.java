package dev.amis.aws.internal;

import dev.amis.model.Region;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import dev.amis.spi.VolumePort;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.rbin.RbinClient;

/** One account in one Region: its clients, made when they are first needed, and its ports. */
public final class AwsRegion implements RegionalProvider, AutoCloseable {

    private final Ec2 ec2;
    private final Supplier<RbinClient> rbin;
    private @Nullable RbinClient openRbin;

    /**
     * Makes the ports.
     *
     * @param client the EC2 client, owned from now on
     * @param rbin makes the Recycle Bin client, for those who ask for its rules
     * @param attempts the chain of attempts
     * @param region the Region
     */
    public AwsRegion(Ec2Client client, Supplier<RbinClient> rbin, Attempts attempts, Region region) {
        this.ec2 = new Ec2(client, attempts, region);
        this.rbin = rbin;
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
        return Optional.of(new RbinRulePort(rbin(), ec2.attempts()));
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return Optional.of(new Ec2LaunchTemplatePort(ec2));
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
    public synchronized void close() {
        ec2.client().close();
        if (openRbin != null) {
            openRbin.close();
        }
    }

    private synchronized RbinClient rbin() {
        RbinClient client = openRbin;
        if (client == null) {
            client = rbin.get();
            openRbin = client;
        }
        return client;
    }
}
