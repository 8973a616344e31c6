package dev.amis.testing.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is going to happen: each thing at its time, those of one time in the order in which they were planned. */
final class Events {

    private record Event(Instant at, long order, Consumer<Instant> what) {}

    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
    private long planned;

    void plan(Instant at, Consumer<Instant> what) {
        queue.add(new Event(at, planned++, what));
    }

    /** Lets everything happen that is due; what happens may plan more. */
    void runDue(Instant now) {
        Event next = queue.peek();
        while (next != null && !next.at().isAfter(now)) {
            queue.remove();
            next.what().accept(next.at());
            next = queue.peek();
        }
    }
}
