package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.StalePlanException;
import dev.amis.testing.Faults;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that goes wrong at one call.
 *
 * @param kind what
 * @param index which call, counted from 0 and modulo the number of calls there are
 */
record Trouble(Kind kind, int index) {

    /** What can go wrong. */
    enum Kind {
        CRASH_BEFORE,
        CRASH_AFTER,
        LOST_ANSWER,
        LOST_REQUEST,
        THROTTLED,
        SERVER_ERROR,
        DENIED
    }

    /**
     * Lets work go wrong, and does not start again if the process dies of it, or the work gives up where it has not begun
     * to change anything.
     *
     * @param calls how many calls the work makes
     * @return what comes of the work, nothing if it ended early
     */
    <T> Optional<T> happensTo(InMemoryAws aws, int calls, Supplier<T> work) {
        arrange(aws.faults(), calls);
        try {
            return Optional.of(work.get());
        } catch (SimulatedCrash | AmiException ended) {
            assertThat(ended).isNotInstanceOfAny(ConflictException.class, StalePlanException.class);
            return Optional.empty();
        } finally {
            aws.faults().clear();
        }
    }

    private void arrange(Faults faults, int calls) {
        int nth = 1 + index % calls;
        switch (kind) {
            case CRASH_BEFORE -> faults.crashBefore(nth);
            case CRASH_AFTER -> faults.crashAfter(nth);
            case LOST_ANSWER -> faults.loseAnswer(Faults.ANY, nth);
            case LOST_REQUEST -> faults.loseRequest(Faults.ANY, nth);
            case THROTTLED -> faults.fail(Faults.ANY, nth, "RequestLimitExceeded");
            case SERVER_ERROR -> faults.fail(Faults.ANY, nth, "InternalError");
            case DENIED -> faults.fail(Faults.ANY, nth, "UnauthorizedOperation");
        }
    }
}
