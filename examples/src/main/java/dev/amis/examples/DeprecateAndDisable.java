package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.time.Duration;

/** The gentle end of an image's life. Disabling loses who may launch it; the report brings that back. */
final class DeprecateAndDisable {

    private DeprecateAndDisable() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Image image =
                amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();
        amis.share(image).with(AccountId.of("444455556666")).apply();

        amis.deprecate(image).in(Duration.ofDays(30)).apply();
        out.println("deprecated at "
                + amis.find().byId(image.imageId()).one().deprecationTime().orElseThrow());

        ChangeReport disabled = amis.disable(image).apply();
        out.println(disabled.describe());
        amis.undo(disabled);
        out.println("shared with " + aws.in(amis.region()).imageAttributes().describeLaunchPermissions(image.imageId())
                + " after undo");
    }
}
