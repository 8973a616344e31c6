package dev.amis.report;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Decision;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason;
import dev.amis.plan.Reversibility;
import dev.amis.plan.Verdict;
import dev.amis.usage.UnreadSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans to report on. */
final class Samples {

    static final AccountId ACCOUNT = AccountId.of("111122223333");
    static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    static final Region IRELAND = Region.EU_WEST_1;

    private static final Reason GO = new Reason(Reason.Kind.NOTHING_KEEPS_IT, "no rule of the policy keeps it");
    private static final Reason LATEST = new Reason(Reason.Kind.AMONG_LATEST, "one of the latest 1");
    private static final Reason USED = new Reason(Reason.Kind.IN_USE, "in use: instances i-0123456789abcdef0");

    private Samples() {}

    static Plan.Builder plan() {
        return Plan.of("retire old images", ACCOUNT, NOW);
    }

    static ImageId image(int number) {
        return ImageId.of(String.format("ami-%017x", number));
    }

    /** A decision in Ireland about an image of 8 GiB. */
    static Decision decision(int number, String family, Verdict verdict, Optional<Duration> age) {
        return new Decision(
                IRELAND,
                image(number),
                family.isEmpty() ? "stray" : family + "-1." + number,
                age.map(NOW::minus),
                8,
                family,
                family.isEmpty() ? 0 : number,
                verdict,
                List.of(verdict == Verdict.KEEP ? LATEST : GO));
    }

    static Decision decision(int number, Verdict verdict, int days) {
        return decision(number, "web", verdict, Optional.of(Duration.ofDays(days)));
    }

    private static Decision used(int number) {
        Decision decision = decision(number, Verdict.KEEP, 3);
        return new Decision(
                decision.region(),
                decision.id(),
                decision.name(),
                decision.created(),
                decision.volumeGib(),
                decision.family(),
                decision.rank(),
                decision.verdict(),
                List.of(LATEST, USED));
    }

    static PlannedAction planned(Action action, Reversibility way) {
        return new PlannedAction(action, "no rule of the policy keeps it", Facts.none(), way);
    }

    static Action deregister(int number) {
        return new Action.Deregister(
                IRELAND, image(number), true, List.of(SnapshotId.of(String.format("snap-%017x", number))));
    }

    /** One of everything, and texts that would break a careless report. */
    static Plan small() {
        return Plan.of("retire <web> & co. | 2026", ACCOUNT, NOW)
                .addDecision(used(1))
                .addDecision(decision(2, Verdict.DEPRECATE, 40))
                .addDecision(decision(3, Verdict.DISABLE, 80))
                .addDecision(decision(4, Verdict.DEREGISTER, 200))
                .addDecision(decision(5, "db_main", Verdict.KEEP, Optional.of(Duration.ofHours(5))))
                .addDecision(decision(6, "", Verdict.KEEP, Optional.empty()))
                .addAction(planned(
                        new Action.Deprecate(IRELAND, image(2), NOW), Reversibility.reversible("the date is cleared")))
                .addAction(planned(
                        new Action.Disable(IRELAND, image(3)),
                        Reversibility.partly("launch permissions of <others> stay lost")))
                .addAction(planned(deregister(4), Reversibility.recycleBin(Duration.ofDays(7))))
                .addAction(planned(
                        new Action.SetTags(IRELAND, image(2).value(), Tags.of("Stage|`x`", "secret value")),
                        Reversibility.irreversible("the value before is not known")))
                .addUnreadSource(new UnreadSource(IRELAND, "launch templates", "access denied: \"ec2:Describe*\""))
                .calls(12)
                .addNote("# one thing to know,\nand <b>another</b>")
                .build();
    }
}
