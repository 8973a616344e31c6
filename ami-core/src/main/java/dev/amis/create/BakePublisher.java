package dev.amis.create;

import dev.amis.model.Image;

/** Hands a baked image on, for example by putting its id into a parameter. */
@FunctionalInterface
public interface BakePublisher {

    /**
     * Hands the image on. It is called again when a bake is run again, so that doing it twice must be as doing it once.
     *
     * @param image the image, available and, if there is a test gate, tested
     * @return where to, for the report
     */
    String publish(Image image);
}
