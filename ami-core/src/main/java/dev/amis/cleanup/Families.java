package dev.amis.cleanup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The families of one Region while they are being filled. */
final class Families {

    private final Map<String, Family> byName = new HashMap<>();
    private final Family none = new Family("");

    /** The family of a name, the same each time; the empty name stands for the images of no family. */
    Family of(String name) {
        if (name.isEmpty()) {
            return none;
        }
        Family family = byName.get(name);
        if (family == null) {
            family = new Family(name);
            byName.put(name, family);
        }
        return family;
    }

    /** The families by name, and last the images of none. */
    List<Family> byName() {
        List<Family> families = new ArrayList<>(byName.values());
        families.sort(Comparator.comparing(Family::name));
        families.add(none);
        return families;
    }
}
