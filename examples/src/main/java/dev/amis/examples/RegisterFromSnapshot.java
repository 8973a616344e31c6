package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.SnapshotId;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;

/** An image from a snapshot: HVM and ENA by default, never EC2's 32-bit paravirtual by accident. */
final class RegisterFromSnapshot {

    private RegisterFromSnapshot() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Image made = amis.create("source-1.0.0")
                .fromInstance(aws.runInstance())
                .start()
                .await();
        SnapshotId root = made.snapshotIds().get(0);

        Image image = amis.register("appliance-1.0.0")
                .fromSnapshot(root)
                .architecture(Architecture.X86_64)
                .imdsV2()
                .start()
                .await();
        out.println("made      " + image);
        out.println("          " + image.virtualizationType() + ", ENA " + image.enaSupport() + ", IMDS "
                + image.imdsSupport().map(Object::toString).orElse("not set"));
    }
}
