package dev.amis.examples;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a run end in order where the JVM is told to stop: its thread is interrupted, and the JVM waits until it has tidied up. */
final class Orderly {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook;

    private Orderly(Thread runner) {
        this.hook = new Thread(() -> stop(runner), "orderly-end");
    }

    /** Runs something on this thread that tidies up when it is interrupted. */
    static void run(Runnable task) {
        Orderly orderly = new Orderly(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(orderly.hook);
        try {
            task.run();
        } finally {
            orderly.end();
        }
    }

    /** Waits until somebody interrupts the run. */
    static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        tidied.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook is at work already. What it interrupted is over.
            Thread.interrupted();
        }
    }

    private void stop(Thread runner) {
        runner.interrupt();
        try {
            if (!tidied.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("Stopped before everything was tidied up.");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
