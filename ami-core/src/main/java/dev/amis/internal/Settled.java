package dev.amis.internal;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;

/** How waiting for an image ended. */
public sealed interface Settled {

    /**
     * The image is available.
     *
     * @param image as it was seen
     */
    record Available(Image image) implements Settled {}

    /**
     * The image is in a state from which it never becomes available.
     *
     * @param failure with EC2's state reason
     */
    record Failed(Failure failure) implements Settled {}

    /**
     * The image never showed up, or vanished, for longer than the grace.
     *
     * @param failure what was looked for
     */
    record NotFound(Failure failure) implements Settled {}

    /**
     * The image, or the exception that its end stands for; a new one each time, for the stack of its own thread.
     *
     * @return the image
     * @throws AmiException if it did not become available
     */
    default Image orThrow() {
        if (this instanceof Available available) {
            return available.image();
        }
        throw exception();
    }

    private AmiException exception() {
        return this instanceof Failed failed
                ? new ImageFailedException(failed.failure())
                : new NotFoundException(((NotFound) this).failure());
    }
}
