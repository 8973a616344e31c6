package dev.amis.aws.internal;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ReferringResources;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportEntriesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportsRequest;
import software.amazon.awssdk.services.ec2.model.ImageUsageResourceTypeOptionRequest;
import software.amazon.awssdk.services.ec2.model.ImageUsageResourceTypeRequest;

/** Reports on the use of images through the SDK. */
final class Ec2ImageUsageReportPort implements ImageUsageReportPort {

    private final Ec2 ec2;

    Ec2ImageUsageReportPort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public ImageUsageReportId createImageUsageReport(CreateImageUsageReportRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.CreateImageUsageReportRequest.builder()
                .imageId(request.imageId().value())
                .clientToken(request.clientToken())
                .resourceTypes(write(request.resourceTypes()));
        if (!request.accountIds().isEmpty()) {
            asked.accountIds(request.accountIds().stream().map(AccountId::value).toList());
        }
        var built = asked.build();
        return new ImageUsageReportId(ec2.make(
                        Call.of("CreateImageUsageReport", request.imageId()),
                        () -> ec2.client().createImageUsageReport(built))
                .reportId());
    }

    @Override
    public Page<ImageUsageReport> describeImageUsageReports(ImageUsageReportsRequest request) {
        var asked = DescribeImageUsageReportsRequest.builder();
        if (!request.reportIds().isEmpty()) {
            asked.reportIds(ids(request));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(
                Call.of("DescribeImageUsageReports"), () -> ec2.client().describeImageUsageReports(built));
        return Ec2.page(
                answer.imageUsageReports().stream()
                        .map(report -> new ImageUsageReport(
                                new ImageUsageReportId(report.reportId()),
                                ImageId.of(report.imageId()),
                                report.state(),
                                Texts.text(report.stateReason())))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public Page<ImageUsageReportEntry> describeImageUsageReportEntries(ImageUsageReportsRequest request) {
        var asked = DescribeImageUsageReportEntriesRequest.builder();
        if (!request.reportIds().isEmpty()) {
            asked.reportIds(ids(request));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(
                Call.of("DescribeImageUsageReportEntries"), () -> ec2.client().describeImageUsageReportEntries(built));
        return Ec2.page(
                answer.imageUsageReportEntries().stream()
                        .map(entry -> new ImageUsageReportEntry(
                                ImageId.of(entry.imageId()),
                                AccountId.of(entry.accountId()),
                                entry.resourceType(),
                                entry.usageCount()))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public void deleteImageUsageReport(ImageUsageReportId reportId) {
        ec2.make(
                Call.of("DeleteImageUsageReport", reportId),
                () -> ec2.client().deleteImageUsageReport(asked -> asked.reportId(reportId.value())));
    }

    private static List<String> ids(ImageUsageReportsRequest request) {
        return request.reportIds().stream().map(ImageUsageReportId::value).toList();
    }

    private static List<ImageUsageResourceTypeRequest> write(List<ReferringResources> resources) {
        return resources.stream()
                .map(kind -> ImageUsageResourceTypeRequest.builder()
                        .resourceType(kind.resourceType())
                        .resourceTypeOptions(kind.options().entrySet().stream()
                                .map(option -> ImageUsageResourceTypeOptionRequest.builder()
                                        .optionName(option.getKey())
                                        .optionValues(option.getValue())
                                        .build())
                                .toList())
                        .build())
                .toList();
    }
}
