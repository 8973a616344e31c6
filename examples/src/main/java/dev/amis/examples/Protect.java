package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import java.io.PrintStream;
import java.time.Duration;

/** Protection from being deregistered; with a cool-down, lifting it takes another 24 hours. */
final class Protect {

    private Protect() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        Image image = amis.create(stage.name("golden-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();

        amis.protect(image).withoutCooldown().apply();
        tryToRemove(out, amis, image);
        amis.unprotect(image).apply();
        tryToRemove(out, amis, image);

        stage.inMemory("a cool-down of 24 hours", aws -> {
            amis.protect(image).withCooldown().apply();
            amis.unprotect(image).apply();
            tryToRemove(out, amis, image);
            aws.time().advance(Duration.ofHours(25));
            tryToRemove(out, amis, image);
        });
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
