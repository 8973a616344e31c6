package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.SnapshotId;
import java.io.PrintStream;

/** An image from a snapshot: HVM and ENA by default, never EC2's 32-bit paravirtual by accident. */
final class RegisterFromSnapshot {

    private RegisterFromSnapshot() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        SnapshotId root = stage.snapshot().orElseGet(() -> rootOfNewImage(stage, amis));

        Image image = amis.register(stage.name("appliance-1.0.0"))
                .fromSnapshot(root)
                .architecture(Architecture.X86_64)
                .imdsV2()
                .start()
                .await();
        out.println("made      " + image);
        out.println("          " + image.virtualizationType() + ", ENA " + image.enaSupport() + ", IMDS "
                + image.imdsSupport().map(Object::toString).orElse("not set"));
    }

    private static SnapshotId rootOfNewImage(Stage stage, Amis amis) {
        Image made = amis.create(stage.name("source-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();
        return made.snapshotIds().get(0);
    }
}
