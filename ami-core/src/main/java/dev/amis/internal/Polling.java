package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.error.WaitInterruptedException;
import java.time.Duration;
import java.time.Instant;

/** Pauses between looks at something that takes its time, up to a deadline. */
public final class Polling {

    private final Session session;
    private final String task;
    private final Instant begun;
    private final Instant deadline;
    private final Pauses pauses;

    /**
     * Starts to wait.
     *
     * @param session whose wait policy and time it goes by
     * @param task what is waited for, for messages
     * @param deadline when there is to be no further look
     */
    public Polling(Session session, String task, Instant deadline) {
        this.session = session;
        this.task = task;
        this.begun = session.now();
        this.deadline = deadline;
        this.pauses = new Pauses(session.waitPolicy(), session.random());
    }

    /**
     * Lets one pause pass; the last one is cut short, so that there is a look at the deadline.
     *
     * @return false, without a pause, if the deadline has come
     * @throws WaitInterruptedException if the thread was interrupted
     */
    public boolean pause() {
        Duration left = Duration.between(session.now(), deadline);
        if (left.isNegative() || left.isZero()) {
            return false;
        }
        Duration pause = pauses.next();
        try {
            session.sleeper().sleep(pause.compareTo(left) > 0 ? left : pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(
                    Failure.of(task, "the thread was interrupted").build(), interrupted);
        }
        return true;
    }

    /**
     * Tells whether what is new may still be invisible.
     *
     * @return whether the visibility grace has not passed since the waiting began
     */
    public boolean mayBeInvisible() {
        return !session.now().isAfter(begun.plus(session.waitPolicy().visibilityGrace()));
    }
}
