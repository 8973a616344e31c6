package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.testing.internal.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every call that was made to the in-memory account, of all accounts and Regions, in order. Arranging is not logged, and
 * no tag values are. Thread-safe.
 */
public final class CallLog {

    /**
     * One call and its outcome.
     *
     * @param at when, by the account's clock
     * @param account who called
     * @param region where
     * @param action the EC2 action
     * @param resources what it was about, and what it made
     * @param outcome {@code OK}, EC2's error code, {@code lost} where the answer did not arrive, or {@code crash}
     * @param requestId the request id
     */
    public record Entry(
            Instant at,
            AccountId account,
            Region region,
            String action,
            List<String> resources,
            String outcome,
            String requestId) {

        /** Makes an entry of a copy of the resources. */
        public Entry {
            resources = List.copyOf(resources);
        }

        @Override
        public String toString() {
            return at + " " + account + " " + region + " " + action + " " + resources + " " + outcome;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    CallLog() {}

    synchronized void record(Instant at, Call call, String outcome) {
        entries.add(new Entry(
                at, call.account(), call.region(), call.action(), call.resources(), outcome, call.requestId()));
    }

    /**
     * All calls so far.
     *
     * @return a copy
     */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * The calls of one action.
     *
     * @param action for example {@code DescribeImages}
     * @return a copy
     */
    public synchronized List<Entry> entries(String action) {
        return entries.stream().filter(entry -> entry.action().equals(action)).toList();
    }

    /**
     * Counts all calls.
     *
     * @return how many there were since the log was made or cleared
     */
    public synchronized int count() {
        return entries.size();
    }

    /**
     * Counts the calls of one action, whatever came of them.
     *
     * @param action for example {@code DescribeImages}
     * @return how many there were since the log was made or cleared
     */
    public synchronized int count(String action) {
        return (int)
                entries.stream().filter(entry -> entry.action().equals(action)).count();
    }

    /** Forgets all calls so far. */
    public synchronized void clear() {
        entries.clear();
    }

    /** The calls, one on a line. */
    @Override
    public synchronized String toString() {
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }
}
