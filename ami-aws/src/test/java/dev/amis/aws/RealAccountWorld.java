package dev.amis.aws;

import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.contract.ContractWorld;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/**
 * What a test can have on a real account: instances, and no second account, no organization, no keys, no public images, no
 * rules of the Recycle Bin, no launch templates, groups, fleets or parameters of its own, and days that take days. The rules
 * that need those are skipped.
 */
final class RealAccountWorld implements ContractWorld {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int LOOKS = 120;
    private static final String TYPE = "t3.micro";

    private final RealAccount account;

    RealAccountWorld(RealAccount account) {
        this.account = account;
    }

    @Override
    public AmiProvider provider() {
        return account.provider();
    }

    @Override
    public Region otherRegion() {
        return account.otherRegion();
    }

    @Override
    public InstanceId runInstance() {
        return run(List.of());
    }

    @Override
    public Optional<InstanceId> runInstanceWithDataVolume() {
        return Optional.of(run(List.of(BlockDeviceMapping.builder()
                .deviceName("/dev/sdf")
                .ebs(ebs -> ebs.volumeSize(20).volumeType(VolumeType.GP3).deleteOnTermination(true))
                .build())));
    }

    @Override
    public void stopInstance(InstanceId instance) {
        account.ec2().stopInstances(asked -> asked.instanceIds(instance.value()));
        await(instance, InstanceStateName.STOPPED);
    }

    @Override
    public void terminateInstance(InstanceId instance) {
        account.ec2().terminateInstances(asked -> asked.instanceIds(instance.value()));
        await(instance, InstanceStateName.TERMINATED);
    }

    @Override
    public boolean takesAllTags() {
        return false;
    }

    /** The provider lives on: it is the run's. */
    @Override
    public void close() {
        account.sweep();
    }

    private InstanceId run(List<BlockDeviceMapping> devices) {
        String made = account.ec2()
                .runInstances(asked -> asked.imageId(baseImage())
                        .instanceType(TYPE)
                        .minCount(1)
                        .maxCount(1)
                        .blockDeviceMappings(devices)
                        .tagSpecifications(account.mark().on(ResourceType.INSTANCE)))
                .instances()
                .get(0)
                .instanceId();
        InstanceId instance = InstanceId.of(made);
        await(instance, InstanceStateName.RUNNING);
        return instance;
    }

    /** The newest Amazon Linux. */
    private String baseImage() {
        return account
                .ec2()
                .describeImages(
                        asked -> asked.owners("amazon").filters(filter("name", "al2023-ami-2023.*-kernel-*-x86_64")))
                .images()
                .stream()
                .max(Comparator.comparing(Image::creationDate))
                .orElseThrow(() -> new IllegalStateException("there is no Amazon Linux 2023 in this Region"))
                .imageId();
    }

    private void await(InstanceId instance, InstanceStateName expected) {
        for (int look = 0; look < LOOKS; look++) {
            boolean there = account
                    .ec2()
                    .describeInstances(asked -> asked.filters(filter("instance-id", instance.value())))
                    .reservations()
                    .stream()
                    .flatMap(reservation -> reservation.instances().stream())
                    .map(Instance::state)
                    .anyMatch(state -> state.name() == expected);
            if (there) {
                return;
            }
            pause();
        }
        throw new IllegalStateException(instance + " is not " + expected + " after " + PAUSE.multipliedBy(LOOKS));
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private void pause() {
        try {
            account.provider().sleeper().sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an instance", interrupted);
        }
    }
}
