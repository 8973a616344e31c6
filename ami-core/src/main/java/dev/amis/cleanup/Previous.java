package dev.amis.cleanup;

import dev.amis.model.ImageId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the image of a family to roll back to: the newest available one before the newest one in use.
 *
 * @param isAsked whether any rule is about it
 * @param used the images to which something refers
 */
record Previous(boolean isAsked, Set<ImageId> used) {

    /** The image; null if the family has none, or no rule is about it. */
    @Nullable
    Member of(Family family) {
        if (!isAsked) {
            return null;
        }
        boolean oneIsUsed = family.members().stream().anyMatch(this::isUsed);
        boolean passed = false;
        for (Member member : family.members()) {
            if (passed && member.isAvailable()) {
                return member;
            }
            passed |= oneIsUsed ? isUsed(member) : member.isAvailable();
        }
        return null;
    }

    private boolean isUsed(Member member) {
        return used.contains(member.imageId());
    }
}
