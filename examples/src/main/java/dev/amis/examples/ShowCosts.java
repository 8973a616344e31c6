package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.cost.CostReport;
import dev.amis.model.Image;
import dev.amis.plan.Plan;
import java.io.PrintStream;
import java.util.Optional;

/** What images cost: each snapshot once, whatever shares it; what a plan would save, and what a copy would cost. */
final class ShowCosts {

    private ShowCosts() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        CostReport costs = amis.costs()
                .by("family", image -> image.name().map(NameFamily::of))
                .estimate();
        out.println(costs.describe());

        Plan plan = stage.family()
                .in(amis.cleanup())
                .keepingLatest(3)
                .protectingInUse()
                .deregistering()
                .plan();
        out.println("planned   " + plan.actions().size() + " actions, which are not applied");
        out.println(costs.savings(plan).describe());

        Optional<Image> latest = amis.find().ownedBySelf().findLatest();
        if (latest.isPresent() && !stage.destinations().isEmpty()) {
            out.println(amis.costs()
                    .ofCopying(latest.get())
                    .to(stage.destinations())
                    .describe());
        }
    }
}
