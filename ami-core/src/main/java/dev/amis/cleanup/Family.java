package dev.amis.cleanup;

import java.util.ArrayList;
import java.util.List;

/** The images of one Region that replace one another, or those that belong to no family. */
final class Family {

    private final String name;
    private final List<Member> members = new ArrayList<>();

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
        members.add(member);
    }

    void sortNewestFirst() {
        members.sort(null);
    }

    List<Member> members() {
        return members;
    }

    int countRetired() {
        int retired = 0;
        for (Member member : members) {
            retired += member.isRetired() ? 1 : 0;
        }
        return retired;
    }
}
