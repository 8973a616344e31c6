package dev.amis.cleanup;

import dev.amis.model.Image;

/** Tells which family an image is of; made once for a rule and asked for each image. */
interface FamilyNames {

    /** The name of the image's family, empty if it is of none. */
    String familyOf(Image image);

    static FamilyNames by(FamilyRule rule) {
        if (rule instanceof FamilyRule.ByScheme byScheme) {
            return image -> image.name().flatMap(byScheme.scheme()::familyOf).orElse("");
        }
        if (rule instanceof FamilyRule.ByName byName) {
            NamePattern pattern = new NamePattern(byName.pattern());
            return image -> image.name().filter(pattern::matches).isPresent() ? byName.pattern() : "";
        }
        if (rule instanceof FamilyRule.ByTag byTag) {
            String prefix = byTag.key() + "=";
            return image -> image.tags().get(byTag.key()).map(prefix::concat).orElse("");
        }
        return image -> ((FamilyRule.ByFunction) rule).family().apply(image).orElse("");
    }
}
