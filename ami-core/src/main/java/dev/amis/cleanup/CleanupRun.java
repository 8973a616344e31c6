package dev.amis.cleanup;

import dev.amis.internal.Pages;
import dev.amis.internal.Session;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Verdict;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.Usage;
import dev.amis.usage.UsageQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one plan: reads everything once, has it judged, and writes the judgement down. */
final class CleanupRun {

    private static final int PAGE = 1_000;

    private final Session session;
    private final RetentionPolicy policy;
    private final List<Region> regions;
    private final Instant now;
    private final Instant deprecateAt;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<PlannedAction> actions = new ArrayList<>();

    CleanupRun(Session session, RetentionPolicy policy) {
        this.session = session;
        this.policy = policy;
        this.regions = policy.regions().isEmpty() ? List.of(session.region()) : policy.regions();
        this.now = session.now();
        this.deprecateAt = Deprecation.at(now, policy);
    }

    Plan plan() {
        if (policy.keepRules().isEmpty()) {
            throw new IllegalStateException(
                    "no rule says which images stay; name at least one, such as keepingLatest(5)");
        }
        Map<Region, List<Image>> images = new LinkedHashMap<>();
        regions.forEach(region -> images.put(region, read(region)));
        Usage usage = readUsage();
        Limits limits = new Limits(policy);
        images.forEach((region, found) -> judge(region, found, usage, limits));
        limits.check();
        return Plan.builder()
                .title(policy.toString())
                .account(session.account())
                .createdAt(now)
                .expiresAt(Deprecation.expiry(now, deprecateAt, policy))
                .addAllDecisions(decisions)
                .addAllActions(actions)
                .addAllUnreadSources(usage.unreadSources())
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
        if (!policy.asksForUse()) {
            return Usage.of(regions, List.of(), List.of(), List.of());
        }
        return UsageQuery.of(session)
                .in(regions)
                .with(policy.moreSources().toArray(ReferenceSource[]::new))
                .without(policy.ignoredSources().toArray(String[]::new))
                .read();
    }

    private void judge(Region region, List<Image> images, Usage usage, Limits limits) {
        List<KeepTest> tests = new ArrayList<>(RuleTests.of(policy, now));
        tests.addAll(SafetyTests.of(policy, region, usage, now));
        List<KeepTest> lastTests = new ArrayList<>(Deprecation.doneBefore(deprecateAt, policy));
        if (policy.keepRules().contains(new KeepRule.Shared())) {
            lastTests.add(new Sharing(session.in(region).imageAttributes()));
        }
        Actions plannedActions =
                new Actions(policy, region, usage.sources(), deprecateAt, Reversal.WITHOUT_RECYCLE_BIN);
        for (Family family : new Review(session.account(), policy, tests, lastTests).of(images)) {
            limits.count(region, family);
            writeDown(region, family, plannedActions);
        }
    }

    /** Decisions from newest to oldest; actions the other way, so that what is left if they stop is the newest. */
    private void writeDown(Region region, Family family, Actions plannedActions) {
        List<Member> members = family.members();
        for (int i = 0; i < members.size(); i++) {
            decisions.add(decision(region, family, i, members.get(i)));
        }
        for (int i = members.size() - 1; i >= 0; i--) {
            if (members.get(i).isRetired()) {
                actions.add(plannedActions.on(members.get(i).image()));
            }
        }
    }

    private Decision decision(Region region, Family family, int index, Member member) {
        Image image = member.image();
        return new Decision(
                region,
                image.imageId(),
                image.name().orElse(""),
                image.creationDate(),
                volumeGib(image),
                family.name(),
                family.isNone() ? 0 : index + 1,
                member.isRetired() ? policy.retirement().verdict() : Verdict.KEEP,
                member.reasons());
    }

    private static long volumeGib(Image image) {
        long sum = 0;
        for (BlockDeviceMapping mapping : image.blockDeviceMappings()) {
            if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
                sum += ebs.volume().volumeSize().orElse(0);
            }
        }
        return sum;
    }
}
