package dev.amis.cleanup;

import java.util.Arrays;
import java.util.List;

/** The images of one Region that replace one another, or those that belong to no family. */
final class Family {

    private static final int INDEX_BITS = 21;

    private final String name;
    private Member[] members = new Member[8];
    private long[] ages = new long[8];
    private int size;

    Family(String name) {
        this.name = name;
    }

    /** Its name, empty for the images of no family. */
    String name() {
        return name;
    }

    boolean isNone() {
        return name.isEmpty();
    }

    void add(Member member) {
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
            ages = Arrays.copyOf(ages, 2 * size);
        }
        members[size] = member;
        ages[size] = member.age() << INDEX_BITS | size;
        size++;
    }

    /**
     * Ends adding. Members lie far apart in memory, so they are brought into order by numbers that lie side by side; a
     * second sorting is only for those of the same millisecond.
     */
    void sortNewestFirst() {
        Member[] sorted = new Member[size];
        boolean indexed = size <= 1 << INDEX_BITS;
        if (indexed) {
            Arrays.sort(ages, 0, size);
        }
        boolean ordered = indexed;
        for (int i = 0; i < size; i++) {
            sorted[i] = members[indexed ? (int) ages[i] & (1 << INDEX_BITS) - 1 : i];
            ordered &= i == 0 || ages[i - 1] >> INDEX_BITS != ages[i] >> INDEX_BITS;
        }
        if (!ordered) {
            Arrays.sort(sorted);
        }
        members = sorted;
        ages = new long[0];
    }

    /** The members from newest to oldest. */
    List<Member> members() {
        return Arrays.asList(members);
    }

    int countRetired() {
        int retired = 0;
        for (Member member : members) {
            retired += member.isRetired() ? 1 : 0;
        }
        return retired;
    }
}
