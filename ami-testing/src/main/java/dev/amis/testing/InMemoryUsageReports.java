package dev.amis.testing;

import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.Page;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2References;

/** The port of reports on the use of images over the world. */
record InMemoryUsageReports(Ec2References ec2, Caller caller) implements ImageUsageReportPort {

    @Override
    public ImageUsageReportId createImageUsageReport(CreateImageUsageReportRequest request) {
        return Answers.of(() -> ec2.createImageUsageReport(caller, request));
    }

    @Override
    public Page<ImageUsageReport> describeImageUsageReports(ImageUsageReportsRequest request) {
        return Answers.of(() -> ec2.describeImageUsageReports(caller.reading(), request));
    }

    @Override
    public Page<ImageUsageReportEntry> describeImageUsageReportEntries(ImageUsageReportsRequest request) {
        return Answers.of(() -> ec2.describeImageUsageReportEntries(caller.reading(), request));
    }

    @Override
    public void deleteImageUsageReport(ImageUsageReportId reportId) {
        Answers.run(() -> ec2.deleteImageUsageReport(caller, reportId));
    }
}
