package dev.amis.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.CopyImageRequest;
import software.amazon.awssdk.services.ec2.model.CopySnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CreateImageRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.RegisterImageRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Marks what a run makes, in the same call that makes it, so that a run that dies leaves nothing unmarked. The mark is hidden
 * from what is read, because rules ask for the tags that they have set and no others.
 */
final class RunTag implements ExecutionInterceptor {

    static final String KEY = "amis-contract-run";

    private final Tag tag;

    RunTag(String run) {
        this.tag = Tag.builder().key(KEY).value(run).build();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof CreateImageRequest create) {
            return create.toBuilder()
                    .tagSpecifications(marked(create.tagSpecifications(), ResourceType.IMAGE, ResourceType.SNAPSHOT))
                    .build();
        }
        if (request instanceof RegisterImageRequest register) {
            return register.toBuilder()
                    .tagSpecifications(marked(register.tagSpecifications(), ResourceType.IMAGE))
                    .build();
        }
        if (request instanceof CopyImageRequest copy) {
            // Where the tags of the source are copied, its mark is among them.
            List<TagSpecification> marked = Boolean.TRUE.equals(copy.copyImageTags())
                    ? marked(copy.tagSpecifications(), ResourceType.SNAPSHOT)
                    : marked(copy.tagSpecifications(), ResourceType.IMAGE, ResourceType.SNAPSHOT);
            return copy.toBuilder().tagSpecifications(marked).build();
        }
        if (request instanceof CreateSnapshotRequest create) {
            return create.toBuilder()
                    .tagSpecifications(marked(create.tagSpecifications(), ResourceType.SNAPSHOT))
                    .build();
        }
        if (request instanceof CopySnapshotRequest copy) {
            return copy.toBuilder()
                    .tagSpecifications(marked(copy.tagSpecifications(), ResourceType.SNAPSHOT))
                    .build();
        }
        if (request instanceof RunInstancesRequest run) {
            return run.toBuilder()
                    .tagSpecifications(marked(run.tagSpecifications(), ResourceType.INSTANCE))
                    .build();
        }
        return request;
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        SdkResponse response = context.response();
        if (response instanceof DescribeImagesResponse answer) {
            return answer.toBuilder()
                    .images(answer.images().stream()
                            .map(image -> image.toBuilder()
                                    .tags(unmarked(image.tags()))
                                    .build())
                            .toList())
                    .build();
        }
        if (response instanceof DescribeSnapshotsResponse answer) {
            return answer.toBuilder()
                    .snapshots(answer.snapshots().stream()
                            .map(snapshot -> snapshot.toBuilder()
                                    .tags(unmarked(snapshot.tags()))
                                    .build())
                            .toList())
                    .build();
        }
        return response instanceof DescribeInstancesResponse answer ? unmarked(answer) : response;
    }

    /** The mark itself, for what is made by others' means. */
    TagSpecification on(ResourceType type) {
        return TagSpecification.builder().resourceType(type).tags(tag).build();
    }

    private List<TagSpecification> marked(List<TagSpecification> specifications, ResourceType... types) {
        List<TagSpecification> marked = new ArrayList<>(specifications);
        for (ResourceType type : types) {
            // EC2 takes one specification for a type.
            List<Tag> tags = new ArrayList<>(List.of(tag));
            marked.stream().filter(one -> one.resourceType() == type).forEach(one -> tags.addAll(one.tags()));
            marked.removeIf(one -> one.resourceType() == type);
            marked.add(TagSpecification.builder().resourceType(type).tags(tags).build());
        }
        return marked;
    }

    private static DescribeInstancesResponse unmarked(DescribeInstancesResponse answer) {
        return answer.toBuilder()
                .reservations(answer.reservations().stream()
                        .map(reservation -> reservation.toBuilder()
                                .instances(reservation.instances().stream()
                                        .map(one -> one.toBuilder()
                                                .tags(unmarked(one.tags()))
                                                .build())
                                        .toList())
                                .build())
                        .toList())
                .build();
    }

    private static List<Tag> unmarked(List<Tag> tags) {
        return tags.stream().filter(one -> !one.key().equals(KEY)).toList();
    }
}
