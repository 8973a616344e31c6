package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** AWS refused the request as it was made; making it again unchanged fails again. */
public final class InvalidRequestException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public InvalidRequestException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public InvalidRequestException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
