package dev.amis.usage;

import dev.amis.model.Region;

/**
 * A source of references that could not be read: all images of the Region count as in use.
 *
 * @param region the Region
 * @param source the name of the source
 * @param why what went wrong
 */
public record UnreadSource(Region region, String source, String why) {

    @Override
    public String toString() {
        return source + " in " + region + " (" + why + ")";
    }
}
