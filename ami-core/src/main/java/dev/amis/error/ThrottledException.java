package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** AWS slowed the caller down, and the budget for trying again is spent. */
public final class ThrottledException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public ThrottledException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public ThrottledException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
