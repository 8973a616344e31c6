package dev.amis.usage;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.ImageId;
import dev.amis.model.Region;

/** Images that are named by a text which nobody has checked. */
final class ImageTexts {

    private ImageTexts() {}

    /** A parameter that only the launch resolves could mean any image, so the source counts as unread. */
    static Reference reference(Region region, String text, String source, String by) {
        try {
            return new Reference(region, ImageId.of(text), source, by);
        } catch (IllegalArgumentException notAnId) {
            throw new ConflictException(
                    Failure.of(
                                    "Reading " + source,
                                    "its image is '" + text + "', and which image that is cannot be told")
                            .resource(by)
                            .region(region)
                            .advice("Name an image id there, or leave the source '" + source + "' out")
                            .build(),
                    notAnId);
        }
    }
}
