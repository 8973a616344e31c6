package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** The deadline of the caller passed while waiting. The operation goes on; the message says how to resume waiting. */
public final class WaitTimeoutException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public WaitTimeoutException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public WaitTimeoutException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
