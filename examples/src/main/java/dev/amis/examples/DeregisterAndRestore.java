package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/** Removing an image with its snapshots: refused while something uses it, and undone out of the Recycle Bin. */
final class DeregisterAndRestore {

    private DeregisterAndRestore() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        stage.inMemory("rules of the Recycle Bin", aws -> {
            keep(aws, "imagerule01", RecycleBinResourceType.EC2_IMAGE, Duration.ofDays(7));
            keep(aws, "snaprule001", RecycleBinResourceType.EBS_SNAPSHOT, Duration.ofDays(14));
        });
        Image image = amis.create(stage.name("web-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();
        stage.inMemory("an instance of the image", aws -> refusedWhileUsed(aws, amis, image, out));

        out.println(amis.deregister(image).withSnapshots().plan().describe());
        ChangeReport removed = amis.deregister(image).withSnapshots().apply().orThrow();
        out.println("left      "
                + amis.find().ownedBySelf().named(stage.name("web-1.0.0")).count());

        Plan undo = amis.undoing(removed).plan();
        out.println(undo.describe());
        amis.apply(undo).orThrow();
        out.println("restored  "
                + amis.find()
                        .ownedBySelf()
                        .named(stage.name("web-1.0.0"))
                        .findLatest()
                        .map(Image::toString)
                        .orElse("nothing"));
    }

    private static void refusedWhileUsed(InMemoryAws aws, Amis amis, Image image, PrintStream out) {
        InstanceId user = aws.runInstance(image.imageId());
        try {
            amis.deregister(image).withSnapshots().plan();
        } catch (ConflictException inUse) {
            out.println("refused   " + inUse.getMessage());
        }
        aws.terminateInstance(user);
        aws.time().advance(Duration.ofHours(2));
    }

    private static void keep(InMemoryAws aws, String id, RecycleBinResourceType type, Duration retention) {
        aws.in(aws.region()).recycleBinRule(new RecycleBinRule(id, type, Map.of(), Map.of(), retention));
    }
}
