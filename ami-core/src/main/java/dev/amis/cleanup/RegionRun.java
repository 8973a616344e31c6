package dev.amis.cleanup;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.internal.SnapshotTags;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.plan.RecycleBinCover;
import dev.amis.plan.Verdict;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The judgement of one Region's images. */
final class RegionRun {

    private final Session session;
    private final RetentionPolicy policy;
    private final Timing timing;
    private final Region region;
    private final Usage usage;
    private final RegionalProvider ec2;

    RegionRun(Session session, RetentionPolicy policy, Timing timing, Region region, Usage usage) {
        this.session = session;
        this.policy = policy;
        this.timing = timing;
        this.region = region;
        this.usage = usage;
        this.ec2 = session.in(region);
    }

    /** The families of the Region, each judged at the latest when the stream comes to it. */
    Stream<Family> judge(List<Image> images) {
        Sharing sharing = new Sharing(ec2);
        Staging staging = policy.retirement() instanceof Stages stages ? new Staging(stages, timing) : null;
        RecycleBinCover bin = policy.retirement().verdict() == Verdict.DEREGISTER
                ? RecycleBinCover.read(ec2)
                : RecycleBinCover.unread();
        Actions actions = new Actions(
                policy.retirement(),
                staging,
                region,
                timing,
                new RelevantFacts(policy, usage.sources(), sharing),
                bin,
                SnapshotTags.unread());
        Stream<Family> families = new Review(session.account(), policy, tests(sharing, staging), actions).of(images);
        boolean binMatters = bin.dependsOnSnapshotTags() && policy.retirement().deletesSnapshots();
        return binMatters ? lookIntoTheBin(families.toList(), actions) : families;
    }

    private Review.Tests tests(Sharing sharing, @Nullable Staging staging) {
        RuleTests rules = new RuleTests(policy, timing.now(), sharing);
        List<KeepTest> ofImages = new ArrayList<>(rules.that(Need.IMAGE));
        for (OnlyRule rule : policy.onlyRules()) {
            if (rule instanceof OnlyRule.Expired expired) {
                ofImages.add(DateTagTest.unlessExpired(expired.key(), timing.now()));
            }
        }
        ofImages.addAll(SafetyTests.of(policy, region, usage, timing.now()));
        List<KeepTest> last = new ArrayList<>();
        if (staging != null) {
            last.add(staging);
        } else if (!policy.retirement().removes()) {
            last.add(timing.deprecatedByThen());
        }
        last.addAll(rules.that(Need.CALL));
        Previous previous =
                new Previous(policy.asksForPrevious(), usage.references(region).keySet());
        return new Review.Tests(ofImages, rules.that(Need.FAMILY), last, previous);
    }

    private Stream<Family> lookIntoTheBin(List<Family> families, Actions actions) {
        List<Member> removed = families.stream()
                .flatMap(family -> family.members().stream())
                .filter(member -> member.verdict() == Verdict.DEREGISTER)
                .toList();
        Actions knowing = actions.knowing(snapshotTags(removed));
        removed.forEach(member -> member.retireBy(knowing));
        return families.stream();
    }

    /** Without them nothing counts as kept by the bin, which is said of each action. */
    private SnapshotTags snapshotTags(List<Member> removed) {
        List<SnapshotId> snapshots = removed.stream()
                .flatMap(member -> member.image().snapshotIds().stream())
                .toList();
        try {
            return SnapshotTags.read(ec2, snapshots);
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return SnapshotTags.unread();
        }
    }
}
