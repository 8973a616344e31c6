package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** A failure of the provider that has no better name; the cause is attached. */
public final class ProviderException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public ProviderException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public ProviderException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
