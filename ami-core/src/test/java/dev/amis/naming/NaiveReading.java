package dev.amis.naming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule of reading written down in the plainest way: every end of every value is tried, shorter ones first, and an
 * optional part is tried before it is left out. Slow, and therefore only to compare with.
 */
final class NaiveReading {

    private final List<Element> elements;
    private final String name;

    NaiveReading(List<Element> elements, String name) {
        this.elements = elements;
        this.name = name;
    }

    Optional<Map<String, String>> read() {
        return read(0, 0).map(values -> {
            Map<String, String> ordered = new LinkedHashMap<>();
            elements.forEach(element -> {
                if (element instanceof Element.Part part && values.containsKey(part.name())) {
                    ordered.put(part.name(), values.get(part.name()));
                }
            });
            return ordered;
        });
    }

    private Optional<Map<String, String>> read(int index, int at) {
        if (index == elements.size()) {
            return at == name.length() ? Optional.of(new LinkedHashMap<>()) : Optional.empty();
        }
        if (elements.get(index) instanceof Element.Literal literal) {
            return name.startsWith(literal.text(), at)
                    ? read(index + 1, at + literal.text().length())
                    : Optional.empty();
        }
        Element.Part part = (Element.Part) elements.get(index);
        int start = at + part.before().length();
        for (int end = start + 1; name.startsWith(part.before(), at) && end <= name.length(); end++) {
            String value = name.substring(start, end);
            if (part.type().whyNot(value).isEmpty() && name.startsWith(part.after(), end)) {
                Optional<Map<String, String>> rest =
                        read(index + 1, end + part.after().length());
                if (rest.isPresent()) {
                    rest.get().put(part.name(), value);
                    return rest;
                }
            }
        }
        return part.optional() ? read(index + 1, at) : Optional.empty();
    }
}
