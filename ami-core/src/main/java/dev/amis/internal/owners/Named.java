package dev.amis.internal.owners;

import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which images a snapshot mentions anywhere: what keeps a snapshot may be told by less than what lets it go. */
final class Named {

    private static final Pattern IMAGE = Pattern.compile("\\bami-[0-9a-z]{8}(?:[0-9a-z]{9})?\\b");

    private Named() {}

    static Set<ImageId> in(Snapshot snapshot, Collection<ImageId> images) {
        Set<ImageId> named = new LinkedHashSet<>();
        snapshot.description().ifPresent(text -> add(text, named));
        snapshot.tags().asMap().values().forEach(text -> add(text, named));
        named.retainAll(images);
        return named;
    }

    private static void add(String text, Set<ImageId> named) {
        Matcher found = IMAGE.matcher(text);
        while (found.find()) {
            named.add(ImageId.of(found.group()));
        }
    }
}
