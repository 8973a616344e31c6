package dev.amis.spi;

/** Reports on how other accounts use an image that the caller owns. */
public interface ImageUsageReportPort {

    /**
     * Calls {@code CreateImageUsageReport}. EC2 makes the report in a while and keeps it for 30 days.
     *
     * @param request which image, and what is counted
     * @return the id of the report
     * @throws dev.amis.error.NotFoundException if there is no such image
     */
    ImageUsageReportId createImageUsageReport(CreateImageUsageReportRequest request);

    /**
     * Calls {@code DescribeImageUsageReports} once.
     *
     * @param request which reports, and which page
     * @return one page
     */
    Page<ImageUsageReport> describeImageUsageReports(ImageUsageReportsRequest request);

    /**
     * Calls {@code DescribeImageUsageReportEntries} once.
     *
     * @param request which reports, and which page
     * @return one page
     */
    Page<ImageUsageReportEntry> describeImageUsageReportEntries(ImageUsageReportsRequest request);

    /**
     * Calls {@code DeleteImageUsageReport}.
     *
     * @param reportId the report
     * @throws dev.amis.error.NotFoundException if there is no such report
     */
    void deleteImageUsageReport(ImageUsageReportId reportId);
}
