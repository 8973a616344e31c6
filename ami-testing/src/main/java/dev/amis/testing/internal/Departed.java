package dev.amis.testing.internal;

import java.time.Instant;

/** An image that was deregistered a while ago: EC2 remembers it, and at times still shows it. Guarded by the world's lock. */
final class Departed {

    private final ImageRecord asItWas;
    private final Instant shownUntil;
    private int looksLeft;

    Departed(ImageRecord asItWas, Instant shownUntil, int looks) {
        this.asItWas = asItWas;
        this.shownUntil = shownUntil;
        this.looksLeft = looks;
    }

    ImageRecord asItWas() {
        return asItWas;
    }

    /** Tells whether this look still shows it; a look uses up one of those that do. */
    boolean isShownAt(Instant now) {
        if (looksLeft > 0) {
            looksLeft--;
            return true;
        }
        return now.isBefore(shownUntil);
    }
}
