package dev.amis.testing.endpoint;

import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.internal.Direct;
import dev.amis.testing.internal.Launching;
import dev.amis.testing.internal.Machines;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

/** The actions on instances, all of which take their effect at once. */
final class InstanceActions {

    private InstanceActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeInstances" ->
                Action.of(
                        DescribeInstancesRequest::builder,
                        DescribeInstancesRequest.class,
                        InstanceActions::describe,
                        "InstanceId",
                        "Filter",
                        "MaxResults",
                        "NextToken");
            case "DescribeInstanceStatus" ->
                Action.of(
                        DescribeInstanceStatusRequest::builder,
                        DescribeInstanceStatusRequest.class,
                        InstanceActions::status,
                        "InstanceId",
                        "IncludeAllInstances",
                        "Filter",
                        "MaxResults",
                        "NextToken");
            case "RunInstances" ->
                Action.of(
                        RunInstancesRequest::builder,
                        RunInstancesRequest.class,
                        InstanceActions::run,
                        "ImageId",
                        "InstanceType",
                        "MinCount",
                        "MaxCount",
                        "ClientToken",
                        "BlockDeviceMapping",
                        "TagSpecification");
            case "StartInstances" ->
                Action.of(
                        StartInstancesRequest::builder,
                        StartInstancesRequest.class,
                        InstanceActions::start,
                        "InstanceId");
            case "StopInstances" ->
                Action.of(
                        StopInstancesRequest::builder,
                        StopInstancesRequest.class,
                        InstanceActions::stop,
                        "InstanceId",
                        "Force");
            case "TerminateInstances" ->
                Action.of(
                        TerminateInstancesRequest::builder,
                        TerminateInstancesRequest.class,
                        InstanceActions::terminate,
                        "InstanceId");
            default -> null;
        };
    }

    private static SdkPojo describe(DescribeInstancesRequest request, RegionalProvider account) {
        var asked = dev.amis.spi.DescribeInstancesRequest.builder();
        ids(request.instanceIds()).forEach(asked::addInstanceId);
        asked.addAllFilters(Read.filters(request.filters()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        asked.nextToken(Optional.ofNullable(request.nextToken()));
        Page<Instance> page = account.instances().describeInstances(asked.build());
        return DescribeInstancesResponse.builder()
                .reservations(page.items().stream()
                        .map(instance -> Reservation.builder()
                                .ownerId(instance.ownerId().value())
                                .reservationId(reservation(instance))
                                .instances(write(instance))
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo status(DescribeInstanceStatusRequest request, RegionalProvider account) {
        ids(request.instanceIds());
        var question =
                Read.question(request.instanceIds(), request.filters(), request.maxResults(), request.nextToken());
        Direct direct = Action.behind(account);
        Page<Instance> page = direct.surroundings()
                .describeInstanceStatus(direct.caller(), question, Read.truth(request.includeAllInstances()));
        return DescribeInstanceStatusResponse.builder()
                .instanceStatuses(
                        page.items().stream().map(InstanceActions::status).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static InstanceStatus status(Instance instance) {
        String health = instance.state() == InstanceState.RUNNING ? "ok" : "not-applicable";
        return InstanceStatus.builder()
                .instanceId(instance.instanceId().value())
                .instanceState(state -> state.name(instance.stateText()).code(code(instance.state())))
                .instanceStatus(status -> status.status(health))
                .systemStatus(status -> status.status(health))
                .build();
    }

    private static SdkPojo run(RunInstancesRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.INSTANCE);
        Launching.Order order = new Launching.Order(
                Optional.of(Read.id("AMIID", "ami", request.imageId(), ImageId::of)),
                Read.optional(request.instanceTypeAsString(), InstanceType::of),
                Read.mappings(request.blockDeviceMappings()),
                Read.tags(request.tagSpecifications(), ResourceType.INSTANCE));
        Machines.Launch launch = new Machines.Launch(
                order,
                Read.required("MinCount", request.minCount()),
                Read.required("MaxCount", request.maxCount()),
                Optional.ofNullable(request.clientToken()));
        Direct direct = Action.behind(account);
        List<Instance> made = direct.surroundings().runInstances(direct.caller(), launch);
        return RunInstancesResponse.builder()
                .ownerId(account(direct))
                .reservationId(made.stream()
                        .findFirst()
                        .map(InstanceActions::reservation)
                        .orElse(null))
                .instances(made.stream().map(InstanceActions::write).toList())
                .build();
    }

    private static SdkPojo start(StartInstancesRequest request, RegionalProvider account) {
        Direct direct = Action.behind(account);
        return StartInstancesResponse.builder()
                .startingInstances(
                        turns(direct.surroundings().startInstances(direct.caller(), some(request.instanceIds()))))
                .build();
    }

    private static SdkPojo stop(StopInstancesRequest request, RegionalProvider account) {
        Direct direct = Action.behind(account);
        return StopInstancesResponse.builder()
                .stoppingInstances(
                        turns(direct.surroundings().stopInstances(direct.caller(), some(request.instanceIds()))))
                .build();
    }

    private static SdkPojo terminate(TerminateInstancesRequest request, RegionalProvider account) {
        Direct direct = Action.behind(account);
        return TerminateInstancesResponse.builder()
                .terminatingInstances(
                        turns(direct.surroundings().terminateInstances(direct.caller(), some(request.instanceIds()))))
                .build();
    }

    private static List<InstanceStateChange> turns(List<Machines.Turn> turns) {
        return turns.stream()
                .map(turn -> InstanceStateChange.builder()
                        .instanceId(turn.instance().value())
                        .previousState(state -> state.name(turn.before().text()).code(code(turn.before())))
                        .currentState(state -> state.name(turn.after().text()).code(code(turn.after())))
                        .build())
                .toList();
    }

    private static software.amazon.awssdk.services.ec2.model.Instance write(Instance instance) {
        var written = software.amazon.awssdk.services.ec2.model.Instance.builder()
                .instanceId(instance.instanceId().value())
                .imageId(instance.imageId().value())
                .instanceType(instance.instanceType().value())
                .rootDeviceType(instance.rootDeviceType().value())
                .state(state -> state.name(instance.stateText()).code(code(instance.state())))
                .tags(Write.tags(instance.tags()))
                .blockDeviceMappings(instance.volumes().stream()
                        .map(volume -> InstanceBlockDeviceMapping.builder()
                                .deviceName(volume.deviceName())
                                .ebs(ebs -> ebs.volumeId(volume.volumeId().value())
                                        .deleteOnTermination(volume.deleteOnTermination())
                                        .status("attached"))
                                .build())
                        .toList());
        instance.architecture().ifPresent(architecture -> written.architecture(architecture.value()));
        instance.virtualizationType().ifPresent(type -> written.virtualizationType(type.value()));
        instance.platform().ifPresent(platform -> written.platform(platform.value()));
        instance.launchTime().ifPresent(written::launchTime);
        instance.rootDeviceName().ifPresent(written::rootDeviceName);
        return written.build();
    }

    private static String account(Direct direct) {
        return direct.caller().account().value();
    }

    private static String reservation(Instance instance) {
        return "r-" + instance.instanceId().value().substring(2);
    }

    private static List<InstanceId> some(List<String> ids) {
        if (ids.isEmpty()) {
            throw new WireError("MissingParameter", "The request must contain the parameter InstanceId");
        }
        return ids(ids);
    }

    private static List<InstanceId> ids(List<String> ids) {
        return ids.stream()
                .map(id -> Read.id("InstanceID", "i", id, InstanceId::of))
                .toList();
    }

    private static int code(InstanceState state) {
        return switch (state) {
            case PENDING -> 0;
            case RUNNING -> 16;
            case SHUTTING_DOWN -> 32;
            case TERMINATED -> 48;
            case STOPPING -> 64;
            case STOPPED -> 80;
            case UNKNOWN -> 255;
        };
    }
}
