package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.testing.InMemoryAws;
import dev.amis.time.Pending;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Waiting: progress, a deadline, resuming by id after a restart, and on an executor of one's own. */
final class WaitForImages {

    private WaitForImages() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Pending<Image> pending =
                amis.create("slow-1.0.0").fromInstance(aws.runInstance()).start();
        ImageId id = amis.find()
                .ownedBySelf()
                .named("slow-1.0.0")
                .state(dev.amis.model.ImageState.PENDING)
                .one()
                .imageId();
        try {
            pending.onProgress(progress -> out.println("look      " + progress)).await(Duration.ofSeconds(5));
        } catch (WaitTimeoutException late) {
            out.println("deadline  " + late.getMessage());
        }

        // Another process only needs the id.
        out.println("resumed   " + Amis.using(aws).await(id).await());

        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Image> later = amis.create("quick-1.0.0")
                    .fromInstance(aws.runInstance())
                    .start()
                    .awaitAsync(threads);
            out.println("async     " + later.join());
        } finally {
            threads.shutdown();
        }
    }
}
