package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** It cannot be told whether the call had its effect: the answer was lost. Nothing repeats such a call unseen. */
public final class OutcomeUnknownException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public OutcomeUnknownException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public OutcomeUnknownException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
