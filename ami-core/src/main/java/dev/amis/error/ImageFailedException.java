package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** The image ended in a state from which it never becomes available; the reason is EC2's state reason. */
public final class ImageFailedException extends AmiException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure.
     *
     * @param failure what is known of it
     */
    public ImageFailedException(Failure failure) {
        this(failure, null);
    }

    /**
     * Reports a failure with its cause.
     *
     * @param failure what is known of it
     * @param cause what brought it about
     */
    public ImageFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
