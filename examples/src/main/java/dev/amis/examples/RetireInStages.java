package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.cleanup.Cleanup;
import dev.amis.cleanup.Stages;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.time.Duration;

/** The careful way out: deprecate, disable a while later, remove another while later; each day a process takes what is due. */
final class RetireInStages {

    private static final Duration DAY = Duration.ofDays(1);

    private RetireInStages() {}

    static void run(Stage stage) {
        stage.inMemory("weeks that pass at once", aws -> run(aws, stage.out()));
    }

    private static void run(InMemoryAws aws, PrintStream out) {
        Amis amis = Amis.using(aws);
        for (String version : new String[] {"1.0.0", "1.1.0", "1.2.0"}) {
            amis.create("web-v" + version)
                    .fromInstance(aws.runInstance())
                    .start()
                    .await();
            aws.time().advance(DAY);
        }
        Cleanup policy = amis.cleanup()
                .named("web-v{version}")
                .keepingLatest(1)
                .keepingPrevious()
                .inStages(Stages.deprecating()
                        .disablingAfter(Duration.ofDays(30))
                        .deregisteringAfter(Duration.ofDays(14)));
        out.println("policy    " + policy);

        for (int day = 0; day <= 50; day++) {
            Plan plan = policy.plan();
            ChangeReport report = amis.apply(plan);
            if (!plan.isEmpty() || day == 10 || day == 40) {
                Decision oldest = plan.decisions().get(plan.decisions().size() - 1);
                out.println("day " + String.format("%-6d", day) + oldest.name() + " " + oldest.verdict() + ": "
                        + oldest.reasons().get(0));
            }
            if (day == 32) {
                out.println("undone    " + amis.undo(report).orThrow().results().size()
                        + " steps of the day; it is tried again");
                amis.apply(policy.plan());
            }
            aws.time().advance(DAY);
        }
        out.println("left      " + amis.find().ownedBySelf().named("web-v*").count() + " images");
    }
}
