package dev.amis.cost;

import dev.amis.model.Image;
import dev.amis.naming.NamingScheme;
import java.util.Optional;
import java.util.function.Function;

/**
 * How images are put into groups.
 *
 * @param title the rule in words, empty for none
 * @param group answers the group of an image
 */
record Grouping(String title, Function<Image, Optional<String>> group) {

    static final Grouping NONE = new Grouping("", image -> Optional.empty());

    static Grouping byFamily(NamingScheme scheme) {
        return new Grouping(
                "family of " + scheme.pattern(), image -> image.name().flatMap(scheme::familyOf));
    }

    static Grouping byTag(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("tag key is '" + key + "', but must not be blank");
        }
        return new Grouping("tag " + key, image -> image.tags().get(key));
    }

    String of(Image image) {
        return group.apply(image).orElse("");
    }
}
