package dev.amis.report;

import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a plan by age, in steps that suit the oldest of them.
 *
 * @param unit how long a step is
 * @param bars one for each step from the youngest on, empty ones too, and one more for images without a date if there are any
 */
record AgeHistogram(Unit unit, List<Bar> bars) {

    /** The label of the bar for images without a date. */
    static final String UNDATED = "?";

    /** How long a step is. */
    enum Unit {
        WEEK("week", 7, 13),
        MONTH("month", 30, 24),
        QUARTER("quarter", 91, 24),
        YEAR("year", 365, 12);

        private final String word;
        private final int days;
        private final int most;

        Unit(String word, int days, int most) {
            this.word = word;
            this.days = days;
            this.most = most;
        }

        static Unit upTo(long oldest) {
            for (Unit unit : values()) {
                if (oldest < (long) unit.days * unit.most) {
                    return unit;
                }
            }
            return YEAR;
        }

        /** The last step takes in all that is older. */
        int step(long days) {
            return (int) Math.min(days / this.days, most - 1L);
        }

        String label(int step, long oldest) {
            return step == most - 1 && oldest >= (long) days * most ? step + "+" : String.valueOf(step);
        }

        /** What an axis of these steps is called. */
        String axis() {
            return "age in whole " + word + "s of " + days + " days";
        }
    }

    /**
     * The images of one age.
     *
     * @param label how many units old they are, or {@link #UNDATED}
     * @param tally how many they are and how large
     */
    record Bar(String label, Tally tally) {

        /** What the label means. */
        String age(Unit unit) {
            return label.equals(UNDATED)
                    ? "no date"
                    : "age " + label + " " + unit.word + (label.equals("1") ? "" : "s");
        }
    }

    static AgeHistogram of(Plan plan) {
        long oldest = plan.decisions().stream()
                .flatMap(decision -> decision.created().stream())
                .mapToLong(created -> days(created, plan.createdAt()))
                .max()
                .orElse(-1);
        Unit unit = Unit.upTo(oldest);
        List<Bar> bars = new ArrayList<>();
        for (int step = 0; oldest >= 0 && step <= unit.step(oldest); step++) {
            bars.add(new Bar(unit.label(step, oldest), new Tally()));
        }
        Bar undated = new Bar(UNDATED, new Tally());
        PlanCosts costs = PlanCosts.of(plan);
        for (Decision decision : plan.decisions()) {
            decision.created()
                    .map(created -> bars.get(unit.step(days(created, plan.createdAt()))))
                    .orElse(undated)
                    .tally()
                    .add(decision, costs.cents(decision));
        }
        if (undated.tally().images() > 0) {
            bars.add(undated);
        }
        return new AgeHistogram(unit, List.copyOf(bars));
    }

    /** An image of the future is as good as new. */
    private static long days(Instant created, Instant now) {
        return Math.max(0, Duration.between(created, now).toDays());
    }

    /** All ages together. */
    Tally total() {
        Tally total = new Tally();
        bars.forEach(bar -> total.addAll(bar.tally()));
        return total;
    }

    boolean hasUndated() {
        return bars.stream().anyMatch(bar -> bar.label().equals(UNDATED));
    }
}
