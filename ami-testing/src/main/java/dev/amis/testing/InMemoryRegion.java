package dev.amis.testing;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.Region;
import dev.amis.spi.BlockPublicAccessPort;
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
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;
import java.util.Optional;

/** One Region of the in-memory account: its ports. */
public final class InMemoryRegion implements RegionalProvider {

    private final Ec2 ec2;
    private final Caller caller;

    InMemoryRegion(Ec2 ec2, Caller caller) {
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
        throw notImitated("attributes of images");
    }

    @Override
    public ImageLifecyclePort imageLifecycle() {
        throw notImitated("the life cycle of images");
    }

    @Override
    public SnapshotPort snapshots() {
        return new InMemorySnapshots(ec2, caller);
    }

    @Override
    public TagPort tags() {
        return new InMemoryTags(ec2, caller);
    }

    @Override
    public InstancePort instances() {
        return request -> Answers.of(() -> ec2.describeInstances(caller, request));
    }

    @Override
    public Optional<BlockPublicAccessPort> blockPublicAccess() {
        return Optional.empty();
    }

    @Override
    public Optional<RecycleBinPort> recycleBin() {
        return Optional.empty();
    }

    @Override
    public Optional<RecycleBinRulePort> recycleBinRules() {
        return Optional.empty();
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return Optional.empty();
    }

    static UnsupportedCapabilityException notImitated(String what) {
        return new UnsupportedCapabilityException(
                Failure.of("InMemoryAws", what + " are not imitated so far").build());
    }
}
