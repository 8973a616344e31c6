package dev.amis.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of one resource: at most 50 pairs of a key and a value, in the order they were given.
 *
 * <p>Tags that AWS itself put there (keys beginning with {@code aws:}) are carried when they were read, do not count
 * to the 50, and can never be set. Lengths count Unicode characters. Rules: EC2 User Guide, "Tag your Amazon EC2 resources".
 */
public final class Tags {

    private static final Tags NONE = new Tags(FlatMap.copyOf(Map.of()));
    private static final int MOST = 50;

    private final FlatMap pairs;

    private Tags(FlatMap pairs) {
        this.pairs = pairs;
    }

    /**
     * No tags.
     *
     * @return the empty set
     */
    public static Tags none() {
        return NONE;
    }

    /**
     * One tag to be set.
     *
     * @param key 1 to 128 characters, not beginning with {@code aws:}
     * @param value up to 256 characters, may be empty
     * @return the tags
     * @throws IllegalArgumentException if key or value break EC2's rules
     */
    public static Tags of(String key, String value) {
        return NONE.with(key, value);
    }

    /**
     * Tags to be set.
     *
     * @param pairs keys and values
     * @return the tags, in the map's order
     * @throws IllegalArgumentException if a key or value breaks EC2's rules, or there are more than 50
     */
    public static Tags of(Map<String, String> pairs) {
        pairs.forEach(Tags::check);
        return counted(pairs);
    }

    /**
     * Tags as EC2 answered them, whatever they are.
     *
     * @param pairs keys and values
     * @return the tags, in the map's order
     */
    public static Tags read(Map<String, String> pairs) {
        return pairs.isEmpty() ? NONE : new Tags(FlatMap.copyOf(pairs));
    }

    /**
     * These tags and one more; a tag of the same key is replaced.
     *
     * @param key 1 to 128 characters, not beginning with {@code aws:}
     * @param value up to 256 characters, may be empty
     * @return the new tags
     * @throws IllegalArgumentException if key or value break EC2's rules, or there would be more than 50
     */
    public Tags with(String key, String value) {
        check(key, value);
        Map<String, String> more = new LinkedHashMap<>(pairs);
        more.put(key, value);
        return counted(more);
    }

    /**
     * These tags and others; tags of the same key are replaced. What the others carry is taken as it is, so that read tags
     * can be put together; a request refuses what EC2 would refuse.
     *
     * @param others the others
     * @return the new tags
     * @throws IllegalArgumentException if there would be more than 50
     */
    public Tags with(Tags others) {
        if (others.pairs.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(pairs);
        more.putAll(others.pairs);
        return counted(more);
    }

    /**
     * These tags but one.
     *
     * @param key the key to leave out
     * @return the new tags
     */
    public Tags without(String key) {
        Map<String, String> fewer = new LinkedHashMap<>(pairs);
        fewer.remove(key);
        return read(fewer);
    }

    /**
     * These tags without those that AWS itself put there.
     *
     * @return the tags that a user may set and remove
     */
    public Tags userTags() {
        if (pairs.keySet().stream().noneMatch(Tags::isSystem)) {
            return this;
        }
        Map<String, String> user = new LinkedHashMap<>(pairs);
        user.keySet().removeIf(Tags::isSystem);
        return read(user);
    }

    /**
     * The value of a tag.
     *
     * @param key its key, case-sensitive
     * @return its value, which may be the empty string; nothing if there is no such tag
     */
    public Optional<String> get(String key) {
        return Optional.ofNullable(pairs.get(key));
    }

    /**
     * Tells whether there is a tag of a key.
     *
     * @param key the key, case-sensitive
     * @return whether there is
     */
    public boolean contains(String key) {
        return pairs.containsKey(key);
    }

    /**
     * Tells whether there are no tags.
     *
     * @return whether there are none
     */
    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    /**
     * The tags as a map.
     *
     * @return an unmodifiable map in a stable order
     */
    public Map<String, String> asMap() {
        return pairs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tags tags && pairs.equals(tags.pairs);
    }

    @Override
    public int hashCode() {
        return pairs.hashCode();
    }

    /** The keys only: values may be confidential. */
    @Override
    public String toString() {
        return pairs.keySet().toString();
    }

    private static Tags counted(Map<String, String> pairs) {
        long user = pairs.keySet().stream().filter(key -> !isSystem(key)).count();
        if (user > MOST) {
            throw new IllegalArgumentException("tags has " + user + " entries, but at most " + MOST + " are allowed");
        }
        return pairs.isEmpty() ? NONE : new Tags(FlatMap.copyOf(pairs));
    }

    private static void check(String key, String value) {
        int keyLength = key.codePointCount(0, key.length());
        if (keyLength < 1 || keyLength > 128) {
            throw new IllegalArgumentException("tag key has " + keyLength + " characters, but must have from 1 to 128");
        }
        if (isSystem(key)) {
            throw new IllegalArgumentException(
                    "tag key is '" + key + "', but keys beginning with 'aws:' are reserved for AWS");
        }
        int valueLength = value.codePointCount(0, value.length());
        if (valueLength > 256) {
            throw new IllegalArgumentException(
                    "value of tag '" + key + "' has " + valueLength + " characters, but at most 256 are allowed");
        }
    }

    private static boolean isSystem(String key) {
        return key.regionMatches(true, 0, "aws:", 0, 4);
    }
}
