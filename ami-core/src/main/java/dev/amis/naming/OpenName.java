package dev.amis.naming;

import dev.amis.model.ImageName;
import dev.amis.naming.Element.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name of a scheme while it is filled in; most often only the date is still open. Every method returns a new value, so
 * a half-filled name can be kept and used twice.
 */
public final class OpenName {

    private final NamingScheme scheme;
    private final Map<String, String> values;

    OpenName(NamingScheme scheme, Map<String, String> values) {
        this.scheme = scheme;
        this.values = values;
    }

    /**
     * The scheme that the name will follow.
     *
     * @return the scheme
     */
    public NamingScheme scheme() {
        return scheme;
    }

    /**
     * The values so far, in the scheme's order.
     *
     * @return the texts by the parts' names; cannot be changed
     */
    public Map<String, String> values() {
        return values;
    }

    /**
     * Sets what a part says, in place of what it said before.
     *
     * @param part the part's name
     * @param value the text in its place, also for version, date and build number
     * @return the name with this value
     * @throws IllegalArgumentException if the scheme has no such part, or the part cannot hold the value
     */
    public OpenName with(String part, String value) {
        Part found = scheme.requirePart(part);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Part '" + part + "' of the scheme '" + scheme
                    + "' is empty, but needs a value; leave an optional part out with without(\"" + part + "\")");
        }
        Optional<String> problem = found.type().whyNot(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(
                    "Part '" + part + "' of the scheme '" + scheme + "' is '" + value + "', but " + problem.get());
        }
        return changed(part, value);
    }

    /**
     * Takes a part's value away.
     *
     * @param part the part's name
     * @return the name without a value for the part
     * @throws IllegalArgumentException if the scheme has no such part
     */
    public OpenName without(String part) {
        scheme.requirePart(part);
        return changed(part, null);
    }

    private OpenName changed(String part, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String name : scheme.parts()) {
            String kept = name.equals(part) ? value : values.get(name);
            if (kept != null) {
                changed.put(name, kept);
            }
        }
        return new OpenName(scheme, Collections.unmodifiableMap(changed));
    }

    /**
     * Sets the version.
     *
     * @param version for example {@code 1.2.0}
     * @return the name with this version
     * @throws IllegalArgumentException if the scheme has no version, or the text is none
     */
    public OpenName version(String version) {
        return with(SchemeParser.VERSION, version);
    }

    /**
     * Sets the version.
     *
     * @param version the version
     * @return the name with this version
     * @throws IllegalArgumentException if the scheme has no version
     */
    public OpenName version(ImageVersion version) {
        return version(version.toString());
    }

    /**
     * Sets the build number.
     *
     * @param build 0 or more
     * @return the name with this build number
     * @throws IllegalArgumentException if the scheme has no build number, or the number is negative or longer than 18
     *     digits
     */
    public OpenName build(long build) {
        return with(SchemeParser.BUILD, Long.toString(build));
    }

    /**
     * Sets the date; a time in the pattern becomes midnight.
     *
     * @param date the date in UTC
     * @return the name with this date
     * @throws IllegalArgumentException if the scheme has no date, or the pattern has too few digits for the year
     */
    public OpenName on(LocalDate date) {
        return at(date.atStartOfDay());
    }

    /**
     * Sets the date and the time, as far as the pattern has them.
     *
     * @param instant the time, written in UTC
     * @return the name with this date
     * @throws IllegalArgumentException if the scheme has no date, or the pattern has too few digits for the year
     */
    public OpenName at(Instant instant) {
        return at(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private OpenName at(LocalDateTime date) {
        PartType type = scheme.requirePart(SchemeParser.DATE).type();
        return changed(SchemeParser.DATE, ((DateType) type).pattern().write(date));
    }

    /**
     * Writes the name, with today's date if the scheme has a date and none is set yet.
     *
     * @param clock what tells the date; its zone does not matter, names are in UTC
     * @return the name
     * @throws IllegalArgumentException if a mandatory part has no value, or {@link #render} refuses the name
     */
    public SchemedName closeAt(Clock clock) {
        boolean dateOpen = scheme.hasPart(SchemeParser.DATE) && !values.containsKey(SchemeParser.DATE);
        return (dateOpen ? at(clock.instant()) : this).render();
    }

    /**
     * Writes the name.
     *
     * @return the name
     * @throws IllegalArgumentException if a mandatory part has no value, EC2 would refuse the name, or the name would be
     *     read back with other values than these; the message names the part
     */
    public SchemedName render() {
        for (Part part : scheme.template().parts()) {
            if (!part.optional() && !values.containsKey(part.name())) {
                throw new IllegalArgumentException("Part '" + part.name() + "' of the scheme '" + scheme
                        + "' has no value yet, so the name '" + this + "' is still open");
            }
        }
        SchemedName name = scheme.parseName(ImageName.of(toString()).value());
        Map<String, String> readBack = name.parts();
        for (String part : scheme.parts()) {
            String given = values.get(part);
            String read = readBack.get(part);
            if (given == null ? read != null : !given.equals(read)) {
                throw new IllegalArgumentException("Part '" + part + "' of the scheme '" + scheme + "' is "
                        + told(given) + ", but would be read back from '" + name + "' as " + told(read));
            }
        }
        return name;
    }

    private static String told(@Nullable String value) {
        return value == null ? "left out" : "'" + value + "'";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenName name && scheme.equals(name.scheme) && values.equals(name.values);
    }

    @Override
    public int hashCode() {
        return 31 * scheme.hashCode() + values.hashCode();
    }

    /** Returns the name with open parts as the pattern writes them, such as {@code WebApp-v1.3.0-{date:yyyyMMdd}}. */
    @Override
    public String toString() {
        return scheme.template().write(values);
    }
}
