package dev.amis.publish;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.verify.Verification;
import java.util.Optional;

/** Hands a new image on, for example by putting its id into a parameter: the last step of a bake. */
@FunctionalInterface
public interface ImagePublisher {

    /**
     * Hands the image on. It is called again when a bake is run again, so that doing it twice must be as doing it once.
     *
     * @param image the image, available and, if there is a test gate, tested
     * @return where to, and the way back if there is one
     */
    Publication publish(Image image);

    /**
     * Refuses what can be told to be impossible before there is an image; a bake asks before it changes anything.
     *
     * @param region where the image will be
     * @throws dev.amis.error.AmiException if publishing would be refused
     */
    default void check(Region region) {}

    /**
     * Told by a bake that has a test gate, so that a publisher can insist on its result.
     *
     * @param gate what the gate found; nothing if an earlier run tested the image, which its tag says then
     * @return the publisher to use, by default this one
     */
    default ImagePublisher afterGate(Optional<Verification> gate) {
        return this;
    }
}
