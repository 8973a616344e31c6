package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import java.io.PrintStream;
import java.time.Duration;

/** The gentle end of an image's life. Disabling loses who may launch it; the report brings that back. */
final class DeprecateAndDisable {

    private DeprecateAndDisable() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        Image image = amis.create(stage.name("web-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();
        stage.partner().ifPresent(partner -> amis.share(image).with(partner).apply());

        amis.deprecate(image).in(Duration.ofDays(30)).apply();
        out.println("deprecated at "
                + amis.find().byId(image.imageId()).one().deprecationTime().orElseThrow());

        ChangeReport disabled = amis.disable(image).apply();
        out.println(disabled.describe());
        amis.undo(disabled);
        out.println("shared with "
                + stage.provider().in(amis.region()).imageAttributes().describeLaunchPermissions(image.imageId())
                + " after undo");
    }
}
