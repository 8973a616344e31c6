package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.copy.CopyReport;
import dev.amis.model.Image;
import java.io.PrintStream;

/** Copies in other Regions. Every Region is tried; what fails is in the report, not in an exception. */
final class CopyToRegions {

    private CopyToRegions() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        Image image = amis.create(stage.name("web-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .tag("Application", "web")
                .start()
                .await();

        CopyReport report = amis.copy(image)
                .to(stage.destinations())
                .encrypted()
                .keepingTags()
                .start()
                .await();
        out.println(report.describe());
        out.println("complete  " + report.isComplete());
        for (Image copy : report.images()) {
            out.println("tags      " + copy.region() + " " + copy.tags());
        }
    }
}
