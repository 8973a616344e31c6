package dev.amis.testing.endpoint;

import dev.amis.model.ConsoleOutput;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateId;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputRequest;
import software.amazon.awssdk.services.ec2.model.GetConsoleOutputResponse;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateSpecification;
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
                        "TagSpecification",
                        "LaunchTemplate",
                        "SubnetId",
                        "SecurityGroupId",
                        "KeyName",
                        "IamInstanceProfile",
                        "UserData",
                        "InstanceInitiatedShutdownBehavior");
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
            case "GetConsoleOutput" ->
                Action.of(
                        GetConsoleOutputRequest::builder,
                        GetConsoleOutputRequest.class,
                        InstanceActions::console,
                        "InstanceId",
                        "Latest");
            default -> null;
        };
    }

    private static SdkPojo describe(DescribeInstancesRequest request, RegionalProvider account) {
        unpaged(request.instanceIds(), request.maxResults());
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
        unpaged(request.instanceIds(), request.maxResults());
        var asked = dev.amis.spi.DescribeInstanceStatusRequest.builder()
                .addAllInstanceIds(ids(request.instanceIds()))
                .addAllFilters(Read.filters(request.filters()))
                .includeAllInstances(Read.truth(request.includeAllInstances()))
                .nextToken(Optional.ofNullable(request.nextToken()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        Page<dev.amis.model.InstanceStatus> page = life(account).describeInstanceStatus(asked.build());
        return DescribeInstanceStatusResponse.builder()
                .instanceStatuses(
                        page.items().stream().map(InstanceActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static void unpaged(List<String> ids, @Nullable Integer maxResults) {
        if (!ids.isEmpty() && maxResults != null) {
            throw new WireError(
                    "InvalidParameterCombination",
                    "The parameter instancesSet cannot be used with the parameter maxResults");
        }
    }

    private static InstanceStatus write(dev.amis.model.InstanceStatus status) {
        return InstanceStatus.builder()
                .instanceId(status.instanceId().value())
                .instanceState(state -> state.name(status.stateText()).code(code(status.state())))
                .instanceStatus(check -> check.status(status.instanceCheck().text()))
                .systemStatus(check -> check.status(status.systemCheck().text()))
                .build();
    }

    private static SdkPojo run(RunInstancesRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.INSTANCE);
        var asked = dev.amis.spi.RunInstancesRequest.builder()
                .imageId(Read.optional(request.imageId(), id -> Read.id("AMIID", "ami", id, ImageId::of)))
                .launchTemplate(Optional.ofNullable(request.launchTemplate()).map(InstanceActions::template))
                .instanceType(Read.optional(request.instanceTypeAsString(), InstanceType::of))
                .subnetId(Optional.ofNullable(request.subnetId()))
                .addAllSecurityGroupIds(request.securityGroupIds())
                .keyName(Optional.ofNullable(request.keyName()))
                .iamInstanceProfile(Optional.ofNullable(request.iamInstanceProfile())
                        .map(profile -> profile.arn() == null ? profile.name() : profile.arn()))
                .userData(Optional.ofNullable(request.userData()).map(InstanceActions::decoded))
                .addAllBlockDeviceMappings(Read.mappings(request.blockDeviceMappings()))
                .minCount(Read.required("MinCount", request.minCount()))
                .maxCount(Read.required("MaxCount", request.maxCount()))
                .terminateOnShutdown(terminates(request.instanceInitiatedShutdownBehaviorAsString()))
                .tags(Read.tags(request.tagSpecifications(), ResourceType.INSTANCE))
                .clientToken(Optional.ofNullable(request.clientToken()))
                .build();
        List<Instance> made = life(account).runInstances(asked);
        return RunInstancesResponse.builder()
                .ownerId(made.stream()
                        .findFirst()
                        .map(instance -> instance.ownerId().value())
                        .orElse(null))
                .reservationId(made.stream()
                        .findFirst()
                        .map(InstanceActions::reservation)
                        .orElse(null))
                .instances(made.stream().map(InstanceActions::write).toList())
                .build();
    }

    private static boolean terminates(@Nullable String behaviour) {
        if (behaviour != null && !behaviour.equals("stop") && !behaviour.equals("terminate")) {
            throw new WireError(
                    "InvalidParameterValue",
                    "Value (" + behaviour + ") for parameter instanceInitiatedShutdownBehavior is invalid.");
        }
        return "terminate".equals(behaviour);
    }

    private static dev.amis.model.LaunchTemplateSpecification template(LaunchTemplateSpecification template) {
        Read.either(template.launchTemplateId(), template.launchTemplateName());
        return new dev.amis.model.LaunchTemplateSpecification(
                Read.optional(
                        template.launchTemplateId(), id -> Read.id("LaunchTemplateId", "lt", id, LaunchTemplateId::of)),
                Optional.ofNullable(template.launchTemplateName()),
                Optional.ofNullable(template.version()));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new WireError("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.");
        }
    }

    private static SdkPojo start(StartInstancesRequest request, RegionalProvider account) {
        return StartInstancesResponse.builder()
                .startingInstances(turns(life(account).startInstances(some(request.instanceIds()))))
                .build();
    }

    private static SdkPojo stop(StopInstancesRequest request, RegionalProvider account) {
        return StopInstancesResponse.builder()
                .stoppingInstances(turns(life(account).stopInstances(some(request.instanceIds()))))
                .build();
    }

    private static SdkPojo terminate(TerminateInstancesRequest request, RegionalProvider account) {
        return TerminateInstancesResponse.builder()
                .terminatingInstances(turns(life(account).terminateInstances(some(request.instanceIds()))))
                .build();
    }

    private static SdkPojo console(GetConsoleOutputRequest request, RegionalProvider account) {
        InstanceId id = Read.id("InstanceID", "i", Read.required("InstanceId", request.instanceId()), InstanceId::of);
        ConsoleOutput output = life(account).getConsoleOutput(id, Read.truth(request.latest()));
        return GetConsoleOutputResponse.builder()
                .instanceId(id.value())
                .output(output.text()
                        .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                        .orElse(null))
                .timestamp(output.timestamp().orElse(null))
                .build();
    }

    private static InstanceLifecyclePort life(RegionalProvider account) {
        return Read.required("port", account.instanceLifecycle().orElse(null));
    }

    private static List<InstanceStateChange> turns(List<dev.amis.model.InstanceStateChange> turns) {
        return turns.stream()
                .map(turn -> InstanceStateChange.builder()
                        .instanceId(turn.instanceId().value())
                        .previousState(state -> state.name(turn.previousState()).code(code(turn.before())))
                        .currentState(state -> state.name(turn.currentState()).code(code(turn.after())))
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
        instance.subnetId().ifPresent(written::subnetId);
        instance.clientToken().ifPresent(written::clientToken);
        instance.stateReason()
                .ifPresent(reason ->
                        written.stateReason(why -> why.code(reason.code()).message(reason.message())));
        return written.build();
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
