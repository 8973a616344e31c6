package dev.amis.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How far an action can be taken back, known before it is made.
 *
 * @param kind how far
 * @param retention for how long; present exactly for {@link Kind#UNTIL}
 * @param note what comes back and what does not, in words
 */
public record Reversibility(Kind kind, Optional<Duration> retention, String note) {

    /** How far an action can be taken back. */
    public enum Kind {
        /** Whole. */
        REVERSIBLE,
        /** In part; the note says what stays lost. */
        PARTLY,
        /** Whole, as long as the Recycle Bin keeps what was removed. */
        UNTIL,
        /** Not at all. */
        IRREVERSIBLE
    }

    /**
     * Makes a reversibility.
     *
     * @throws IllegalArgumentException if there is a retention but it does not depend on one, or the other way round
     */
    public Reversibility {
        if (retention.isPresent() != (kind == Kind.UNTIL)) {
            throw new IllegalArgumentException(
                    "retention is " + retention.map(Duration::toString).orElse("not set")
                            + ", but must be set for kind UNTIL and for no other, not for " + kind);
        }
    }

    /**
     * Can be taken back whole.
     *
     * @param note by what
     * @return the reversibility
     */
    public static Reversibility reversible(String note) {
        return new Reversibility(Kind.REVERSIBLE, Optional.empty(), note);
    }

    /**
     * Can be taken back in part.
     *
     * @param note what stays lost
     * @return the reversibility
     */
    public static Reversibility partly(String note) {
        return new Reversibility(Kind.PARTLY, Optional.empty(), note);
    }

    /**
     * How far disabling a public image can be taken back, whose permissions EC2 forgets and may not take again.
     *
     * @return the reversibility
     */
    public static Reversibility disablingPublic() {
        return partly("it is enabled again, but becomes public again only if public access is not blocked by then");
    }

    /**
     * Can be taken back out of the Recycle Bin for a while.
     *
     * @param retention how long the bin keeps it
     * @return the reversibility
     */
    public static Reversibility recycleBin(Duration retention) {
        return new Reversibility(
                Kind.UNTIL, Optional.of(retention), "the Recycle Bin keeps it for " + retention.toDays() + " days");
    }

    /**
     * Cannot be taken back.
     *
     * @param note why
     * @return the reversibility
     */
    public static Reversibility irreversible(String note) {
        return new Reversibility(Kind.IRREVERSIBLE, Optional.empty(), note);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case REVERSIBLE -> "can be undone: " + note;
            case PARTLY -> "can be undone in part: " + note;
            case UNTIL -> "can be undone for a while: " + note;
            case IRREVERSIBLE -> "cannot be undone: " + note;
        };
    }
}
