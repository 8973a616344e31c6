package dev.amis.cleanup;

import java.util.List;

/** What it takes to tell whether a rule keeps an image, from the least to the most. */
enum Need {
    /** The image. */
    IMAGE,
    /** The others of its family too. */
    FAMILY,
    /** A call for each image. */
    CALL;

    static Need of(KeepRule rule) {
        Need most = IMAGE;
        for (KeepRule leaf : Leaves.of(List.of(rule))) {
            Need need = leaf instanceof KeepRule.Shared
                    ? CALL
                    : leaf instanceof KeepRule.Latest || leaf instanceof KeepRule.Previous ? FAMILY : IMAGE;
            most = need.compareTo(most) > 0 ? need : most;
        }
        return most;
    }
}
