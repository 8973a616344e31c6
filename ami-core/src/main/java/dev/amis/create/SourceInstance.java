package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.OwnResources;
import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BlockDeviceRules;
import dev.amis.model.DeviceType;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.stream.Collectors;

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
        List<Instance> found = OwnResources.instances(ports, question);
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
        source.checkMappings(request.blockDeviceMappings());
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

    private void checkMappings(List<BlockDeviceMapping> mappings) {
        List<BlockDeviceRules.Violation> violations =
                BlockDeviceRules.violations(BlockDeviceContext.creatingFrom(instance), mappings);
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(failure(violations.stream()
                            .map(BlockDeviceRules.Violation::message)
                            .collect(Collectors.joining("; ")))
                    .build());
        }
        mappings.forEach(this::checkLeftOut);
    }

    private void checkLeftOut(BlockDeviceMapping mapping) {
        List<String> attached =
                instance.volumes().stream().map(AttachedVolume::deviceName).toList();
        if (mapping.device() instanceof BlockDeviceMapping.NoDevice && !attached.contains(mapping.deviceName())) {
            throw new InvalidRequestException(
                    failure(mapping.deviceName() + " is to be left out, but the instance has no such volume")
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
