package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** The plan may not be applied any more: it is expired, or the account has changed since. */
public final class StalePlanException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public StalePlanException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public StalePlanException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
