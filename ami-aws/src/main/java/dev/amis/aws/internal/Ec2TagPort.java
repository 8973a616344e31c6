package dev.amis.aws.internal;

import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.TagPort;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Tags through the SDK. */
final class Ec2TagPort implements TagPort {

    private final Ec2 ec2;

    Ec2TagPort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public void createTags(CreateTagsRequest request) {
        ec2.make(
                Call.of("CreateTags", String.join(",", request.resources())),
                () -> ec2.client()
                        .createTags(
                                asked -> asked.resources(request.resources()).tags(TagMapping.write(request.tags()))));
    }

    @Override
    public void deleteTags(DeleteTagsRequest request) {
        ec2.make(
                Call.of("DeleteTags", String.join(",", request.resources())),
                () -> ec2.client()
                        .deleteTags(asked -> asked.resources(request.resources())
                                .tags(request.keys().stream()
                                        .map(key -> Tag.builder().key(key).build())
                                        .toList())));
    }
}
