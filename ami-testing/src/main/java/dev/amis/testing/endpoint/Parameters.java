package dev.amis.testing.endpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of a query request as the tree that their dotted names spell: {@code Filter.1.Value.2=web} is a leaf under
 * {@code Filter}, {@code 1}, {@code Value}, {@code 2}. It remembers what was read, so that the rest can be refused by name.
 */
final class Parameters {

    private final String path;
    private final Map<String, Parameters> children = new TreeMap<>(Parameters::byNumberOrName);
    private Optional<String> value = Optional.empty();
    private boolean read;

    private Parameters(String path) {
        this.path = path;
    }

    static Parameters parse(String form) {
        Parameters root = new Parameters("");
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String text = equals < 0 ? "" : decode(pair.substring(equals + 1));
            // Empty means absent: several clients send every parameter that they know. Only a description is taken away
            // by making it empty.
            if (!name.isEmpty() && (!text.isEmpty() || name.equals("Description.Value"))) {
                root.put(name, text);
            }
        }
        return root;
    }

    /** The same tree of names that are there already; empty values count. */
    static Parameters of(Map<String, String> texts) {
        Parameters root = new Parameters("");
        texts.forEach(root::put);
        return root;
    }

    /** The value of a leaf of this node. */
    Optional<String> take(String name) {
        return child(name).flatMap(Parameters::take);
    }

    Optional<String> take() {
        read = true;
        return value;
    }

    Optional<Parameters> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    /** The children by their numbers, {@code 1}, {@code 2} …; gaps are closed. */
    List<Parameters> numbered() {
        List<Parameters> numbered = new ArrayList<>();
        children.forEach((name, child) -> {
            if (isNumber(name)) {
                numbered.add(child);
            }
        });
        return numbered;
    }

    /** The full name of the first leaf that nobody has read. */
    Optional<String> firstUnread() {
        if (value.isPresent() && !read) {
            return Optional.of(path);
        }
        return children.values().stream()
                .flatMap(child -> child.firstUnread().stream())
                .findFirst();
    }

    String path() {
        return path;
    }

    private void put(String name, String text) {
        Parameters at = this;
        for (String part : name.split("\\.", -1)) {
            String below = at.path.isEmpty() ? part : at.path + "." + part;
            at = at.children.computeIfAbsent(part, key -> new Parameters(below));
        }
        at.value = Optional.of(text);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int byNumberOrName(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                : one.compareTo(other);
    }
}
