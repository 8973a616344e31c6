package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.ImageName;
import dev.amis.naming.NamingScheme;
import java.util.Optional;
import java.util.function.Function;

/** How images are sorted into families, within which they replace one another. Each Region has families of its own. */
public sealed interface FamilyRule {

    /**
     * The rule in words.
     *
     * @return for example {@code WebApp-v{version}}
     */
    String describe();

    /**
     * By a naming scheme: names that differ only in version, date and build number are of one family.
     *
     * @param scheme the scheme
     */
    record ByScheme(NamingScheme scheme) implements FamilyRule {

        @Override
        public String describe() {
            return scheme.pattern();
        }
    }

    /**
     * All images whose name fits a pattern are one family.
     *
     * @param pattern a name in which {@code *} stands for any characters and {@code ?} for one
     */
    record ByName(String pattern) implements FamilyRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if no name could fit the pattern
         */
        public ByName {
            if (pattern.isEmpty()) {
                throw new IllegalArgumentException("name pattern is empty, but no image has an empty name");
            }
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (c != '*' && c != '?' && !ImageName.allows(c)) {
                    throw new IllegalArgumentException("name pattern has '" + c + "' at position " + (i + 1)
                            + ", but no name may: '" + pattern + "'");
                }
            }
        }

        @Override
        public String describe() {
            return pattern;
        }
    }

    /**
     * By the value of a tag; an image without the tag is of no family.
     *
     * @param key the key of the tag
     */
    record ByTag(String key) implements FamilyRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the key is blank
         */
        public ByTag {
            Arguments.tagKey(key);
        }

        @Override
        public String describe() {
            return "each value of tag " + key;
        }
    }

    /**
     * By a function of the image. Two rules are equal only if they hold the same function.
     *
     * @param family answers the family's name, nothing or an empty name for an image of no family
     */
    record ByFunction(Function<Image, Optional<String>> family) implements FamilyRule {

        @Override
        public String describe() {
            return "each family that a function tells";
        }
    }
}
