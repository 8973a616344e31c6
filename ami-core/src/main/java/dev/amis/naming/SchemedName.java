package dev.amis.naming;

import dev.amis.model.ImageName;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A name that fits a scheme, and what its parts say. Made by {@link NamingScheme#parseName}, {@link NamingScheme#match}
 * and {@link OpenName#render}.
 *
 * <p>Names are ordered by version, then date, then build number, then text; a name without one of them comes before a
 * name with it. Within one {@linkplain #family() family} the greatest name is therefore the latest.
 */
public final class SchemedName implements Comparable<SchemedName> {

    private final NamingScheme scheme;
    private final String text;
    private final int[] spans;
    private final @Nullable ImageVersion version;
    private final @Nullable LocalDateTime date;
    private final long build;

    SchemedName(NamingScheme scheme, String text, int[] spans) {
        this.scheme = scheme;
        this.text = text;
        this.spans = spans;
        this.version = scheme.template().version(text, spans);
        this.date = scheme.template().date(text, spans);
        this.build = scheme.template().build(text, spans);
    }

    /**
     * The scheme that the name was read with.
     *
     * @return the scheme
     */
    public NamingScheme scheme() {
        return scheme;
    }

    /**
     * The name as EC2 knows it.
     *
     * @return the name
     */
    public ImageName name() {
        return ImageName.of(text);
    }

    /**
     * The version in the name.
     *
     * @return the version; empty if the name has none
     */
    public Optional<ImageVersion> version() {
        return Optional.ofNullable(version);
    }

    /**
     * The date in the name, in UTC.
     *
     * @return the date, with the first month and the first day where the pattern has none; empty if the name has no date
     */
    public Optional<LocalDate> date() {
        return dateTime().map(LocalDateTime::toLocalDate);
    }

    /**
     * The date and time in the name, in UTC.
     *
     * @return the time, with 0 for what the pattern leaves out; empty if the name has no date
     */
    public Optional<LocalDateTime> dateTime() {
        return Optional.ofNullable(date);
    }

    /**
     * The build number in the name.
     *
     * @return the number; empty if the name has none
     */
    public OptionalLong build() {
        return build < 0 ? OptionalLong.empty() : OptionalLong.of(build);
    }

    /**
     * What one part says.
     *
     * @param part the part's name in the scheme
     * @return the text in its place; empty if it is an optional part that the name lacks
     * @throws IllegalArgumentException if the scheme has no such part
     */
    public Optional<String> part(String part) {
        scheme.requirePart(part);
        return Optional.ofNullable(parts().get(part));
    }

    /**
     * What all parts say, in the scheme's order.
     *
     * @return the texts by the parts' names, without optional parts that the name lacks; cannot be changed
     */
    public Map<String, String> parts() {
        return scheme.template().values(text, spans);
    }

    /**
     * The logical image that this is an edition of: the name with {@code *} for version, date and build number, such as
     * {@code Database-MySQL-v*-production}.
     *
     * @return a text that is equal for the names of one family and fit to be a key of a map
     */
    public String family() {
        return scheme.template().family(text, spans);
    }

    @Override
    public int compareTo(SchemedName other) {
        int order = compare(version, other.version);
        if (order == 0) {
            order = compare(date, other.date);
        }
        if (order == 0) {
            order = Long.compare(build, other.build);
        }
        if (order == 0) {
            order = text.compareTo(other.text);
        }
        return order != 0 ? order : scheme.pattern().compareTo(other.scheme.pattern());
    }

    private static <T extends Comparable<? super T>> int compare(@Nullable T left, @Nullable T right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return left.compareTo(right);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemedName name && text.equals(name.text) && scheme.equals(name.scheme);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the name as EC2 knows it. */
    @Override
    public String toString() {
        return text;
    }
}
