package dev.amis.testing.endpoint;

import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.internal.Direct;
import dev.amis.testing.internal.TagListing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** The actions on tags. */
final class TagActions {

    private TagActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "CreateTags" ->
                Action.of(CreateTagsRequest::builder, CreateTagsRequest.class, TagActions::create, "ResourceId", "Tag");
            case "DeleteTags" ->
                Action.of(DeleteTagsRequest::builder, DeleteTagsRequest.class, TagActions::delete, "ResourceId", "Tag");
            case "DescribeTags" ->
                Action.of(
                        DescribeTagsRequest::builder,
                        DescribeTagsRequest.class,
                        TagActions::describe,
                        "Filter",
                        "MaxResults",
                        "NextToken");
            default -> null;
        };
    }

    private static SdkPojo create(CreateTagsRequest request, RegionalProvider account) {
        account.tags().createTags(new dev.amis.spi.CreateTagsRequest(request.resources(), Read.tags(request.tags())));
        return CreateTagsResponse.builder().build();
    }

    private static SdkPojo delete(DeleteTagsRequest request, RegionalProvider account) {
        Set<String> keys = new LinkedHashSet<>();
        for (Tag tag : request.tags()) {
            if (tag.value() != null) {
                throw new WireError(
                        "UnknownParameter", "Removing a tag only if it has a certain value is not imitated");
            }
            keys.add(Read.required("Tag.Key", tag.key()));
        }
        if (keys.isEmpty()) {
            throw new WireError("MissingParameter", "Removing all tags of a resource at once is not imitated");
        }
        account.tags().deleteTags(new dev.amis.spi.DeleteTagsRequest(request.resources(), keys));
        return DeleteTagsResponse.builder().build();
    }

    private static SdkPojo describe(DescribeTagsRequest request, RegionalProvider account) {
        Direct direct = Action.behind(account);
        Page<TagListing.Entry> page = direct.surroundings()
                .describeTags(
                        direct.caller(),
                        Read.question(List.of(), request.filters(), request.maxResults(), request.nextToken()));
        return DescribeTagsResponse.builder()
                .tags(page.items().stream()
                        .map(entry -> TagDescription.builder()
                                .resourceId(entry.resourceId())
                                .resourceType(entry.resourceType())
                                .key(entry.key())
                                .value(entry.value())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
