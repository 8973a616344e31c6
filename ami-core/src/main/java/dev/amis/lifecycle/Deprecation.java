package dev.amis.lifecycle;

import dev.amis.error.InvalidRequestException;
import dev.amis.internal.Subject;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.plan.Action;
import dev.amis.plan.Change;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An image that is to be deprecated; the date is missing yet. */
public final class Deprecation {

    private static final int MOST_YEARS = 10;
    private static final int MOST_YEARS_PUBLIC = 2;

    private final Subject subject;
    private final PlanEngine engine;

    Deprecation(Subject subject, PlanEngine engine) {
        this.subject = subject;
        this.engine = engine;
    }

    /**
     * Deprecates the image at a date; a date before is overwritten.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code EnableImageDeprecation}.
     *
     * <p><b>Changes</b> the deprecation date. From then on the image is hidden from the listings of other accounts; whoever
     * knows its id goes on launching it, also templates and groups.
     *
     * <p><b>Undo</b> puts back the date before, or none; a date that has passed by then cannot be set again.
     *
     * @param date when, not in the past and at most 10 years ahead (for a public image, 2 years after it was made); begun
     *     minutes count as full
     * @return the change; it plans nothing if the image has this date
     * @throws IllegalArgumentException if the date is in the past or more than 10 years ahead
     */
    public Change at(Instant date) {
        Instant minute = fullMinute(date);
        Instant now = subject.session().now();
        Instant last = now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant();
        if (minute.isBefore(now)) {
            throw new IllegalArgumentException("deprecateAt is " + date + ", but must not be before now, " + now);
        }
        if (minute.isAfter(last)) {
            throw new IllegalArgumentException(
                    "deprecateAt is " + date + ", but must be within " + MOST_YEARS + " years, until " + last);
        }
        return engine.change("deprecate " + subject.imageId() + " at " + minute, plan -> plan(plan, minute));
    }

    /**
     * Deprecates the image after a while, counted from this call.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code EnableImageDeprecation}.
     *
     * <p><b>Changes</b> and <b>Undo</b> as {@link #at(Instant)}.
     *
     * @param delay how long from now, not negative and at most 10 years
     * @return the change; it plans nothing if the image has this date
     * @throws IllegalArgumentException if the delay is negative or longer than 10 years
     */
    public Change in(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay is " + delay + ", but must not be negative");
        }
        return at(subject.session().now().plus(delay));
    }

    private void plan(Plan.Builder plan, Instant date) {
        Image image = subject.read("EnableImageDeprecation", ImageOperation.DEPRECATE);
        if (image.deprecationTime().equals(Optional.of(date))) {
            return;
        }
        refuseTooLateForPublic(image, date);
        Facts facts = Facts.builder()
                .state(image.state())
                .deprecationTime(image.deprecationTime().orElse(Instant.MIN))
                .build();
        plan.addAction(PlannedAction.of(
                new Action.Deprecate(subject.region(), subject.imageId(), date),
                "asked for",
                facts,
                subject.session().now()));
    }

    private void refuseTooLateForPublic(Image image, Instant date) {
        Optional<Instant> last = image.creationDate()
                .filter(created -> image.isPublic())
                .map(created -> created.atOffset(ZoneOffset.UTC)
                        .plusYears(MOST_YEARS_PUBLIC)
                        .toInstant());
        if (last.filter(date::isAfter).isPresent()) {
            throw new InvalidRequestException(subject.failure(
                            "EnableImageDeprecation",
                            "the image is public, so it must be deprecated within " + MOST_YEARS_PUBLIC
                                    + " years after it was made, until " + last.get())
                    .advice("Name an earlier date, or make the image private first")
                    .build());
        }
    }

    /** EC2 keeps full minutes; rounding up never makes it earlier than asked for, nor a date in the past. */
    private static Instant fullMinute(Instant date) {
        Instant begun = date.truncatedTo(ChronoUnit.MINUTES);
        return begun.equals(date) ? begun : begun.plus(1, ChronoUnit.MINUTES);
    }
}
