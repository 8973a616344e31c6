package dev.amis.plan;

import dev.amis.model.SnapshotId;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words and checks that several actions share. */
final class ActionText {

    private static final int LONGEST_LIST = 3;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final Pattern TAGGABLE = Pattern.compile("(ami|snap|lt)-[0-9a-z]+");

    private ActionText() {}

    static String changes(Collection<?> add, Collection<?> remove) {
        return (add.isEmpty() ? "" : ": add " + list(add))
                + (remove.isEmpty() ? "" : (add.isEmpty() ? ": " : ", ") + "remove " + list(remove));
    }

    /** The first few of them; a line of a plan cannot hold hundreds of accounts. */
    static String list(Collection<?> all) {
        String first = all.stream().limit(LONGEST_LIST).map(Object::toString).collect(Collectors.joining(", "));
        return all.size() <= LONGEST_LIST ? first : first + " and " + (all.size() - LONGEST_LIST) + " more";
    }

    static String snapshots(List<SnapshotId> snapshots) {
        return snapshots.size() == 1 ? "1 snapshot" : snapshots.size() + " snapshots";
    }

    static void checkTaggable(String resource) {
        if (!TAGGABLE.matcher(resource).matches()) {
            throw new IllegalArgumentException(
                    "resource is '" + resource + "', but must be the id of an image, a snapshot or a launch template");
        }
    }

    static void checkDescription(String description) {
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("description has " + description.length() + " characters, but at most "
                    + LONGEST_DESCRIPTION + " are allowed");
        }
    }
}
