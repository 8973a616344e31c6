package dev.amis.aws.internal;

import dev.amis.model.AccountId;
import dev.amis.model.ConsoleOutput;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceStateChange;
import dev.amis.model.InstanceStatus;
import dev.amis.model.InstanceType;
import dev.amis.model.StatusCheck;
import dev.amis.spi.DescribeInstanceStatusRequest;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.Page;
import dev.amis.spi.RunInstancesRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The life of instances through the SDK. */
final class Ec2InstanceLifecyclePort implements InstanceLifecyclePort {

    private final Ec2 ec2;

    Ec2InstanceLifecyclePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    /** With a token of the caller's the request is the same however often it is sent; without one it is sent once. */
    @Override
    public List<Instance> runInstances(RunInstancesRequest request) {
        var asked = write(request);
        String what = request.imageId()
                .map(Object::toString)
                .or(() -> request.launchTemplate().map(Object::toString))
                .orElse("");
        Call call =
                request.clientToken().isPresent() ? Call.of("RunInstances", what) : Call.making("RunInstances", what);
        RunInstancesResponse answer = ec2.make(call, () -> ec2.client().runInstances(asked));
        return answer.instances().stream()
                .map(instance -> InstanceMapping.read(ec2.region(), AccountId.of(answer.ownerId()), instance))
                .toList();
    }

    private static software.amazon.awssdk.services.ec2.model.RunInstancesRequest write(RunInstancesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.RunInstancesRequest.builder()
                .minCount(request.minCount())
                .maxCount(request.maxCount());
        request.imageId().ifPresent(id -> asked.imageId(id.value()));
        request.launchTemplate()
                .ifPresent(template -> asked.launchTemplate(specification -> {
                    specification.version(template.effectiveVersion());
                    template.launchTemplateId()
                            .ifPresentOrElse(
                                    id -> specification.launchTemplateId(id.value()),
                                    () -> specification.launchTemplateName(
                                            template.launchTemplateName().orElse(null)));
                }));
        request.instanceType().map(InstanceType::value).ifPresent(asked::instanceType);
        request.subnetId().ifPresent(asked::subnetId);
        if (!request.securityGroupIds().isEmpty()) {
            asked.securityGroupIds(request.securityGroupIds());
        }
        request.keyName().ifPresent(asked::keyName);
        request.iamInstanceProfile()
                .ifPresent(profile -> asked.iamInstanceProfile(
                        named -> (profile.startsWith("arn:") ? named.arn(profile) : named.name(profile)).build()));
        request.userData().ifPresent(text -> asked.userData(encoded(text)));
        if (!request.blockDeviceMappings().isEmpty()) {
            asked.blockDeviceMappings(DeviceMapping.write(request.blockDeviceMappings()));
        }
        if (request.terminateOnShutdown()) {
            asked.instanceInitiatedShutdownBehavior("terminate");
        }
        if (!request.tags().isEmpty()) {
            asked.tagSpecifications(TagSpecification.builder()
                    .resourceType(ResourceType.INSTANCE)
                    .tags(TagMapping.write(request.tags()))
                    .build());
        }
        request.clientToken().ifPresent(asked::clientToken);
        return asked.build();
    }

    @Override
    public List<InstanceStateChange> startInstances(List<InstanceId> instanceIds) {
        var answer = ec2.make(
                Call.of("StartInstances", some(instanceIds)),
                () -> ec2.client().startInstances(asked -> asked.instanceIds(texts(instanceIds))));
        return changes(answer.startingInstances());
    }

    @Override
    public List<InstanceStateChange> stopInstances(List<InstanceId> instanceIds) {
        var answer = ec2.make(
                Call.of("StopInstances", some(instanceIds)),
                () -> ec2.client().stopInstances(asked -> asked.instanceIds(texts(instanceIds))));
        return changes(answer.stoppingInstances());
    }

    @Override
    public List<InstanceStateChange> terminateInstances(List<InstanceId> instanceIds) {
        var answer = ec2.make(
                Call.of("TerminateInstances", some(instanceIds)),
                () -> ec2.client().terminateInstances(asked -> asked.instanceIds(texts(instanceIds))));
        return changes(answer.terminatingInstances());
    }

    @Override
    public Page<InstanceStatus> describeInstanceStatus(DescribeInstanceStatusRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest.builder();
        if (!request.instanceIds().isEmpty()) {
            asked.instanceIds(texts(request.instanceIds()));
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        if (request.includeAllInstances()) {
            asked.includeAllInstances(true);
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer =
                ec2.make(Call.of("DescribeInstanceStatus"), () -> ec2.client().describeInstanceStatus(built));
        return Ec2.page(
                answer.instanceStatuses().stream()
                        .map(status -> new InstanceStatus(
                                InstanceId.of(status.instanceId()),
                                status.instanceState().nameAsString(),
                                check(status.instanceStatus()),
                                check(status.systemStatus())))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public ConsoleOutput getConsoleOutput(InstanceId instanceId, boolean latest) {
        var answer = ec2.make(
                Call.of("GetConsoleOutput", instanceId),
                () -> ec2.client()
                        .getConsoleOutput(
                                asked -> asked.instanceId(instanceId.value()).latest(latest ? true : null)));
        // The SDK hands the text over as EC2 sends it, in base64, at times in lines.
        Optional<String> text = Texts.text(answer.output())
                .map(encoded -> new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8));
        return new ConsoleOutput(instanceId, text, Optional.ofNullable(answer.timestamp()));
    }

    private static StatusCheck check(InstanceStatusSummary summary) {
        return StatusCheck.parse(Optional.ofNullable(summary)
                .map(InstanceStatusSummary::statusAsString)
                .orElse(""));
    }

    private static List<InstanceStateChange> changes(
            List<software.amazon.awssdk.services.ec2.model.InstanceStateChange> changes) {
        return changes.stream()
                .map(change -> new InstanceStateChange(
                        InstanceId.of(change.instanceId()),
                        change.previousState().nameAsString(),
                        change.currentState().nameAsString()))
                .toList();
    }

    private static String some(List<InstanceId> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("instanceIds is empty, but must have at least one");
        }
        return ids.size() == 1 ? ids.get(0).value() : ids.get(0) + " and " + (ids.size() - 1) + " more";
    }

    private static List<String> texts(List<InstanceId> ids) {
        return ids.stream().map(InstanceId::value).toList();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
