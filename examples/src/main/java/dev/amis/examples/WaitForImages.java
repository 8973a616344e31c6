package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.time.Pending;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Waiting: progress, a deadline, resuming by id after a restart, and on an executor of one's own. */
final class WaitForImages {

    private WaitForImages() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        String slow = stage.name("slow-1.0.0");
        Pending<Image> pending =
                amis.create(slow).fromInstance(stage.instance()).noReboot().start();
        try {
            pending.onProgress(progress -> out.println("look      " + progress)).await(Duration.ofSeconds(5));
        } catch (WaitTimeoutException late) {
            out.println("deadline  " + late.getMessage());
        }

        // Another process only needs the id.
        ImageId id = amis.find().ownedBySelf().named(slow).one().imageId();
        out.println("resumed   " + stage.amis().await(id).await());

        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Image> later = amis.create(stage.name("quick-1.0.0"))
                    .fromInstance(stage.instance())
                    .noReboot()
                    .start()
                    .awaitAsync(threads);
            out.println("async     " + later.join());
        } finally {
            threads.shutdown();
        }
    }
}
