package dev.amis.rollout;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of a roll-out or of taking it back, and all that taking it back needs to know. Pure data. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class RolloutReport implements WithRolloutReport {

    /** How a roll-out ended. */
    public enum Status {
        /** All is on the new image, but for instances that are ignored by choice: {@link RolloutReport#ignoredInstances()}. */
        COMPLETED,
        /** It stopped by itself; some may be on the new image, some on the old. */
        STOPPED,
        /** All is as it was recorded. */
        ROLLED_BACK,
        /** Taking it back did not come to its end; it can be tried again. */
        ROLLBACK_INCOMPLETE
    }

    RolloutReport() {}

    /**
     * The plan, with the exact state that there was before.
     *
     * @return the plan
     */
    public abstract RolloutPlan plan();

    /**
     * How it ended.
     *
     * @return the status
     */
    public abstract Status status();

    /**
     * Why it did not come to its end.
     *
     * @return a sentence, nothing if it did
     */
    public abstract Optional<String> reason();

    /**
     * What became of each group.
     *
     * @return the results in the order of the plan
     */
    public abstract List<GroupResult> groups();

    /**
     * How many instances were passed over by choice, because they are protected from scale in or in standby. They run what they ran
     * before, so that the old image is still in use.
     *
     * @return the number, 0 unless the preferences of the plan say {@code Ignore}
     */
    public int ignoredInstances() {
        return groups().stream().mapToInt(GroupResult::ignored).sum();
    }

    /**
     * When it began.
     *
     * @return the instant
     */
    public abstract Instant startedAt();

    /**
     * When it ended.
     *
     * @return the instant
     */
    public abstract Instant finishedAt();

    /**
     * Insists on an end that is one: all new, or all as recorded.
     *
     * @return this report
     * @throws ConflictException if it stopped on the way
     */
    public RolloutReport orThrow() {
        if (status() == Status.COMPLETED || status() == Status.ROLLED_BACK) {
            return this;
        }
        throw new ConflictException(Failure.of("roll-out " + plan().id(), reason().orElse(status().toString()))
                .advice("Take it back by amis.rollback(report), or go on by amis.resume(journal)")
                .build());
    }

    /**
     * Writes the report as a document.
     *
     * @return JSON, to be read by {@link #fromJson}
     */
    public String toJson() {
        return RolloutJson.REPORT.toText(this);
    }

    /**
     * Reads a report, perhaps of another process.
     *
     * @param json what {@link #toJson} wrote
     * @return the report
     * @throws IllegalArgumentException if it is something else, or was edited
     */
    public static RolloutReport fromJson(String json) {
        return RolloutJson.REPORT.ofText(json);
    }

    /**
     * The report as a table for people.
     *
     * @return several lines
     */
    public String describe() {
        StringBuilder text = new StringBuilder(toString()).append('\n');
        groups().forEach(group -> text.append("  ").append(group).append('\n'));
        return text.toString();
    }

    /**
     * The report as one line for people.
     *
     * @return the status and the reason
     */
    @Override
    public String toString() {
        return plan() + ": " + status() + reason().map(why -> ", " + why).orElse("")
                + (ignoredInstances() == 0 ? "" : ", " + stayed(ignoredInstances()));
    }

    static String stayed(int instances) {
        return instances == 1
                ? "1 instance was ignored and stays old"
                : instances + " instances were ignored and stay old";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RolloutReport} values; each attribute can be set once. */
    public static final class Builder extends ImmutableRolloutReport.Builder {
        Builder() {}
    }
}
