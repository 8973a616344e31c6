package dev.amis.plan;

import dev.amis.error.Failure;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;

/** Pauses between looks at something that EC2 may show late; it runs out after the visibility grace of the session. */
final class Patience {

    private final Session session;
    private final Instant end;
    private Duration next;
    private int left;

    /**
     * Starts to be patient.
     *
     * @param session whose wait policy and time it goes by
     * @param pauses how many pauses there may be at most
     */
    Patience(Session session, int pauses) {
        this.session = session;
        this.end = session.now().plus(session.waitPolicy().visibilityGrace());
        this.next = session.waitPolicy().firstPause();
        this.left = pauses;
    }

    /**
     * Lets one pause pass.
     *
     * @return false, without a pause, if patience is over
     * @throws WaitInterruptedException if the thread was interrupted
     */
    boolean pause() {
        if (left == 0 || session.now().plus(next).isAfter(end)) {
            return false;
        }
        left--;
        sleep(next);
        WaitPolicy policy = session.waitPolicy();
        Duration grown = Duration.ofMillis((long) (next.toMillis() * policy.growth()));
        next = grown.compareTo(policy.longestPause()) < 0 ? grown : policy.longestPause();
        return true;
    }

    private void sleep(Duration pause) {
        try {
            session.sleeper().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            Failure failure = Failure.of("Looking again at what was changed", "the thread was interrupted")
                    .build();
            throw new WaitInterruptedException(failure, interrupted);
        }
    }
}
