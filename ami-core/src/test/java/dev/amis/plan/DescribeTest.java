package dev.amis.plan;

import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.OTHER;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.usage.UnreadSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescribeTest {

    private static final Action.Deregister DEREGISTER = new Action.Deregister(REGION, OTHER, true, List.of(SNAPSHOT));

    @Test
    void aPlanIsATableOfImagesAListOfActionsAndTotals() {
        Plan plan = Plan.of("retire web", TinyEc2.ACCOUNT, TinyEc2.START)
                .addDecision(decision(IMAGE.value(), "web-2.0.0", Duration.ofDays(3), "web", 1, Verdict.KEEP))
                .addDecision(decision(OTHER.value(), "web-1.0.0", Duration.ofHours(5), "web", 2, Verdict.DEREGISTER))
                .addDecision(decision(
                        "ami-0123456789abcdef2",
                        "a name that is far longer than the column is wide",
                        Duration.ofHours(-1),
                        "",
                        0,
                        Verdict.KEEP))
                .addAction(new PlannedAction(
                        DEREGISTER, "no rule keeps it", Facts.none(), Reversibility.recycleBin(Duration.ofDays(7))))
                .addAction(Worlds.planned(new Action.Deprecate(REGION, OTHER, NEXT_YEAR)))
                .addUnreadSource(new UnreadSource(REGION, "launch templates", "access denied"))
                .addNote("one thing to know")
                .build();
        assertThat(plan.describe()).isEqualTo("""
                Plan: retire web
                  account 111122223333, made 2026-01-05T08:00:00Z, expires 2026-01-06T08:00:00Z
                  fingerprint %s

                Family web in eu-west-1
                  rank  image                     age  verdict     name                                why
                     1  ami-0123456789abcdef0     3 d  keep        web-2.0.0                           no rule keeps it
                     2  ami-0123456789abcdef1     5 h  deregister  web-1.0.0                           no rule keeps it

                No family in eu-west-1
                  rank  image                     age  verdict     name                                why
                        ami-0123456789abcdef2     0 h  keep        a name that is far longer than th…  no rule keeps it

                Actions, in this order
                     1  deregister ami-0123456789abcdef1 and delete 1 snapshot in eu-west-1
                        why: no rule keeps it
                        can be undone for a while: the Recycle Bin keeps it for 7 days
                     2  deprecate ami-0123456789abcdef1 at 2027-01-05T08:00:00Z in eu-west-1
                        why: asked for
                        can be undone: the date before is put back

                Sources that could not be read; what they would tell of counts as in use
                  launch templates in eu-west-1: access denied

                To know
                  - one thing to know

                3 images: 2 keep, 1 deregister; volumes of 8 GiB to go, an upper bound of what is freed
                2 actions: 1 reversible, 1 until
                1 sources could not be read
                """.formatted(plan.fingerprint()));
    }

    @Test
    void anEmptyPlanSaysSo() {
        assertThat(Worlds.plan().describe()).endsWith("\nNothing to do\n\n");
    }

    @Test
    void familiesOfSeveralRegionsAreToldApart() {
        Decision ireland = decision(IMAGE.value(), "web", Duration.ofDays(1), "web", 1, Verdict.KEEP);
        Decision virginia = new Decision(
                Region.US_EAST_1, IMAGE, "web", Optional.empty(), 8, "web", 1, Verdict.KEEP, ireland.reasons());
        String text = Plan.of("two", TinyEc2.ACCOUNT, TinyEc2.START)
                .addDecisions(ireland, virginia)
                .build()
                .describe();
        assertThat(text).contains("Family web in eu-west-1\n").contains("Family web in us-east-1\n");
        assertThat(text).contains("     1  ami-0123456789abcdef0       ?  keep");
    }

    @Test
    void longReasonsGoOnInTheirColumn() {
        Decision decision = new Decision(
                REGION,
                IMAGE,
                "web",
                Optional.empty(),
                8,
                "web",
                1,
                Verdict.KEEP,
                List.of(
                        new Reason(Reason.Kind.IN_USE, "instances i-0123456789abcdef0 (running)"),
                        new Reason(Reason.Kind.AMONG_LATEST, "among the latest 5")));
        String text = Plan.of("long", TinyEc2.ACCOUNT, TinyEc2.START)
                .addDecision(decision)
                .build()
                .describe();
        assertThat(text)
                .contains("instances i-0123456789abcdef0\n" + " ".repeat(87) + "(running); among the latest 5\n");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        String text = Plan.of("evil\u001b[2J\nPlan: another", TinyEc2.ACCOUNT, TinyEc2.START)
                .build()
                .describe();
        assertThat(text).startsWith("Plan: evil [2J Plan: another\n");
    }

    @Test
    void aReportIsAListOfWhatBecameOfEachAction() {
        TinyEc2 ec2 = Worlds.ofOneImage();
        ec2.add(Worlds.image(OTHER, SNAPSHOT));
        Plan plan = Worlds.plan(
                new PlannedAction(DEREGISTER, "asked for", Facts.none(), Reversibility.recycleBin(Duration.ofDays(7))),
                Worlds.planned(new Action.Disable(REGION, OTHER)),
                Worlds.planned(new Action.Disable(REGION, IMAGE)));
        ChangeReport report = Worlds.engine(ec2)
                .applying(plan)
                .apply()
                .withNotBegun(Worlds.planned(new Action.RequireImdsV2(REGION, IMAGE)));
        assertThat(report.describe()).isEqualTo("""
                Report: a test
                  account 111122223333, from 2026-01-05T08:00:00Z to 2026-01-05T08:00:00Z
                  plan %s

                  done           deregister ami-0123456789abcdef1 and delete 1 snapshot in eu-west-1
                                 snap-0123456789abcdef0 stays, another image needs it
                                 undo: restore snap-0123456789abcdef0 from the Recycle Bin, then restore ami-0123456789abcdef1 from the
                                 Recycle Bin, until 2026-01-12T08:00:00Z
                  skipped stale  disable ami-0123456789abcdef1 in eu-west-1
                                 it is gone
                  done           disable ami-0123456789abcdef0 in eu-west-1
                                 undo: enable ami-0123456789abcdef0, then change who may launch ami-0123456789abcdef0: add 444455556666
                  not begun      require IMDSv2 of ami-0123456789abcdef0 in eu-west-1

                4 actions: 2 done, 1 skipped stale, 1 not begun; 2 can be undone, some until 2026-01-12T08:00:00Z only
                """.formatted(plan.fingerprint()));
    }

    @Test
    void aPlanAndAReportAreOneLineEach() {
        Plan plan = Worlds.plan(Worlds.planned(new Action.Disable(REGION, IMAGE)));
        ChangeReport report = Worlds.engine(Worlds.ofOneImage()).applying(plan).apply();
        assertThat(plan).hasToString("plan 'a test' of 2026-01-05T08:00:00Z: 1 actions");
        assertThat(report).hasToString("report 'a test' of 2026-01-05T08:00:00Z: 1 of 1 actions done");
    }

    private static Decision decision(String id, String name, Duration age, String family, int rank, Verdict verdict) {
        Instant created = TinyEc2.START.minus(age);
        return new Decision(
                REGION,
                ImageId.of(id),
                name,
                Optional.of(created),
                8,
                family,
                rank,
                verdict,
                List.of(new Reason(Reason.Kind.NOTHING_KEEPS_IT, "no rule keeps it")));
    }
}
