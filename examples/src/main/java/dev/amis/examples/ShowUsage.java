package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.usage.Usage;
import java.io.PrintStream;
import java.util.List;

/** Who refers to images. A source that cannot be read makes its images unknown, and unknown counts as in use. */
final class ShowUsage {

    private ShowUsage() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        Image used = bake(stage, amis, "web-1.0.0");
        Image idle = bake(stage, amis, "web-1.1.0");
        stage.inMemory("an instance of the first image", aws -> aws.runInstance(used.imageId()));

        Usage usage = amis.usage().read();
        out.println(used.name().orElseThrow() + " " + usage.of(used).status() + " "
                + usage.of(used).references());
        out.println(idle.name().orElseThrow() + " " + usage.of(idle).status());
        out.println("in all " + usage.references().size() + " references in " + usage.regions());

        stage.inMemory("a source that cannot be read", aws -> {
            aws.faults().failNext("DescribeInstances", "UnauthorizedOperation");
            Usage blind = amis.usage().read();
            out.println(idle.name().orElseThrow() + " " + blind.of(idle).status() + " " + blind.unreadSources());
        });
        stage.inMemory("a parameter that says the second image", aws -> {
            aws.in(aws.region()).imageParameter("/golden/web", idle.imageId());
            amis.usage()
                    .readOf(List.of(idle))
                    .forEach(known ->
                            out.println(idle.name().orElseThrow() + " " + known.status() + " " + known.references()));
        });
    }

    private static Image bake(Stage stage, Amis amis, String name) {
        return amis.create(stage.name(name))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();
    }
}
