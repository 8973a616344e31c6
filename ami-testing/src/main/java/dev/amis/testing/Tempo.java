package dev.amis.testing;

import dev.amis.testing.internal.Dials;
import dev.amis.testing.internal.World;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long things take in the in-memory account, by its own clock. Lifelike unless said otherwise: an image of an instance
 * takes 4 minutes, a copy 10, a registration 10 seconds; an instance is pending for 30 seconds and checked for 2 minutes. What is on its way already keeps its time. Thread-safe.
 */
public final class Tempo {

    private final World world;

    Tempo(World world) {
        this.world = world;
    }

    /**
     * Lets everything be ready when the call that starts it returns, for clients that do not live by the account's clock.
     *
     * @return this
     */
    public Tempo instant() {
        return set(Dials::instant);
    }

    /**
     * Sets how long images of instances and snapshots of volumes take.
     *
     * @param time not negative
     * @return this
     */
    public Tempo creatingTakes(Duration time) {
        requireNotNegative(time);
        return set(dials -> dials.creation(time));
    }

    /**
     * Sets how long copies of images and snapshots take.
     *
     * @param time not negative
     * @return this
     */
    public Tempo copyingTakes(Duration time) {
        requireNotNegative(time);
        return set(dials -> dials.copying(time));
    }

    /**
     * Sets how long it takes until a registered image is available.
     *
     * @param time not negative
     * @return this
     */
    public Tempo registeringTakes(Duration time) {
        requireNotNegative(time);
        return set(dials -> dials.registration(time));
    }

    /**
     * Sets how long it takes until blocked public access is in force.
     *
     * @param time not negative
     * @return this
     */
    public Tempo blockingTakes(Duration time) {
        requireNotNegative(time);
        return set(dials -> dials.blocking(time));
    }

    /**
     * Sets how long an instance that a call launches or starts is pending.
     *
     * @param time not negative
     * @return this
     */
    public Tempo startingTakes(Duration time) {
        requireNotNegative(time);
        return set(dials -> dials.starting(time));
    }

    /**
     * Sets how long it takes until the status checks of a running instance have an outcome.
     *
     * @param time not negative
     * @return this
     */
    public Tempo checkingTakes(Duration time) {
        requireNotNegative(time);
        return set(dials -> dials.checking(time));
    }

    /**
     * Sets how long an instance takes to stop, or to be terminated.
     *
     * @param time not negative
     * @return this
     */
    public Tempo stoppingTakes(Duration time) {
        requireNotNegative(time);
        return set(dials -> dials.stopping(time));
    }

    private Tempo set(Consumer<Dials> change) {
        world.arrange(() -> {
            change.accept(world.dials());
            return world;
        });
        return this;
    }

    private static void requireNotNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time is " + time + ", but must not be negative");
        }
    }
}
