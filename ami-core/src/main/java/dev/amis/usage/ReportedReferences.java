package dev.amis.usage;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.internal.Pages;
import dev.amis.model.ImageId;
import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.ReferringResources;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * EC2's reports on how other accounts use images, for images that are named only: each takes a report, which takes minutes.
 *
 * @param clock what time it is
 * @param sleeper how to let time pass
 * @param policy how patient to be
 */
record ReportedReferences(Clock clock, Sleeper sleeper, WaitPolicy policy) implements ReferenceSource {

    private static final Logger LOG = LoggerFactory.getLogger(ReportedReferences.class);
    private static final String CREATE = "CreateImageUsageReport";
    private static final String DESCRIBE = "DescribeImageUsageReports";
    private static final int DEPTH = 20;

    @Override
    public String name() {
        return "usage reports";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return List.of();
    }

    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        ImageUsageReportPort port =
                SourcePorts.required(region.imageUsageReports(), region, CREATE, "usage reports", name());
        List<ImageUsageReportId> reports = new ArrayList<>();
        try {
            for (ImageId imageId : imageIds) {
                reports.add(port.createImageUsageReport(request(imageId)));
            }
            reports.forEach(report -> await(region, port, report));
            return reports.stream()
                    .flatMap(report -> entries(port, report).stream())
                    .filter(entry -> entry.usageCount() > 0)
                    .map(entry -> reference(region, entry))
                    .toList();
        } finally {
            reports.forEach(report -> delete(port, report));
        }
    }

    private CreateImageUsageReportRequest request(ImageId imageId) {
        return CreateImageUsageReportRequest.builder()
                .imageId(imageId)
                .addResourceType(ReferringResources.of(ReferringResources.INSTANCE))
                .addResourceType(ReferringResources.launchTemplates(DEPTH))
                .clientToken(imageId + "-" + clock.instant().toEpochMilli())
                .build();
    }

    private void await(RegionalProvider region, ImageUsageReportPort port, ImageUsageReportId id) {
        Instant deadline = clock.instant().plus(policy.deadline());
        Duration pause = policy.firstPause();
        Optional<ImageUsageReport> report = look(port, id);
        while (report.isEmpty() || report.get().isPending()) {
            if (!clock.instant().isBefore(deadline)) {
                throw new WaitTimeoutException(failure(region, id, "it was not ready after " + policy.deadline()));
            }
            sleep(region, id, pause);
            Duration longer = Duration.ofMillis(Math.round(pause.toMillis() * policy.growth()));
            pause = longer.compareTo(policy.longestPause()) > 0 ? policy.longestPause() : longer;
            report = look(port, id);
        }
        if (!report.get().isAvailable()) {
            String why = report.get().stateReason().map(text -> ": " + text).orElse("");
            throw new ProviderException(
                    failure(region, id, "it is " + report.get().stateText() + why));
        }
    }

    private static Optional<ImageUsageReport> look(ImageUsageReportPort port, ImageUsageReportId id) {
        return Pages.all(DESCRIBE, token -> port.describeImageUsageReports(ImageUsageReportsRequest.of(id, token)))
                .stream()
                .filter(report -> report.reportId().equals(id))
                .findFirst();
    }

    private static List<ImageUsageReportEntry> entries(ImageUsageReportPort port, ImageUsageReportId id) {
        return Pages.all(
                "DescribeImageUsageReportEntries",
                token -> port.describeImageUsageReportEntries(ImageUsageReportsRequest.of(id, token)));
    }

    private Reference reference(RegionalProvider region, ImageUsageReportEntry entry) {
        return new Reference(
                region.region(),
                entry.imageId(),
                name(),
                entry.usageCount() + " of " + entry.resourceType() + " in account " + entry.accountId());
    }

    private void sleep(RegionalProvider region, ImageUsageReportId id, Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(failure(region, id, "the thread was interrupted"), interrupted);
        }
    }

    /** A report that stays is a blemish, not a failure: EC2 removes it after 30 days. */
    private static void delete(ImageUsageReportPort port, ImageUsageReportId id) {
        try {
            port.deleteImageUsageReport(id);
        } catch (AmiException left) {
            LOG.debug("usage report {} was not deleted", id, left);
        }
    }

    private static Failure failure(RegionalProvider region, ImageUsageReportId id, String reason) {
        return Failure.of(DESCRIBE, reason)
                .resource(id.value())
                .region(region.region())
                .build();
    }
}
