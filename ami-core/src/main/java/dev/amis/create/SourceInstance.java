package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.Pages;
import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.DeviceType;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;

/** Looks whether EC2 can make an image of an instance, so that what is wrong is said in words before anything happens. */
final class SourceInstance {

    private final Instance instance;

    private SourceInstance(Instance instance) {
        this.instance = instance;
    }

    static void check(RegionalProvider ports, CreateImageRequest request) {
        DescribeInstancesRequest question = DescribeInstancesRequest.builder()
                .addInstanceId(request.instanceId())
                .build();
        List<Instance> found = Pages.all(
                "DescribeInstances", token -> ports.instances().describeInstances(question.withNextToken(token)));
        if (found.isEmpty()) {
            throw new NotFoundException(
                    Failure.of("CreateImage", "there is no such instance in this account and Region")
                            .resource(request.instanceId().value())
                            .region(ports.region())
                            .build());
        }
        SourceInstance source = new SourceInstance(found.get(0));
        source.checkState();
        source.checkRoot();
        request.blockDeviceMappings().forEach(source::checkLeftOut);
    }

    private void checkState() {
        InstanceState state = instance.state();
        if (state != InstanceState.RUNNING && state != InstanceState.STOPPED) {
            throw new ConflictException(failure("the instance is " + instance.stateText())
                    .advice("It must be running or stopped")
                    .build());
        }
    }

    private void checkRoot() {
        if (!instance.rootDeviceType().equals(DeviceType.EBS)) {
            throw new InvalidRequestException(
                    failure("the root device of the instance is " + instance.rootDeviceType() + ", but must be ebs")
                            .build());
        }
    }

    private void checkLeftOut(BlockDeviceMapping mapping) {
        if (!(mapping.device() instanceof BlockDeviceMapping.NoDevice)) {
            return;
        }
        String device = mapping.deviceName();
        if (instance.rootDeviceName().equals(Optional.of(device))) {
            throw new InvalidRequestException(failure(device + " is the root device, which cannot be left out")
                    .build());
        }
        List<String> attached =
                instance.volumes().stream().map(AttachedVolume::deviceName).toList();
        if (!attached.contains(device)) {
            throw new InvalidRequestException(
                    failure(device + " is to be left out, but the instance has no such volume")
                            .advice("It has " + String.join(", ", attached))
                            .build());
        }
    }

    private Failure.Builder failure(String reason) {
        return Failure.of("CreateImage", reason)
                .resource(instance.instanceId().value())
                .region(instance.region());
    }
}
