package dev.amis.time;

import java.time.Duration;

/** Lets time pass. The one way in which this library waits; tests put in one that moves a clock instead. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Lets a while pass.
     *
     * @param duration how long, not negative
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * The sleeper that really sleeps.
     *
     * @return a sleeper on the thread of its caller
     */
    static Sleeper system() {
        return duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
