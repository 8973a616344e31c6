package dev.amis.cleanup;

import dev.amis.cost.PlanPricing;
import dev.amis.cost.PriceSource;
import dev.amis.internal.CountedCalls;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanSavings;
import dev.amis.usage.ReferenceSources;
import dev.amis.usage.Usage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one plan: reads everything once, has it judged policy by policy, and puts the judgements together. */
final class CleanupRun {

    private final CountedCalls calls;
    private final Session session;
    private final ReferenceSources sources;
    private final List<RetentionPolicy> policies;
    private final Optional<PriceSource> prices;
    private final Instant now;

    /**
     * Prepares the plan.
     *
     * @param policies of which each image is decided by the first that is about it
     * @param prices by which the plan tells what it saves, if it shall
     */
    CleanupRun(
            Session session, ReferenceSources sources, List<RetentionPolicy> policies, Optional<PriceSource> prices) {
        this.calls = new CountedCalls(session.provider());
        this.session = session.countedBy(calls);
        this.sources = sources;
        this.prices = prices;
        this.policies = policies.stream()
                .map(policy -> policy.regions().isEmpty() ? policy.withRegions(session.region()) : policy)
                .toList();
        this.now = session.now();
    }

    Plan plan() {
        if (!policies.stream().allMatch(RetentionPolicy::isComplete)) {
            throw new IllegalStateException(
                    "no rule says which images stay; name at least one, such as keepingLatest(5)");
        }
        Map<Region, List<Image>> images = read(policies.stream()
                .flatMap(policy -> policy.regions().stream())
                .distinct()
                .toList());
        // Read after the images, so that whatever refers to one of them by then is seen.
        Uses uses = Uses.read(session, sources, policies);
        List<Map<Region, List<Image>>> shares = Shares.of(policies, images);
        Plan.Builder plan = Plan.builder();
        Instant expiresAt = Instant.MAX;
        for (int i = 0; i < policies.size(); i++) {
            Timing timing = Timing.of(policies.get(i), now);
            expiresAt = timing.expiresAt().isBefore(expiresAt) ? timing.expiresAt() : expiresAt;
            outline(policies.get(i), timing, shares.get(i), uses, plan);
        }
        Plan made = plan.title(policies.stream().map(RetentionPolicy::toString).collect(Collectors.joining("; ")))
                .account(session.account())
                .createdAt(now)
                .expiresAt(expiresAt)
                .addAllUnreadSources(uses.unreadSources())
                .addAllNotes(uses.dangling(new DanglingReferences(session), images))
                .addAllNotes(uses.findings())
                .addAllNotes(notes())
                .calls(calls.count())
                .build();
        return prices.map(source -> priced(made, source, images)).orElse(made);
    }

    private Plan priced(Plan plan, PriceSource source, Map<Region, List<Image>> images) {
        PlanSavings savings = new PlanPricing(session, source).ofImages(plan, images);
        return plan.withSavings(savings).withCalls(calls.count());
    }

    private void outline(
            RetentionPolicy policy, Timing timing, Map<Region, List<Image>> images, Uses uses, Plan.Builder plan) {
        Usage usage = uses.of(policy);
        Outline outline = new Outline(policy, plan);
        if (policy.keepingCopiesTogether()) {
            Copies copies = new Copies();
            images.forEach((region, found) -> copies.add(
                    region,
                    new RegionRun(session, policy, timing, region, usage)
                            .judge(found)
                            .toList()));
            copies.keepTogether();
            copies.families().forEach((region, families) -> outline.add(region, families.stream()));
        } else {
            images.forEach((region, found) ->
                    outline.add(region, new RegionRun(session, policy, timing, region, usage).judge(found)));
        }
        outline.checkLimits();
    }

    private Map<Region, List<Image>> read(List<Region> regions) {
        List<List<Image>> found = session.fanOut().each(regions, region -> OwnResources.images(session.in(region)));
        Map<Region, List<Image>> images = new LinkedHashMap<>();
        for (int i = 0; i < regions.size(); i++) {
            images.put(regions.get(i), found.get(i));
        }
        return images;
    }

    private Set<String> notes() {
        Set<String> notes = new LinkedHashSet<>();
        for (RetentionPolicy policy : policies) {
            String whose =
                    policies.size() == 1 ? "" : " of " + policy.families().describe();
            if (!policy.asksForUse()) {
                notes.add("it was not asked who refers to the images" + whose);
            } else {
                policy.ignoredSources()
                        .forEach(source -> notes.add(source + " were not asked who refers to the images" + whose));
            }
        }
        return notes;
    }
}
