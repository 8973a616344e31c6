package dev.amis.testing.internal;

import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.ImdsSupport;
import java.util.Optional;

/** {@code ModifyImageAttribute} for what is neither a permission nor a date. */
final class Attributes {

    private final Images images;

    Attributes(Images images) {
        this.images = images;
    }

    void describe(Call call, ImageId id, String description) {
        if (description.length() > 255) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "The description has " + description.length() + " characters, but at most 255 are allowed");
        }
        ImageRecord record = images.requireOwn(call, id, ImageOperation.MODIFY);
        Optional<String> told = Optional.of(description).filter(text -> !text.isEmpty());
        record.change(image -> image.withDescription(told));
    }

    /** There is no way back. */
    void requireImdsV2(Call call, ImageId id) {
        ImageRecord record = images.requireOwn(call, id, ImageOperation.MODIFY);
        record.change(image -> image.withImdsSupport(ImdsSupport.V2_0));
    }
}
