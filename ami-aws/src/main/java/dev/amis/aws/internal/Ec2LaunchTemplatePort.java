package dev.amis.aws.internal;

import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;

/** Launch templates through the SDK. */
final class Ec2LaunchTemplatePort implements LaunchTemplatePort {

    private final Ec2 ec2;

    Ec2LaunchTemplatePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<LaunchTemplateVersion> describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest.builder();
        request.launchTemplateId().ifPresent(id -> asked.launchTemplateId(id.value()));
        request.launchTemplateName().ifPresent(asked::launchTemplateName);
        if (!request.versions().isEmpty()) {
            asked.versions(request.versions());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        if (request.resolveAlias()) {
            asked.resolveAlias(true);
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(
                Call.of("DescribeLaunchTemplateVersions"), () -> ec2.client().describeLaunchTemplateVersions(built));
        return Ec2.page(
                answer.launchTemplateVersions().stream()
                        .map(version -> TemplateMapping.read(ec2.region(), version))
                        .toList(),
                answer.nextToken());
    }
}
