package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** The caller may not do this; the message names the IAM action where AWS tells it. */
public final class AccessDeniedException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public AccessDeniedException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public AccessDeniedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
