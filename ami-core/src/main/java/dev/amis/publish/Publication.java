package dev.amis.publish;

import java.util.Optional;

/**
 * What became of handing an image on.
 *
 * @param where where to, for the report
 * @param wayBack takes it back; nothing if there is no way back. What it throws is reported
 */
public record Publication(String where, Optional<Runnable> wayBack) {

    /**
     * A publication without a way back.
     *
     * @param where where to, for the report
     * @return the publication
     */
    public static Publication to(String where) {
        return new Publication(where, Optional.empty());
    }

    /**
     * Says how it is taken back, if a publisher after it fails.
     *
     * @param undo takes it back
     * @return the changed publication
     */
    public Publication undoneBy(Runnable undo) {
        return new Publication(where, Optional.of(undo));
    }

    /** Where to. */
    @Override
    public String toString() {
        return where;
    }
}
