package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.error.WaitInterruptedException;
import java.time.Duration;
import java.time.Instant;

/** Pauses between looks at a change that EC2 may show late; it runs out with the visibility grace of the session. */
public final class Patience {

    private final Session session;
    private final Instant end;
    private final Pauses pauses;
    private int left;

    /**
     * Starts to be patient.
     *
     * @param session whose wait policy and time it goes by
     * @param most how many pauses there may be
     */
    public Patience(Session session, int most) {
        this.session = session;
        this.end = session.now().plus(session.waitPolicy().visibilityGrace());
        this.pauses = new Pauses(session.waitPolicy(), session.random());
        this.left = most;
    }

    /**
     * Lets one pause pass.
     *
     * @return false, without a pause, if patience is over
     * @throws WaitInterruptedException if the thread was interrupted
     */
    public boolean pause() {
        Duration pause = pauses.next();
        if (left == 0 || session.now().plus(pause).isAfter(end)) {
            return false;
        }
        left--;
        try {
            session.sleeper().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            Failure failure = Failure.of("Looking again at what was changed", "the thread was interrupted")
                    .build();
            throw new WaitInterruptedException(failure, interrupted);
        }
        return true;
    }
}
