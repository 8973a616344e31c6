package dev.amis.usage;

import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The usage reports of a {@link StubRegion}: each is pending for some looks. */
final class StubReports implements ImageUsageReportPort {

    private final StubRegion region;
    private final Map<ImageUsageReportId, CreateImageUsageReportRequest> made = new LinkedHashMap<>();

    /** What all reports say. */
    final List<ImageUsageReportEntry> entries = new ArrayList<>();

    /** How often reports are pending before they are what they end as. */
    int looks = 2;

    String end = "available";

    StubReports(StubRegion region) {
        this.region = region;
    }

    /** The reports that were not deleted. */
    List<CreateImageUsageReportRequest> left() {
        return List.copyOf(made.values());
    }

    @Override
    public ImageUsageReportId createImageUsageReport(CreateImageUsageReportRequest request) {
        region.asked("CreateImageUsageReport", request);
        ImageUsageReportId id = new ImageUsageReportId("iur-" + request.imageId());
        made.put(id, request);
        return id;
    }

    @Override
    public Page<ImageUsageReport> describeImageUsageReports(ImageUsageReportsRequest request) {
        region.asked("DescribeImageUsageReports", request);
        String state = looks-- > 0 ? "pending" : end;
        return Page.only(request.reportIds().stream()
                .map(id -> new ImageUsageReport(id, made.get(id).imageId(), state, Optional.of("it is so")))
                .toList());
    }

    @Override
    public Page<ImageUsageReportEntry> describeImageUsageReportEntries(ImageUsageReportsRequest request) {
        region.asked("DescribeImageUsageReportEntries", request);
        List<ImageUsageReportEntry> asked = entries.stream()
                .filter(entry -> request.reportIds().stream()
                        .anyMatch(id -> made.get(id).imageId().equals(entry.imageId())))
                .toList();
        return StubRegion.page(asked, List.of(), request.nextToken(), (one, filter) -> true);
    }

    @Override
    public void deleteImageUsageReport(ImageUsageReportId reportId) {
        region.asked("DeleteImageUsageReport", reportId);
        made.remove(reportId);
    }
}
