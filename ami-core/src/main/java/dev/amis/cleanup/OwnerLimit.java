package dev.amis.cleanup;

import java.util.OptionalInt;

/**
 * How much a plan may remove of what belongs to one owner, told by a tag. What has no such tag belongs to one owner more.
 *
 * @param tagKey the key of the tag whose value is the owner, for example {@code Team}
 * @param atMost how many at most
 * @param atMostPercent how much at most, in percent of what was looked at of this owner
 */
public record OwnerLimit(String tagKey, OptionalInt atMost, OptionalInt atMostPercent) {

    /**
     * Makes a limit.
     *
     * @throws IllegalArgumentException if the key is blank, the number below 1, the percentage not from 1 to 100, or neither is
     *     there
     */
    public OwnerLimit {
        Arguments.tagKey(tagKey);
        atMost.ifPresent(limit -> Arguments.range("atMostPerOwner", limit, 1, Integer.MAX_VALUE));
        atMostPercent.ifPresent(limit -> Arguments.range("atMostPercentPerOwner", limit, 1, 100));
        if (atMost.isEmpty() && atMostPercent.isEmpty()) {
            throw new IllegalArgumentException("limit per owner by tag " + tagKey + " limits nothing");
        }
    }

    static OwnerLimit count(String tagKey, int most) {
        return new OwnerLimit(tagKey, OptionalInt.of(most), OptionalInt.empty());
    }

    static OwnerLimit percent(String tagKey, int most) {
        return new OwnerLimit(tagKey, OptionalInt.empty(), OptionalInt.of(most));
    }
}
