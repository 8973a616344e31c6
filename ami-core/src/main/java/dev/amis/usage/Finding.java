package dev.amis.usage;

import dev.amis.model.Region;

/**
 * Something that a source came across and that keeps no image: a group whose launch template is gone, for example.
 *
 * @param region the Region it is in
 * @param source the name of the source that told of it
 * @param what what it is, in words
 */
public record Finding(Region region, String source, String what) {

    @Override
    public String toString() {
        return source + " in " + region + ": " + what;
    }
}
