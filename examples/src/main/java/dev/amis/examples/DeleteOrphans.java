package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import java.io.PrintStream;

/** Snapshots that images left behind: each is kept or goes for a reason, and a price tag is on what goes. */
final class DeleteOrphans {

    private DeleteOrphans() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        var cleanup = amis.orphanSnapshots().keepingTagged("keep-until").atMost(50);

        Plan plan = cleanup.plan();
        out.println(plan.describe());
        if (!stage.mayApply()) {
            stage.leaveOut("applying it: it is about snapshots that were there before, and --apply was not said");
            return;
        }

        ChangeReport report = amis.apply(plan);
        out.println("done      " + report.results(Outcome.DONE).size());
        out.println("again     " + cleanup.plan().actions().size() + " actions left");
        if (stage.mayUndo()) {
            out.println("undone    " + amis.undo(report).results(Outcome.DONE).size());
        }
    }
}
