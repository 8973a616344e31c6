package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** Something stands in the way: a name that is taken, a resource in use, protection, a wrong state. The message says what. */
public final class ConflictException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public ConflictException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public ConflictException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
