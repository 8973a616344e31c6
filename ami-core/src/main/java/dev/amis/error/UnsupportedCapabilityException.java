package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** The provider does not offer what the task needs. */
public final class UnsupportedCapabilityException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public UnsupportedCapabilityException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public UnsupportedCapabilityException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
