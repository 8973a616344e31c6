package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where images stand on their way out, read from themselves. As a test it keeps those whose next step is not due. */
final class Staging implements KeepTest {

    /** The step that comes next. */
    enum Step {
        DEPRECATE,
        DISABLE,
        /** Tells from now on when it was disabled. */
        MARK,
        DEREGISTER
    }

    /** The seconds of ten thousand years. */
    private static final long FAR = Duration.ofDays(3_652_500).toSeconds();

    private static final String UNLESS = " unless something refers to it";

    private final Stages stages;
    private final Timing timing;
    private final Map<String, Reason> waiting = new HashMap<>();

    Staging(Stages stages, Timing timing) {
        this.stages = stages;
        this.timing = timing;
    }

    Step next(Image image) {
        if (image.state() == ImageState.DISABLED) {
            return disabledAt(image).isPresent() ? Step.DEREGISTER : Step.MARK;
        }
        return deprecatedAt(image).isPresent() && !wasEnabled(image) ? Step.DISABLE : Step.DEPRECATE;
    }

    @Override
    public @Nullable Reason keeps(Image image, Place place) {
        Optional<String> launched = launchedSince(image);
        if (launched.isPresent()) {
            return new Reason(Kind.LAUNCHED_SINCE, launched.get());
        }
        return switch (next(image)) {
            case DEPRECATE ->
                image.deprecationTime()
                        .filter(date -> date.isAfter(timing.now()) && !date.isAfter(timing.deprecateAt()))
                        .map(date -> waiting(deprecated(date)))
                        .orElse(null);
            case DISABLE -> {
                Instant date = deprecatedAt(image).orElseThrow();
                yield isOver(date, stages.disablingAfter()) ? null : waiting(deprecated(date));
            }
            case MARK -> null;
            case DEREGISTER -> {
                Instant date = disabledAt(image).orElseThrow();
                yield isOver(date, stages.deregisteringAfter()) ? null : waiting(disabled(date));
            }
        };
    }

    /** Why the next step is taken, and what comes after it. */
    String why(Image image) {
        return Actions.REASON
                + switch (next(image)) {
                    case DEPRECATE ->
                        (wasEnabled(image) ? "; it was enabled again, so it starts over" : "") + "; disabled "
                                + after(timing.deprecateAt(), stages.disablingAfter()) + UNLESS;
                    case DISABLE ->
                        "; deprecated " + date(deprecatedAt(image).orElseThrow(), stages.disablingAfter())
                                + "; deregistered " + after(timing.expiresAt(), stages.deregisteringAfter()) + UNLESS;
                    case MARK ->
                        "; disabled it is, but no tag " + Stages.DISABLED_AT
                                + " tells since when, so its time begins now; deregistered "
                                + after(timing.expiresAt(), stages.deregisteringAfter()) + UNLESS;
                    case DEREGISTER ->
                        "; disabled by " + date(disabledAt(image).orElseThrow(), stages.deregisteringAfter());
                };
    }

    private Reason waiting(String text) {
        return waiting.computeIfAbsent(text, one -> new Reason(Kind.WAITING, one));
    }

    private String deprecated(Instant date) {
        return "deprecated " + date(date, stages.disablingAfter()) + "; disabled "
                + after(date, stages.disablingAfter()) + UNLESS;
    }

    private String disabled(Instant date) {
        return "disabled by " + date(date, stages.deregisteringAfter()) + "; deregistered "
                + after(date, stages.deregisteringAfter()) + UNLESS;
    }

    private Optional<String> launchedSince(Image image) {
        Optional<Instant> deprecated = deprecatedAt(image);
        boolean disabled = image.state() == ImageState.DISABLED;
        Optional<Instant> since = disabled ? deprecated.or(() -> disabledAt(image)) : deprecated;
        return image.lastLaunchedTime()
                .filter(launch -> since.isPresent() && !launch.isBefore(since.get()))
                .filter(launch -> disabled || next(image) == Step.DISABLE)
                .map(launch -> "launched " + launch + ", after it had been "
                        + (deprecated.isPresent() ? "deprecated" : "disabled") + "; it starts over once "
                        + (disabled ? "it is enabled" : "its deprecation is cancelled"));
    }

    /** Since when it is deprecated; nothing if it is not, or not yet. */
    private Optional<Instant> deprecatedAt(Image image) {
        return image.deprecationTime().filter(date -> !date.isAfter(timing.now()));
    }

    /** Since when it is disabled; nothing if that is not told, or told of a time before it was deprecated anew. */
    private Optional<Instant> disabledAt(Image image) {
        Optional<Instant> deprecated = deprecatedAt(image);
        return tagged(image).filter(date -> deprecated.isEmpty() || !date.isBefore(deprecated.get()));
    }

    /** Whether it was disabled after it was deprecated, and is not any more. */
    private boolean wasEnabled(Image image) {
        return image.state() != ImageState.DISABLED
                && deprecatedAt(image).isPresent()
                && disabledAt(image).isPresent();
    }

    private static Optional<Instant> tagged(Image image) {
        return image.tags().get(Stages.DISABLED_AT).flatMap(Staging::instant);
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    /** Compared as a span: a date that somebody wrote by hand may be too late to add to. */
    private boolean isOver(Instant since, Duration grace) {
        return !since.isAfter(timing.now())
                && Duration.between(since, timing.now()).compareTo(grace) >= 0;
    }

    private static String after(Instant since, Duration grace) {
        try {
            return "after " + date(since.plus(grace), grace);
        } catch (DateTimeException | ArithmeticException tooLate) {
            return "at a time too far to be told";
        }
    }

    /** Days suffice where days are waited for. */
    private static String date(Instant instant, Duration grace) {
        boolean days = grace.equals(Duration.ofDays(grace.toDays())) && Math.abs(instant.getEpochSecond()) < FAR;
        return days ? instant.atOffset(ZoneOffset.UTC).toLocalDate().toString() : instant.toString();
    }
}
