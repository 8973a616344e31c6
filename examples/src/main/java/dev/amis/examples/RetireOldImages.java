package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.AmiException;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import java.io.PrintStream;
import java.time.Duration;

/** A retention policy: every image gets a decision with reasons, limits stop surprises, and undo brings back. */
final class RetireOldImages {

    private RetireOldImages() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        var policy = stage.family()
                .in(amis.cleanup())
                .keepingLatest(3)
                .keepingNewerThan(Duration.ofDays(30))
                .keepingTagged("keep-until")
                .protectingInUse();

        try {
            policy.atMost(1).plan();
        } catch (AmiException tooMany) {
            out.println("limited   " + tooMany.getMessage());
        }
        Plan plan = policy.disabling().plan();
        out.println(plan.describe());
        if (!stage.mayApply()) {
            stage.leaveOut("applying it: it is about images that were there before, and --apply was not said");
            return;
        }

        ChangeReport report = amis.apply(plan);
        out.println("done      " + report.results(Outcome.DONE).size());
        out.println("again     " + policy.disabling().plan().actions().size() + " actions left");
        if (stage.mayUndo()) {
            out.println("undone    " + amis.undo(report).results(Outcome.DONE).size());
        }
    }
}
