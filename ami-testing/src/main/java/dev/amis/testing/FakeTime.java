package dev.amis.testing;

import dev.amis.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock that stands still until it is moved, and a sleeper that moves it instead of sleeping, so that thirty minutes
 * pass in no time.
 *
 * <p>Whoever sleeps moves the clock to the end of the sleep, if it is not there already: threads that sleep beside one
 * another do not add up. The in-memory account lets happen what has become due before it answers its next call.
 * Thread-safe.
 */
public final class FakeTime extends Clock implements Sleeper {

    /** Where the clock stands, shared by its views in other zones. */
    private static final class Hand {
        private Instant now;

        private Hand(Instant now) {
            this.now = now;
        }

        private synchronized Instant now() {
            return now;
        }

        private synchronized void add(Duration duration) {
            now = now.plus(duration);
        }

        private synchronized void moveTo(Instant end) {
            if (now.isBefore(end)) {
                now = end;
            }
        }
    }

    private final Hand hand;
    private final ZoneId zone;

    private FakeTime(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /**
     * Makes a clock that stands at an instant.
     *
     * @param instant where it stands
     * @return the clock, in UTC
     */
    public static FakeTime startingAt(Instant instant) {
        return new FakeTime(new Hand(Objects.requireNonNull(instant)), ZoneOffset.UTC);
    }

    /**
     * Moves the clock on.
     *
     * @param duration by how much, not negative
     * @throws IllegalArgumentException if the duration is negative: time does not go back
     */
    public void advance(Duration duration) {
        requireForward(duration);
        hand.add(duration);
    }

    /**
     * Moves the clock to the end of a sleep that starts now; it stays where it is if others have moved it further.
     *
     * @param duration how long, not negative
     * @throws InterruptedException if the thread is interrupted; the clock then stays where it is
     * @throws IllegalArgumentException if the duration is negative
     */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        requireForward(duration);
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before sleeping for " + duration);
        }
        pass(duration);
    }

    /** Lets a while pass that began just now, without being interruptible. */
    void pass(Duration duration) {
        hand.moveTo(hand.now().plus(duration));
    }

    @Override
    public Instant instant() {
        return hand.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /**
     * The same time in another zone.
     *
     * @param other the zone
     * @return a clock that moves together with this one
     */
    @Override
    public FakeTime withZone(ZoneId other) {
        return new FakeTime(hand, other);
    }

    /** The instant at which the clock stands. */
    @Override
    public String toString() {
        return instant().toString();
    }

    private static void requireForward(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration is " + duration + ", but must not be negative");
        }
    }
}
