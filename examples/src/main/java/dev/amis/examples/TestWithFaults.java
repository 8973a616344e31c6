package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import java.io.PrintStream;

/** What a test suite can do to its code: slow it down, lose an answer, and kill it at any call. */
final class TestWithFaults {

    private TestWithFaults() {}

    static void run(Stage stage) {
        stage.inMemory("troubles", aws -> run(aws, stage.out()));
    }

    private static void run(InMemoryAws aws, PrintStream out) {
        Amis amis = Amis.using(aws);
        var bake = amis.create("web-1.0.0").fromInstance(aws.runInstance());

        aws.faults().loseAnswer("CreateImage", 1);
        Image image = bake.start().await();
        out.println("made once " + amis.find().ownedBySelf().count() + " though the answer was lost: " + image);

        aws.faults().crashAfter(1);
        try {
            amis.deprecate(image).in(java.time.Duration.ofDays(1)).apply();
        } catch (SimulatedCrash crash) {
            out.println("crashed   " + crash.getMessage());
        }
        aws.faults().clear();
        out.println("again     "
                + amis.deprecate(image).in(java.time.Duration.ofDays(1)).apply().describe());
        out.println(aws.calls());
    }
}
