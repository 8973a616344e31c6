package dev.amis.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for reports, or for what they say.
 *
 * @param reportIds which reports, at most 200; none stands for all
 * @param maxResults how many items a page may hold
 * @param nextToken the page to go on with
 */
public record ImageUsageReportsRequest(
        List<ImageUsageReportId> reportIds, OptionalInt maxResults, Optional<String> nextToken) {

    /**
     * Makes a request of a copy.
     *
     * @throws IllegalArgumentException if there are more than 200 ids, or a page would be empty
     */
    public ImageUsageReportsRequest {
        reportIds = List.copyOf(reportIds);
        if (reportIds.size() > 200) {
            throw new IllegalArgumentException(
                    "reportIds has " + reportIds.size() + " entries, but at most 200 are allowed");
        }
        RequestChecks.maxResults(maxResults);
    }

    /**
     * A page of one report, as large as EC2 makes it.
     *
     * @param reportId the report
     * @param nextToken the page to go on with
     * @return the request
     */
    public static ImageUsageReportsRequest of(ImageUsageReportId reportId, Optional<String> nextToken) {
        return new ImageUsageReportsRequest(List.of(reportId), OptionalInt.empty(), nextToken);
    }
}
