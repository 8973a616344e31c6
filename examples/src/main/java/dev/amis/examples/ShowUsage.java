package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.testing.InMemoryAws;
import dev.amis.usage.Usage;
import java.io.PrintStream;

/** Who refers to images. A source that cannot be read makes its images unknown, and unknown counts as in use. */
final class ShowUsage {

    private ShowUsage() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Image used =
                amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();
        Image idle =
                amis.create("web-1.1.0").fromInstance(aws.runInstance()).start().await();
        aws.runInstance(used.imageId());

        Usage usage = amis.usage().read();
        out.println(used.name().orElseThrow() + " " + usage.of(used).status() + " "
                + usage.of(used).references());
        out.println(idle.name().orElseThrow() + " " + usage.of(idle).status());

        aws.faults().failNext("DescribeInstances", "UnauthorizedOperation");
        Usage blind = amis.usage().read();
        out.println(idle.name().orElseThrow() + " " + blind.of(idle).status() + " " + blind.unreadSources());
    }
}
