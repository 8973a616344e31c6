package dev.amis.cleanup;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.internal.SnapshotTags;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.plan.RecycleBinCover;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        List<KeepTest> tests = new ArrayList<>(RuleTests.of(policy, timing.now()));
        tests.addAll(SafetyTests.of(policy, region, usage, timing.now()));
        List<KeepTest> lastTests = new ArrayList<>();
        if (!policy.retirement().removes()) {
            lastTests.add(timing.deprecatedByThen());
        }
        if (policy.keepRules().contains(new KeepRule.Shared())) {
            lastTests.add(new Sharing(ec2.imageAttributes()));
        }
        RecycleBinCover bin = policy.retirement() instanceof Retirement.Deregister
                ? RecycleBinCover.read(ec2)
                : RecycleBinCover.unread();
        Actions actions = new Actions(
                policy.retirement(),
                region,
                timing,
                new RelevantFacts(policy, usage.sources()),
                bin,
                SnapshotTags.unread());
        Stream<Family> families = new Review(session.account(), policy, tests, lastTests, actions).of(images);
        boolean binMatters = bin.dependsOnSnapshotTags() && policy.retirement().equals(new Retirement.Deregister(true));
        return binMatters ? lookIntoTheBin(families.toList(), actions) : families;
    }

    private Stream<Family> lookIntoTheBin(List<Family> families, Actions actions) {
        List<Member> retired = families.stream()
                .flatMap(family -> family.members().stream())
                .filter(Member::isRetired)
                .toList();
        Actions knowing = actions.knowing(snapshotTags(retired));
        retired.forEach(member -> member.retireBy(knowing.on(member.image())));
        return families.stream();
    }

    /** Without them nothing counts as kept by the bin, which is said of each action. */
    private SnapshotTags snapshotTags(List<Member> retired) {
        List<SnapshotId> snapshots = retired.stream()
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
