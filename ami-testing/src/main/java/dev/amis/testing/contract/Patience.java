package dev.amis.testing.contract;

import dev.amis.time.Sleeper;
import java.time.Duration;

/** Waiting for what EC2 brings about in its own time: a bounded number of looks with a pause of the provider's between. */
final class Patience {

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int LOOKS = 240;

    private final Sleeper sleeper;

    Patience(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Looks until the assertion holds; the last look's failure is the test's. */
    void until(Runnable assertion) {
        for (int look = 1; look < LOOKS; look++) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                letPass(PAUSE);
            }
        }
        assertion.run();
    }

    void letPass(Duration duration) {
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while letting " + duration + " pass", interrupted);
        }
    }
}
