package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.time.Duration;

/** Protection from being deregistered; with a cool-down, lifting it takes another 24 hours. */
final class Protect {

    private Protect() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Image image = amis.create("golden-1.0.0")
                .fromInstance(aws.runInstance())
                .start()
                .await();

        amis.protect(image).withCooldown().apply();
        tryToRemove(out, amis, image);
        amis.unprotect(image).apply();
        tryToRemove(out, amis, image);
        aws.time().advance(Duration.ofHours(25));
        tryToRemove(out, amis, image);
    }

    private static void tryToRemove(PrintStream out, Amis amis, Image image) {
        try {
            out.println("planned   "
                    + amis.deregister(image).withSnapshots().plan().actions().size() + " actions");
        } catch (ConflictException protectedStill) {
            out.println("refused   " + protectedStill.getMessage());
        }
    }
}
