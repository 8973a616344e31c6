package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import dev.amis.publish.ImagePointer;
import java.io.PrintStream;

/** A name that never changes for an image that does: published, rolled back, and taken away again. */
final class PointToImages {

    private PointToImages() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        ImagePointer current = amis.pointer("/amis-examples/" + stage.name("golden"));
        Image first = bake(stage, "golden-1.0.0");
        Image second = bake(stage, "golden-1.1.0");

        ChangeReport made = current.to(first).apply().orThrow();
        out.println("says      " + current.find().values());
        out.println(current.to(second).plan().describe());
        current.to(second).apply().orThrow();
        out.println("used      " + amis.usage().read().of(second).status());

        current.rollBack().apply().orThrow();
        out.println("says      " + current.find().values() + " again");
        current.history().forEach(version -> out.println("history   " + version));
        amis.undo(made).orThrow();
        out.println("gone      " + current.find().isEmpty());
    }

    private static Image bake(Stage stage, String name) {
        return stage.amis()
                .create(stage.name(name))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();
    }
}
