package dev.amis.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of a few texts in the order they were given, in one array: there may be a million of them, and half
 * a dozen objects for each would be most of what a tagged resource weighs.
 */
final class FlatMap extends AbstractMap<String, String> {

    /** A key, its value, the next key, its value. */
    private final String[] texts;

    private FlatMap(String[] texts) {
        this.texts = texts;
    }

    static FlatMap copyOf(Map<String, String> pairs) {
        String[] texts = new String[2 * pairs.size()];
        int at = 0;
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            texts[at++] = pair.getKey();
            texts[at++] = pair.getValue();
        }
        return new FlatMap(texts);
    }

    @Override
    public int size() {
        return texts.length / 2;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key) >= 0;
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        int index = indexOf(key);
        return index < 0 ? null : texts[index + 1];
    }

    private int indexOf(@Nullable Object key) {
        if (!(key instanceof String text)) {
            return -1;
        }
        int hash = text.hashCode();
        for (int i = 0; i < texts.length; i += 2) {
            if (texts[i].hashCode() == hash && texts[i].equals(text)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return FlatMap.this.size();
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, String>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < texts.length;
        }

        @Override
        public Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no pair is left");
            }
            next += 2;
            return new SimpleImmutableEntry<>(texts[next - 2], texts[next - 1]);
        }
    }
}
