package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ReferringResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports on how other accounts use images. What they say is counted when they become available. */
final class UsageReports {

    private static final int USUAL_DEPTH = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    /**
     * A report that was asked for.
     *
     * @param request what was asked for
     * @param report what it is like now
     * @param entries what it says; nothing while it is pending
     */
    record Kept(CreateImageUsageReportRequest request, ImageUsageReport report, List<ImageUsageReportEntry> entries) {}

    private final World world;
    private final Images images;
    private final Paging paging;

    UsageReports(World world) {
        this.world = world;
        this.images = new Images(world);
        this.paging = new Paging(world);
    }

    ImageUsageReportId create(Call call, CreateImageUsageReportRequest request) {
        images.requireOwn(call, request.imageId());
        request.resourceTypes().forEach(UsageReports::check);
        Map<ImageUsageReportId, Kept> reports = world.holding(call).usageReports();
        Optional<Kept> before = reports.values().stream()
                .filter(kept -> kept.request().clientToken().equals(request.clientToken()))
                .findFirst();
        if (before.isPresent()) {
            if (!before.get().request().equals(request)) {
                throw new Ec2Error(
                        "IdempotentParameterMismatch",
                        "The client token has already been used for a request that is not identical.");
            }
            return before.get().report().reportId();
        }
        ImageUsageReportId id = new ImageUsageReportId(world.ids().next("iur"));
        ImageUsageReport pending = new ImageUsageReport(id, request.imageId(), "pending", Optional.empty());
        reports.put(id, new Kept(request, pending, List.of()));
        world.events().plan(world.now().plus(world.dials().reporting()), at -> finish(call, id));
        world.events().plan(world.now().plus(KEPT), at -> reports.remove(id));
        return id;
    }

    Page<ImageUsageReport> reports(Call call, ImageUsageReportsRequest request) {
        return page(
                call, request, asked(call, request).stream().map(Kept::report).toList());
    }

    Page<ImageUsageReportEntry> entries(Call call, ImageUsageReportsRequest request) {
        return page(
                call,
                request,
                asked(call, request).stream()
                        .flatMap(kept -> kept.entries().stream())
                        .toList());
    }

    void delete(Call call, ImageUsageReportId id) {
        require(call, id);
        world.permit(call);
        world.holding(call).usageReports().remove(id);
    }

    private List<Kept> asked(Call call, ImageUsageReportsRequest request) {
        return request.reportIds().isEmpty()
                ? List.copyOf(world.holding(call).usageReports().values())
                : request.reportIds().stream().map(id -> require(call, id)).toList();
    }

    private <T> Page<T> page(Call call, ImageUsageReportsRequest request, List<T> items) {
        world.permit(call);
        return paging.page(items, new Paging.Ask(request.maxResults(), request.nextToken()).within(1, 1_000));
    }

    /** EC2's code for a report that is not there is UNVERIFIED. */
    private Kept require(Call call, ImageUsageReportId id) {
        Kept kept = world.holding(call).usageReports().get(id);
        if (kept == null) {
            throw new Ec2Error(
                    "InvalidImageUsageReportId.NotFound", "The image usage report ID '" + id + "' does not exist");
        }
        return kept;
    }

    private static void check(ReferringResources kind) {
        boolean instances = kind.resourceType().equals(ReferringResources.INSTANCE);
        if (!instances && !kind.resourceType().equals(ReferringResources.LAUNCH_TEMPLATE)) {
            throw new Ec2Error("InvalidParameterValue", "The resource type '" + kind.resourceType() + "' is invalid.");
        }
        References.depth(kind, USUAL_DEPTH);
    }

    private void finish(Call call, ImageUsageReportId id) {
        Kept kept = world.holding(call).usageReports().get(id);
        if (kept == null) {
            return;
        }
        CreateImageUsageReportRequest request = kept.request();
        List<ImageUsageReportEntry> entries = new ArrayList<>();
        for (Holding holding : world.in(call.region()).holdings()) {
            AccountId account = holding.account();
            boolean asked =
                    request.accountIds().isEmpty() || request.accountIds().contains(account);
            if (asked && !account.equals(call.account())) {
                for (ReferringResources kind : request.resourceTypes()) {
                    long uses = count(call, holding, kind, request.imageId());
                    if (uses > 0) {
                        entries.add(new ImageUsageReportEntry(request.imageId(), account, kind.resourceType(), uses));
                    }
                }
            }
        }
        ImageUsageReport available = new ImageUsageReport(id, request.imageId(), "available", Optional.empty());
        world.holding(call).usageReports().put(id, new Kept(request, available, entries));
    }

    private long count(Call call, Holding holding, ReferringResources kind, ImageId image) {
        if (kind.resourceType().equals(ReferringResources.INSTANCE)) {
            return world.in(call.region())
                    .instances()
                    .of(holding.account())
                    .filter(record -> record.instance().imageId().equals(image) && References.runs(record))
                    .count();
        }
        int depth = References.depth(kind, USUAL_DEPTH);
        return holding.templates().values().stream()
                .filter(template -> References.named(template, depth).contains(image))
                .count();
    }
}
