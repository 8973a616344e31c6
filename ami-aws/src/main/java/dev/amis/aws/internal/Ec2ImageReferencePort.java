package dev.amis.aws.internal;

import dev.amis.model.ImageId;
import dev.amis.spi.DescribeImageReferencesRequest;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.Page;
import dev.amis.spi.ReferringResources;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.ResourceTypeOption;
import software.amazon.awssdk.services.ec2.model.ResourceTypeRequest;

/** EC2's own answer to who refers to images through the SDK. */
final class Ec2ImageReferencePort implements ImageReferencePort {

    private final Ec2 ec2;

    Ec2ImageReferencePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<ImageReference> describeImageReferences(DescribeImageReferencesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeImageReferencesRequest.builder()
                .imageIds(request.imageIds().stream().map(ImageId::value).toList());
        if (request.includeAllResourceTypes()) {
            asked.includeAllResourceTypes(true);
        }
        if (!request.resourceTypes().isEmpty()) {
            asked.resourceTypes(write(request.resourceTypes()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer =
                ec2.make(Call.of("DescribeImageReferences"), () -> ec2.client().describeImageReferences(built));
        return Ec2.page(
                answer.imageReferences().stream()
                        .map(reference -> new ImageReference(
                                ImageId.of(reference.imageId()), reference.resourceTypeAsString(), reference.arn()))
                        .toList(),
                answer.nextToken());
    }

    private static List<ResourceTypeRequest> write(List<ReferringResources> resources) {
        return resources.stream()
                .map(kind -> ResourceTypeRequest.builder()
                        .resourceType(kind.resourceType())
                        .resourceTypeOptions(kind.options().entrySet().stream()
                                .map(option -> ResourceTypeOption.builder()
                                        .optionName(option.getKey())
                                        .optionValues(option.getValue())
                                        .build())
                                .toList())
                        .build())
                .toList();
    }
}
