package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.model.DeviceType;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a provider's {@link dev.amis.spi.InstancePort} must do. */
public abstract class InstancePortContract extends Rules {

    /** Makes a contract. */
    protected InstancePortContract() {}

    @Test
    void instanceSaysWhatItIs() {
        InstanceId id = world.runInstance();

        Instance instance = owner.instance(id);

        assertThat(instance.region()).isEqualTo(owner.region());
        assertThat(instance.ownerId()).isEqualTo(owner.account());
        assertThat(instance.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(instance.rootDeviceType()).isEqualTo(DeviceType.EBS);
        assertThat(instance.launchTime().orElseThrow())
                .isBeforeOrEqualTo(owner.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void rootVolumeIsAmongTheVolumes() {
        Instance instance = owner.instance(world.runInstance());

        assertThat(instance.volumes())
                .map(volume -> volume.deviceName())
                .contains(instance.rootDeviceName().orElseThrow());
    }

    @Test
    void stoppedInstanceSaysSo() {
        InstanceId id = world.runInstance();

        world.stopInstance(id);

        assertThat(owner.instance(id).state()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void terminatedInstanceIsNotAnsweredAsAlive() {
        InstanceId id = world.runInstance();

        world.terminateInstance(id);

        assertThat(all(DescribeInstancesRequest.builder().build()))
                .filteredOn(instance -> instance.instanceId().equals(id))
                .allMatch(instance -> instance.state() == InstanceState.TERMINATED);
    }

    @Test
    void withoutIdsAllAreAnswered() {
        InstanceId first = world.runInstance();
        InstanceId second = world.runInstance();

        assertThat(all(DescribeInstancesRequest.builder().build()))
                .map(Instance::instanceId)
                .contains(first, second);
    }

    @Test
    void imageFilterFindsItsInstances() {
        Instance instance = owner.instance(world.runInstance());

        assertThat(found("image-id", instance.imageId().value())).contains(instance.instanceId());
        assertThat(found("image-id", "ami-00000000000000bad")).isEmpty();
    }

    @Test
    void stateFilterMatchesTheState() {
        InstanceId running = world.runInstance();
        InstanceId stopped = world.runInstance();
        world.stopInstance(stopped);

        assertThat(found("instance-state-name", "running")).contains(running).doesNotContain(stopped);
        assertThat(found("instance-state-name", "stopped")).contains(stopped).doesNotContain(running);
    }

    @Test
    void everyInstanceIsOnExactlyOnePage() {
        List<InstanceId> made = Stream.generate(world::runInstance).limit(7).toList();

        assertThat(all(DescribeInstancesRequest.builder().maxResults(5).build()))
                .map(Instance::instanceId)
                .containsAll(made)
                .doesNotHaveDuplicates();
    }

    @Test
    void unknownIdIsRefused() {
        DescribeInstancesRequest request = DescribeInstancesRequest.builder()
                .addInstanceId(InstanceId.of("i-00000000000000bad"))
                .build();

        refused(
                NotFoundException.class,
                "InvalidInstanceID.NotFound",
                () -> owner.ports().instances().describeInstances(request));
    }

    @Test
    void instancesOfAnotherAccountAreNotSeen() {
        Actor stranger = stranger();
        InstanceId instance = world.runInstance();

        assertThat(stranger.ports()
                        .instances()
                        .describeInstances(DescribeInstancesRequest.builder().build())
                        .items())
                .map(Instance::instanceId)
                .doesNotContain(instance);
    }

    private List<InstanceId> found(String filter, String value) {
        return all(DescribeInstancesRequest.builder()
                        .addFilter(Filter.of(filter, value))
                        .build())
                .stream()
                .map(Instance::instanceId)
                .toList();
    }

    private List<Instance> all(DescribeInstancesRequest request) {
        return Pages.items(token -> owner.ports().instances().describeInstances(request.withNextToken(token)));
    }
}
