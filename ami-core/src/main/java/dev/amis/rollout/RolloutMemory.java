package dev.amis.rollout;

import java.util.Optional;

/** A journal that lives as long as this process. */
final class RolloutMemory implements RolloutJournal {

    private Optional<RolloutPlan> plan = Optional.empty();

    @Override
    public synchronized void begin(RolloutPlan begun) {
        requireSame(this, plan, begun);
        plan = Optional.of(begun);
    }

    @Override
    public synchronized Optional<RolloutPlan> plan() {
        return plan;
    }

    static void requireSame(RolloutJournal journal, Optional<RolloutPlan> present, RolloutPlan begun) {
        present.filter(other -> !other.equals(begun)).ifPresent(other -> {
            throw new IllegalStateException(journal + " is about roll-out " + other.id() + ", not about " + begun.id());
        });
    }

    @Override
    public String toString() {
        return "journal in memory";
    }
}
