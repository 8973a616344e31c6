package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** The waiting thread was interrupted. The operation goes on, the handle can be awaited again, and the interrupt flag is set. */
public final class WaitInterruptedException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public WaitInterruptedException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public WaitInterruptedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
