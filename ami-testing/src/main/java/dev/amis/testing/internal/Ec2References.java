package dev.amis.testing.internal;

import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.DescribeImageReferencesRequest;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.Page;

/** The world by EC2's actions on who uses images. All fail with {@link Ec2Error} and {@link LostAnswer}. */
public final class Ec2References {

    private final World world;
    private final References references;
    private final UsageReports reports;

    public Ec2References(World world) {
        this.world = world;
        this.references = new References(world);
        this.reports = new UsageReports(world);
    }

    public Page<ImageReference> describeImageReferences(Caller caller, DescribeImageReferencesRequest request) {
        Call asked = caller.call("DescribeImageReferences").about(request.imageIds());
        return world.answer(asked, call -> references.describe(call, request));
    }

    public ImageUsageReportId createImageUsageReport(Caller caller, CreateImageUsageReportRequest request) {
        Call asked = caller.call("CreateImageUsageReport").about(request.imageId());
        return world.answer(asked, call -> reports.create(call, request));
    }

    public Page<ImageUsageReport> describeImageUsageReports(Caller caller, ImageUsageReportsRequest request) {
        Call asked = caller.call("DescribeImageUsageReports").about(request.reportIds());
        return world.answer(asked, call -> reports.reports(call, request));
    }

    public Page<ImageUsageReportEntry> describeImageUsageReportEntries(
            Caller caller, ImageUsageReportsRequest request) {
        Call asked = caller.call("DescribeImageUsageReportEntries").about(request.reportIds());
        return world.answer(asked, call -> reports.entries(call, request));
    }

    public void deleteImageUsageReport(Caller caller, ImageUsageReportId id) {
        world.perform(caller.call("DeleteImageUsageReport").about(id), call -> reports.delete(call, id));
    }
}
