package dev.amis.naming;

import dev.amis.model.ImageId;
import dev.amis.model.Tags;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags that every image of a house should have. Those that the name tells are derived from it; the others are given,
 * and a tag of which nothing is known is left out. Every method returns a new value.
 *
 * <table>
 * <caption>Tags</caption>
 * <tr><th>Key</th><th>Derived from the name</th></tr>
 * <tr><td>{@code Application}</td><td>the part {@code app} or {@code application}; else the words that the scheme begins
 * with, up to the last separator: {@code WebApp} of {@code WebApp-v{version}}</td></tr>
 * <tr><td>{@code Version}</td><td>the part {@code version}</td></tr>
 * <tr><td>{@code Environment}</td><td>the part {@code environment} or {@code env}</td></tr>
 * <tr><td>{@code Created-By}, {@code Backup-Schedule}, {@code Source}, {@code Commit}</td><td>nothing</td></tr>
 * </table>
 */
public final class StandardTags {

    /** The key of the environment, such as {@code production}. */
    public static final String ENVIRONMENT = "Environment";

    /** The key of the version in the name. */
    public static final String VERSION = "Version";

    /** The key of the application in the image. */
    public static final String APPLICATION = "Application";

    /** The key of who or what made the image. */
    public static final String CREATED_BY = "Created-By";

    /** The key of the schedule by which backups are made. */
    public static final String BACKUP_SCHEDULE = "Backup-Schedule";

    /** The key of the image that this one was made from. */
    public static final String SOURCE = "Source";

    /** The key of the commit that the build was made from. */
    public static final String COMMIT = "Commit";

    private static final List<String> ORDER =
            List.of(APPLICATION, VERSION, ENVIRONMENT, CREATED_BY, BACKUP_SCHEDULE, SOURCE, COMMIT);

    private final Map<String, String> known;

    private StandardTags(Map<String, String> known) {
        this.known = known;
    }

    /**
     * Derives what a name tells.
     *
     * @param name a name that fits a scheme
     * @return the tags so far
     */
    public static StandardTags of(SchemedName name) {
        Map<String, String> parts = name.parts();
        Map<String, String> known = new HashMap<>();
        put(known, APPLICATION, leadingWords(name.scheme().pattern()));
        put(known, APPLICATION, parts.getOrDefault("application", ""));
        put(known, APPLICATION, parts.getOrDefault("app", ""));
        put(known, VERSION, parts.getOrDefault(SchemeParser.VERSION, ""));
        put(known, ENVIRONMENT, parts.getOrDefault("env", ""));
        put(known, ENVIRONMENT, parts.getOrDefault("environment", ""));
        return new StandardTags(known);
    }

    private static void put(Map<String, String> known, String key, String value) {
        if (!value.isEmpty()) {
            known.put(key, value);
        }
    }

    /** What stands in front of the first part, without the last separator and what hangs on it, such as {@code -v}. */
    private static String leadingWords(String pattern) {
        String lead = pattern.substring(0, pattern.indexOf('{'));
        int end = lead.length();
        while (end > 0 && !SchemeLayout.isSeparator(lead.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return lead;
        }
        while (end > 0 && SchemeLayout.isSeparator(lead.charAt(end - 1))) {
            end--;
        }
        return lead.substring(0, end);
    }

    /**
     * Sets {@code Application}, in place of what was derived.
     *
     * @param application for example {@code WebServer}
     * @return the tags with this one
     * @throws IllegalArgumentException if the text is blank
     */
    public StandardTags application(String application) {
        return with(APPLICATION, application);
    }

    /**
     * Sets {@code Environment}, in place of what was derived.
     *
     * @param environment for example {@code production}
     * @return the tags with this one
     * @throws IllegalArgumentException if the text is blank
     */
    public StandardTags environment(String environment) {
        return with(ENVIRONMENT, environment);
    }

    /**
     * Sets {@code Created-By}.
     *
     * @param creator a person, a team or a build job
     * @return the tags with this one
     * @throws IllegalArgumentException if the text is blank
     */
    public StandardTags createdBy(String creator) {
        return with(CREATED_BY, creator);
    }

    /**
     * Sets {@code Backup-Schedule}.
     *
     * @param schedule for example {@code daily}
     * @return the tags with this one
     * @throws IllegalArgumentException if the text is blank
     */
    public StandardTags backupSchedule(String schedule) {
        return with(BACKUP_SCHEDULE, schedule);
    }

    /**
     * Sets {@code Source}.
     *
     * @param parent the image that this one was made from
     * @return the tags with this one
     */
    public StandardTags source(ImageId parent) {
        return with(SOURCE, parent.value());
    }

    /**
     * Sets {@code Commit}.
     *
     * @param commit the commit that the build was made from
     * @return the tags with this one
     * @throws IllegalArgumentException if the text is blank
     */
    public StandardTags commit(String commit) {
        return with(COMMIT, commit);
    }

    private StandardTags with(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("tag '" + key + "' is '" + value + "', but must not be blank");
        }
        Map<String, String> more = new HashMap<>(known);
        more.put(key, value);
        return new StandardTags(more);
    }

    /**
     * The tags that are known, ready for a request.
     *
     * @return the tags, in the order of the table above
     * @throws IllegalArgumentException if a value is longer than EC2 allows
     */
    public Tags tags() {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String key : ORDER) {
            put(ordered, key, known.getOrDefault(key, ""));
        }
        return Tags.of(ordered);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StandardTags tags && known.equals(tags.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }

    /** Returns the keys only: values may be confidential. */
    @Override
    public String toString() {
        return tags().toString();
    }
}
