package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** A quota of the account is used up. */
public final class QuotaExceededException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public QuotaExceededException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public QuotaExceededException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
