package dev.amis.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether an image can be deregistered. Protection is off by default, cannot be bypassed by IAM, and does not hinder
 * disabling, deprecating or sharing.
 *
 * <p>Two are equal if they say the same; how EC2 wrote the end of a cool-down does not count. Source: EC2 User Guide,
 * "Protect an Amazon EC2 AMI from deregistration".
 *
 * @param mode what stands in the way
 * @param coolingDownUntil the end of the cool-down; present exactly in mode {@link Mode#COOLING_DOWN}
 * @param text EC2's own words
 */
public record DeregistrationProtection(Mode mode, Optional<Instant> coolingDownUntil, String text) {

    /** No protection. */
    public static final DeregistrationProtection DISABLED = of(Mode.DISABLED, "disabled");

    /** Protected; can be lifted at once. */
    public static final DeregistrationProtection ENABLED_WITHOUT_COOLDOWN =
            of(Mode.ENABLED_WITHOUT_COOLDOWN, "enabled-without-cooldown");

    /** Protected; after lifting it, 24 hours pass before the image can be deregistered. */
    public static final DeregistrationProtection ENABLED_WITH_COOLDOWN =
            of(Mode.ENABLED_WITH_COOLDOWN, "enabled-with-cooldown");

    private static final String COOLING_DOWN = "disabled after ";

    /** What stands in the way of deregistering. */
    public enum Mode {
        /** Nothing. */
        DISABLED,
        /** Protection that can be lifted at once. */
        ENABLED_WITHOUT_COOLDOWN,
        /** Protection that takes another 24 hours once lifted. */
        ENABLED_WITH_COOLDOWN,
        /** Protection that was lifted and still lasts until an instant. */
        COOLING_DOWN,
        /** Something this version does not know; it counts as protected. */
        UNKNOWN
    }

    /**
     * Puts a protection together; {@link #parse(String)} reads one.
     *
     * @throws IllegalArgumentException if an end is there in another mode than {@link Mode#COOLING_DOWN}, or missing in it
     */
    public DeregistrationProtection {
        if (coolingDownUntil.isPresent() != (mode == Mode.COOLING_DOWN)) {
            throw new IllegalArgumentException("coolingDownUntil is "
                    + coolingDownUntil.map(Instant::toString).orElse("not set")
                    + ", but must be set in mode COOLING_DOWN and in no other; the mode is " + mode);
        }
    }

    /**
     * Protection that was lifted with a cool-down.
     *
     * @param until when the image can be deregistered
     * @return the protection
     */
    public static DeregistrationProtection coolingDownUntil(Instant until) {
        return new DeregistrationProtection(Mode.COOLING_DOWN, Optional.of(until), COOLING_DOWN + until);
    }

    /**
     * Reads EC2's words.
     *
     * @param text for example {@code enabled-with-cooldown} or {@code disabled after 2026-01-02T03:04:05Z}
     * @return the protection; mode {@link Mode#UNKNOWN} for words this version does not know
     */
    public static DeregistrationProtection parse(String text) {
        return switch (text) {
            case "disabled" -> DISABLED;
            case "enabled-without-cooldown" -> ENABLED_WITHOUT_COOLDOWN;
            case "enabled-with-cooldown" -> ENABLED_WITH_COOLDOWN;
            default -> parseCoolDown(text);
        };
    }

    /**
     * Tells whether this keeps an image from being deregistered at an instant.
     *
     * @param now the instant
     * @return true unless protection is off or its cool-down has passed
     */
    public boolean blocksAt(Instant now) {
        return switch (mode) {
            case DISABLED -> false;
            case COOLING_DOWN -> coolingDownUntil.map(now::isBefore).orElse(true);
            case ENABLED_WITHOUT_COOLDOWN, ENABLED_WITH_COOLDOWN, UNKNOWN -> true;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeregistrationProtection that
                && mode == that.mode
                && coolingDownUntil.equals(that.coolingDownUntil)
                && (mode != Mode.UNKNOWN || text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, coolingDownUntil);
    }

    @Override
    public String toString() {
        return text;
    }

    private static DeregistrationProtection parseCoolDown(String text) {
        if (text.startsWith(COOLING_DOWN)) {
            try {
                Instant until = OffsetDateTime.parse(text.substring(COOLING_DOWN.length()))
                        .toInstant();
                return new DeregistrationProtection(Mode.COOLING_DOWN, Optional.of(until), text);
            } catch (DateTimeParseException unreadable) {
                // An end that cannot be read must not be taken for one that has passed.
                return of(Mode.UNKNOWN, text);
            }
        }
        return of(Mode.UNKNOWN, text);
    }

    private static DeregistrationProtection of(Mode mode, String text) {
        return new DeregistrationProtection(mode, Optional.empty(), text);
    }
}
