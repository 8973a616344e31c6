package dev.amis.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a new version is to be.
 *
 * @param template the template
 * @param source the number of the version that it is made on top of, nothing for the default one
 * @param changes what is different, in this order
 * @param text what is noted about it
 * @param usual whether it becomes the default one
 */
record VersionRequest(
        TemplateName template, Optional<Long> source, List<DataChange> changes, Optional<String> text, boolean usual) {

    /** What is noted where nobody said anything: the image, and the names of what else is set. */
    String description() {
        return text.orElseGet(() -> {
            String all = changes.stream().map(VersionRequest::word).distinct().collect(Collectors.joining(", "));
            return all.length() <= VersionMark.LONGEST_TEXT
                    ? all
                    : all.substring(0, VersionMark.LONGEST_TEXT - 1) + "…";
        });
    }

    private static String word(DataChange change) {
        if (change instanceof DataChange.Put put) {
            return String.join(", ", put.changes().parameters().keySet());
        }
        return change instanceof DataChange.Drop drop ? "no " + drop.name() : change.toString();
    }

    @Override
    public String toString() {
        return "new version of " + template
                + source.map(number -> " on top of " + number).orElse("") + ": " + description()
                + (usual ? ", as the default" : "");
    }
}
