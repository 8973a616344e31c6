package dev.amis.cleanup;

import dev.amis.internal.CountedCalls;
import dev.amis.internal.Pages;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.usage.ReferenceSources;
import dev.amis.usage.Usage;
import dev.amis.usage.UsageQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one plan: reads everything once, has it judged Region by Region, and puts the judgements together. */
final class CleanupRun {

    private static final int PAGE = 1_000;

    private final CountedCalls calls;
    private final Session session;
    private final ReferenceSources sources;
    private final RetentionPolicy policy;
    private final Timing timing;

    CleanupRun(Session session, ReferenceSources sources, RetentionPolicy policy) {
        this.calls = new CountedCalls(session.provider());
        this.session = session.countedBy(calls);
        this.sources = sources;
        this.policy = policy.regions().isEmpty() ? policy.withRegions(session.region()) : policy;
        this.timing = Timing.of(policy, session.now());
    }

    Plan plan() {
        if (!policy.isComplete()) {
            throw new IllegalStateException(
                    "no rule says which images stay; name at least one, such as keepingLatest(5)");
        }
        Map<Region, List<Image>> images = new LinkedHashMap<>();
        policy.regions().forEach(region -> images.put(region, read(region)));
        Usage usage = readUsage();
        Plan.Builder plan = Plan.builder();
        Outline outline = new Outline(policy, plan);
        images.forEach((region, found) ->
                outline.add(region, new RegionRun(session, policy, timing, region, usage).judge(found)));
        outline.checkLimits();
        return plan.title(policy.toString())
                .account(session.account())
                .createdAt(timing.now())
                .expiresAt(timing.expiresAt())
                .addAllUnreadSources(usage.unreadSources())
                .calls(calls.count())
                .addAllNotes(notes())
                .build();
    }

    private List<Image> read(Region region) {
        return Pages.all(
                "DescribeImages",
                token -> session.in(region)
                        .images()
                        .describeImages(DescribeImagesRequest.builder()
                                .addOwner(ImageOwner.SELF)
                                .includeDeprecated(true)
                                .includeDisabled(true)
                                .maxResults(PAGE)
                                .nextToken(token)
                                .build()));
    }

    /** Read after the images, so that whatever refers to one of them by then is seen. */
    private Usage readUsage() {
        return policy.asksForUse()
                ? UsageQuery.of(session, sources)
                        .in(policy.regions())
                        .without(policy.ignoredSources())
                        .read()
                : Usage.of(policy.regions(), List.of(), List.of(), List.of());
    }

    private List<String> notes() {
        if (!policy.asksForUse()) {
            return List.of("it was not asked who refers to the images");
        }
        return policy.ignoredSources().stream()
                .map(source -> source + " were not asked who refers to the images")
                .toList();
    }
}
