package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.error.WaitInterruptedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Does the same for several things, at once where there is an executor, one after the other where there is none. The calling
 * thread takes part, so that an executor that is busy, or the one that the caller runs on, slows it down and no more.
 *
 * @param executor where to do it beside the calling thread
 */
public record FanOut(Optional<Executor> executor) {

    /** One after the other. */
    public static final FanOut NONE = new FanOut(Optional.empty());

    /**
     * Does the same for each.
     *
     * @param <T> of what
     * @param <R> what comes of it
     * @param items each of them
     * @param work what to do, from several threads at once
     * @return what came of each, in their order
     * @throws WaitInterruptedException if the calling thread was interrupted; what was not begun is not begun any more
     */
    public <T, R> List<R> each(Collection<T> items, Function<T, R> work) {
        if (executor.isEmpty() || items.size() < 2) {
            return items.stream().map(work).toList();
        }
        List<FutureTask<R>> tasks = items.stream()
                .map(item -> new FutureTask<>(() -> work.apply(item)))
                .toList();
        try {
            tasks.stream().skip(1).forEach(executor.get()::execute);
            List<R> results = new ArrayList<>();
            for (FutureTask<R> task : tasks) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted between two of them");
                }
                task.run();
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw cause(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(
                    Failure.of("Reading", "the thread was interrupted").build(), interrupted);
        } finally {
            tasks.forEach(task -> task.cancel(true));
        }
    }

    private static RuntimeException cause(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException own) {
            return own;
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failed.getCause());
    }
}
