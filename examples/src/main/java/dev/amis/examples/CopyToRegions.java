package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.copy.CopyReport;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;

/** Copies in other Regions. Every Region is tried; what fails is in the report, not in an exception. */
final class CopyToRegions {

    private CopyToRegions() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Image image = amis.create("web-1.0.0")
                .fromInstance(aws.runInstance())
                .tag("Application", "web")
                .start()
                .await();

        CopyReport report = amis.copy(image)
                .to(Region.US_WEST_2, Region.EU_WEST_1)
                .encrypted()
                .keepingTags()
                .start()
                .await();
        out.println(report.describe());
        out.println("complete  " + report.isComplete());
        out.println("tags      " + report.image(Region.EU_WEST_1).orElseThrow().tags());
    }
}
