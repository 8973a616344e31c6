package dev.amis.launch;

import dev.amis.internal.TextLines;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two versions of a launch template say differently, by EC2's names. User data and values of tags are not shown: in
 * their place stand length and digest.
 *
 * @param from the one version, in words
 * @param to the other version, in words
 * @param added what only the other says
 * @param removed what only the one says
 * @param changed what both say, with different values
 */
public record TemplateDiff(
        String from,
        String to,
        Map<String, String> added,
        Map<String, String> removed,
        Map<String, ParameterChange> changed) {

    private static final int DIGEST_BYTES = 8;

    /** Makes a diff of copies in their order. */
    public TemplateDiff {
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
        changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    }

    /**
     * Compares two versions.
     *
     * @param from the one
     * @param to the other
     * @return the differences
     */
    public static TemplateDiff between(LaunchTemplateVersion from, LaunchTemplateVersion to) {
        return between(
                from.launchTemplateName() + " version " + from.versionNumber(),
                from.launchTemplateData(),
                to.launchTemplateName() + " version " + to.versionNumber(),
                to.launchTemplateData());
    }

    static TemplateDiff between(String from, LaunchTemplateData before, String to, LaunchTemplateData after) {
        Map<String, String> added = new LinkedHashMap<>();
        Map<String, String> removed = new LinkedHashMap<>();
        Map<String, ParameterChange> changed = new LinkedHashMap<>();
        after.parameters().forEach((name, value) -> {
            String was = before.get(name).orElse(value);
            if (before.get(name).isEmpty()) {
                added.put(name, shown(name, value));
            } else if (!was.equals(value)) {
                changed.put(name, new ParameterChange(shown(name, was), shown(name, value)));
            }
        });
        before.parameters().forEach((name, value) -> {
            if (after.get(name).isEmpty()) {
                removed.put(name, shown(name, value));
            }
        });
        return new TemplateDiff(from, to, added, removed, changed);
    }

    /**
     * Tells whether both say the same.
     *
     * @return whether there is no difference
     */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /**
     * The differences for a terminal: a line for each parameter.
     *
     * @return lines, without user data and values of tags
     */
    public String describe() {
        StringBuilder out = new StringBuilder();
        TextLines.append(out, "", "  ", toString());
        lines().forEach(line -> TextLines.append(out, "  ", "    ", line));
        return out.toString();
    }

    /** Each difference as one line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        changed.forEach((name, change) -> lines.add("~ " + name + ": " + change));
        added.forEach((name, value) -> lines.add("+ " + name + ": " + value));
        removed.forEach((name, value) -> lines.add("- " + name + ": " + value));
        return lines;
    }

    /** One line: which versions, and how much differs. */
    @Override
    public String toString() {
        return from + " -> " + to + ": "
                + (isEmpty()
                        ? "no difference"
                        : changed.size() + " changed, " + added.size() + " added, " + removed.size() + " removed");
    }

    private static String shown(String name, String value) {
        if (name.equals("UserData")) {
            byte[] bytes = decoded(value);
            return bytes.length + " bytes, SHA-256 " + digest(bytes);
        }
        if (name.startsWith("TagSpecifications.") && name.endsWith(".Value")) {
            return value.length() + " characters, SHA-256 " + digest(value.getBytes(StandardCharsets.UTF_8));
        }
        return value;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notEncoded) {
            return base64.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
