package dev.amis.usage;

import dev.amis.model.ImageId;
import dev.amis.spi.RegionalProvider;
import java.util.List;

/**
 * Where references to images are found. Users may add their own: a source reads everything it can and throws where it
 * cannot, since an answer with a hole would free images that are in use.
 */
public interface ReferenceSource {

    /**
     * The name of the source, as plans and reports show it; stable, because a plan applied later finds its sources by it.
     *
     * @return for example {@code instances}
     */
    String name();

    /**
     * Reads every reference of a Region.
     *
     * @param region the account in the Region
     * @return all references, to images of any owner
     * @throws RuntimeException if something could not be read; all images of the Region then count as in use
     */
    List<Reference> references(RegionalProvider region);

    /**
     * Reads the references to one image, right before it is changed.
     *
     * @param region the account in the Region
     * @param imageId the image
     * @return all references to it
     * @throws RuntimeException if something could not be read; the image then counts as in use
     */
    default List<Reference> referencesTo(RegionalProvider region, ImageId imageId) {
        return references(region).stream()
                .filter(reference -> reference.imageId().equals(imageId))
                .toList();
    }
}
