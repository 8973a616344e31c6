package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeJournal;
import dev.amis.create.BakeReport;
import dev.amis.create.ChangeLog;
import dev.amis.guest.GuestCleanup;
import dev.amis.model.Image;
import dev.amis.model.InstanceType;
import dev.amis.publish.Publication;
import java.io.PrintStream;
import java.time.Duration;

/** From an instance to a tested image in one chain, which goes on where it ended if it is run again. */
final class BakeImages {

    private BakeImages() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        ChangeLog log = ChangeLog.of("nginx 1.27").commit("4f2c1e").by("build 42");
        Bake bake = amis.bake(stage.name("web-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .verifying(gate -> gate.on(InstanceType.of("t3.micro")))
                .changeLog(log)
                .publishing(image -> {
                    out.println("published " + image.imageId());
                    return Publication.to("the terminal");
                });
        out.print(bake.describe());

        BakeReport report = bake.run();
        out.print(report.describe());
        Image image = report.orThrow();
        out.print(log.document(image));
        out.println("again     " + bake.run().orThrow().imageId().equals(image.imageId()));

        stage.inMemory("cleaning the instance, stopping it meanwhile, and publishing to a pointer", aws -> {
            Bake whole = amis.bake(stage.name("web-1.1.0"))
                    .fromInstance(stage.instance())
                    .prepare(GuestCleanup.standard().script())
                    .stoppingFirst()
                    .publishingTo("/golden/web");
            BakeJournal journal = BakeJournal.inMemory();
            BakeReport kept = BakeReport.fromJson(whole.journal(journal).run().toJson());
            journal.entries().forEach(entry -> out.println("journal   " + entry));
            out.print(kept.describe());
            out.println("says      " + amis.pointer("/golden/web").find().values());
        });
        stage.inMemory("taking back a bake that was left in the middle", aws -> {
            aws.access().deny("StartInstances");
            amis.bake(stage.name("web-1.2.0"))
                    .fromInstance(stage.instance())
                    .stoppingFirst()
                    .run();
            aws.access().allow("StartInstances");
            aws.time().advance(Duration.ofDays(2));
            amis.unfinishedBakes().list().forEach(left -> out.println("left      " + left));
            amis.unfinishedBakes().takeBack().forEach(ended -> out.print(ended.describe()));
        });
    }
}
