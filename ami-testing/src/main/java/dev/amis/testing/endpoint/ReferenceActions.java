package dev.amis.testing.endpoint;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ReferringResources;
import dev.amis.spi.RegionalProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateImageUsageReportRequest;
import software.amazon.awssdk.services.ec2.model.CreateImageUsageReportResponse;
import software.amazon.awssdk.services.ec2.model.DeleteImageUsageReportRequest;
import software.amazon.awssdk.services.ec2.model.DeleteImageUsageReportResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageReferencesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageReferencesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportEntriesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportEntriesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportsResponse;
import software.amazon.awssdk.services.ec2.model.ImageUsageReport;

/** Who uses images: EC2's own answer, and its reports on other accounts. */
final class ReferenceActions {

    private static final String MAX_RESULTS = "MaxResults";
    private static final String NEXT_TOKEN = "NextToken";

    private ReferenceActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeImageReferences" ->
                Action.of(
                        DescribeImageReferencesRequest::builder,
                        DescribeImageReferencesRequest.class,
                        ReferenceActions::references,
                        "ImageId",
                        "IncludeAllResourceTypes",
                        "ResourceType",
                        MAX_RESULTS,
                        NEXT_TOKEN);
            case "CreateImageUsageReport" ->
                Action.of(
                        CreateImageUsageReportRequest::builder,
                        CreateImageUsageReportRequest.class,
                        ReferenceActions::create,
                        "ImageId",
                        "ResourceType",
                        "AccountId",
                        "ClientToken");
            case "DescribeImageUsageReports" ->
                Action.of(
                        DescribeImageUsageReportsRequest::builder,
                        DescribeImageUsageReportsRequest.class,
                        ReferenceActions::reports,
                        "ReportId",
                        MAX_RESULTS,
                        NEXT_TOKEN);
            case "DescribeImageUsageReportEntries" ->
                Action.of(
                        DescribeImageUsageReportEntriesRequest::builder,
                        DescribeImageUsageReportEntriesRequest.class,
                        ReferenceActions::entries,
                        "ReportId",
                        MAX_RESULTS,
                        NEXT_TOKEN);
            case "DeleteImageUsageReport" ->
                Action.of(
                        DeleteImageUsageReportRequest::builder,
                        DeleteImageUsageReportRequest.class,
                        ReferenceActions::delete,
                        "ReportId");
            default -> null;
        };
    }

    private static SdkPojo references(DescribeImageReferencesRequest request, RegionalProvider account) {
        dev.amis.spi.DescribeImageReferencesRequest.Builder asked =
                dev.amis.spi.DescribeImageReferencesRequest.builder();
        request.imageIds().forEach(id -> asked.addImageId(Read.id("AMIID", "ami", id, ImageId::of)));
        asked.includeAllResourceTypes(Boolean.TRUE.equals(request.includeAllResourceTypes()));
        request.resourceTypes().forEach(type -> {
            Map<String, List<String>> options = new LinkedHashMap<>();
            type.resourceTypeOptions().forEach(one -> options.put(one.optionNameAsString(), one.optionValues()));
            asked.addResourceType(
                    new ReferringResources(Read.required("ResourceType", type.resourceTypeAsString()), options));
        });
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        asked.nextToken(Optional.ofNullable(request.nextToken()));
        Page<ImageReference> page =
                Read.required("port", account.imageReferences().orElse(null)).describeImageReferences(asked.build());
        return DescribeImageReferencesResponse.builder()
                .imageReferences(page.items().stream()
                        .map(reference -> software.amazon.awssdk.services.ec2.model.ImageReference.builder()
                                .imageId(reference.imageId().value())
                                .resourceType(reference.resourceType())
                                .arn(reference.arn())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo create(CreateImageUsageReportRequest request, RegionalProvider account) {
        dev.amis.spi.CreateImageUsageReportRequest.Builder asked = dev.amis.spi.CreateImageUsageReportRequest.builder();
        asked.imageId(Read.id("AMIID", "ami", request.imageId(), ImageId::of));
        request.resourceTypes().forEach(type -> {
            Map<String, List<String>> options = new LinkedHashMap<>();
            type.resourceTypeOptions().forEach(one -> options.put(one.optionName(), one.optionValues()));
            asked.addResourceType(new ReferringResources(Read.required("ResourceType", type.resourceType()), options));
        });
        request.accountIds().forEach(id -> asked.addAccountId(AccountId.of(id)));
        asked.clientToken(Optional.ofNullable(request.clientToken())
                .orElseGet(() -> UUID.randomUUID().toString()));
        return CreateImageUsageReportResponse.builder()
                .reportId(port(account).createImageUsageReport(asked.build()).value())
                .build();
    }

    private static SdkPojo reports(DescribeImageUsageReportsRequest request, RegionalProvider account) {
        var page = port(account)
                .describeImageUsageReports(question(request.reportIds(), request.maxResults(), request.nextToken()));
        return DescribeImageUsageReportsResponse.builder()
                .imageUsageReports(page.items().stream()
                        .map(report -> ImageUsageReport.builder()
                                .reportId(report.reportId().value())
                                .imageId(report.imageId().value())
                                .state(report.stateText())
                                .stateReason(report.stateReason().orElse(null))
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo entries(DescribeImageUsageReportEntriesRequest request, RegionalProvider account) {
        Page<ImageUsageReportEntry> page = port(account)
                .describeImageUsageReportEntries(
                        question(request.reportIds(), request.maxResults(), request.nextToken()));
        return DescribeImageUsageReportEntriesResponse.builder()
                .imageUsageReportEntries(page.items().stream()
                        .map(entry -> software.amazon.awssdk.services.ec2.model.ImageUsageReportEntry.builder()
                                .imageId(entry.imageId().value())
                                .accountId(entry.accountId().value())
                                .resourceType(entry.resourceType())
                                .usageCount(entry.usageCount())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo delete(DeleteImageUsageReportRequest request, RegionalProvider account) {
        port(account).deleteImageUsageReport(new ImageUsageReportId(Read.required("ReportId", request.reportId())));
        return DeleteImageUsageReportResponse.builder().returnValue(true).build();
    }

    private static ImageUsageReportsRequest question(
            List<String> ids, @Nullable Integer maxResults, @Nullable String nextToken) {
        return new ImageUsageReportsRequest(
                ids.stream().map(ImageUsageReportId::new).toList(),
                maxResults == null ? OptionalInt.empty() : OptionalInt.of(maxResults),
                Optional.ofNullable(nextToken));
    }

    private static ImageUsageReportPort port(RegionalProvider account) {
        return Read.required("port", account.imageUsageReports().orElse(null));
    }
}
