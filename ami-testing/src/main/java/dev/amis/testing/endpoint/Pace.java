package dev.amis.testing.endpoint;

import dev.amis.testing.FakeTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets the account's clock go on as another does, from one request to the next. Thread-safe. */
final class Pace implements Runnable {

    private final FakeTime time;
    private final Clock clock;
    private final int speed;
    private Instant last;

    Pace(FakeTime time, Clock clock, int speed) {
        this.time = time;
        this.clock = clock;
        this.speed = speed;
        this.last = clock.instant();
    }

    /** Catches up; a clock that was set back is waited for. */
    @Override
    public synchronized void run() {
        Instant now = clock.instant();
        if (now.isAfter(last)) {
            time.advance(Duration.between(last, now).multipliedBy(speed));
            last = now;
        }
    }
}
