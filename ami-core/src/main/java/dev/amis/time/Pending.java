package dev.amis.time;

import dev.amis.error.AmiException;
import dev.amis.error.ImageFailedException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.error.WaitTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Something that was started in the account and is on its way. Waiting for it changes nothing; not waiting stops nothing.
 *
 * <p>Many handles of one account and Region share their polls: one {@code DescribeImages} per pause for all of them,
 * however many threads wait. Thread-safe.
 *
 * @param <T> what comes out of it
 */
public interface Pending<T> {

    /**
     * Waits as long as the wait policy allows.
     *
     * @return what came out
     * @throws ImageFailedException if it failed; the message has EC2's state reason
     * @throws WaitTimeoutException if the deadline passed; it goes on, and can be awaited again
     * @throws WaitInterruptedException if the thread was interrupted; it goes on, and can be awaited again
     * @throws AmiException if looking at it failed
     */
    T await();

    /**
     * Waits until a deadline.
     *
     * @param atMost how long, positive
     * @return what came out
     * @throws IllegalArgumentException if the deadline is not positive
     * @throws ImageFailedException if it failed; the message has EC2's state reason
     * @throws WaitTimeoutException if the deadline passed; it goes on, and can be awaited again
     * @throws WaitInterruptedException if the thread was interrupted; it goes on, and can be awaited again
     * @throws AmiException if looking at it failed
     */
    T await(Duration atMost);

    /**
     * Waits on a thread of an executor.
     *
     * @param executor where to wait; a thread is kept busy for as long as it takes
     * @return a future that completes as {@link #await()} returns or throws; cancelling it does not stop the operation
     */
    CompletableFuture<T> awaitAsync(Executor executor);

    /**
     * Looks once, without waiting.
     *
     * @return what came out, nothing while it is on its way
     * @throws ImageFailedException if it failed
     * @throws AmiException if looking at it failed
     */
    Optional<T> poll();

    /**
     * The same handle with a listener, which is told of every look while waiting.
     *
     * @param listener called on the waiting thread; what it throws ends the wait
     * @return the new handle
     */
    Pending<T> onProgress(Consumer<Progress> listener);
}
