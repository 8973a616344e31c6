package dev.amis.internal.owners;

import dev.amis.model.SnapshotId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The snapshots that a text mentions. */
final class SnapshotMentions {

    private static final Pattern SNAPSHOT = Pattern.compile("\\bsnap-[0-9a-z]{8}(?:[0-9a-z]{9})?\\b");

    private SnapshotMentions() {}

    static Stream<SnapshotId> in(String text) {
        return SNAPSHOT.matcher(text).results().map(MatchResult::group).map(SnapshotId::of);
    }
}
