package dev.amis.naming;

import dev.amis.model.Image;
import dev.amis.naming.Element.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that the names of images follow, such as {@code WebApp-v{version}-{date:yyyyMMdd}}. It writes names, reads
 * them, and tells which images are editions of one logical image.
 *
 * <table>
 * <caption>Parts</caption>
 * <tr><th>Part</th><th>Holds</th></tr>
 * <tr><td>{@code {version}}</td><td>one to three numbers, after the third also a pre-release: see {@link ImageVersion}
 * </td></tr>
 * <tr><td>{@code {date:PATTERN}}</td><td>a date in UTC as {@code java.time} writes it, with the letters
 * {@code y u M d D H m s S}, each in full width, and text between quotes; {@code {date}} is
 * {@code {date:yyyyMMdd}}</td></tr>
 * <tr><td>{@code {build}}</td><td>a number of 1 to 18 digits</td></tr>
 * <tr><td>{@code {NAME}}</td><td>free text, one character or more, separators included</td></tr>
 * <tr><td>{@code {NAME:a|b|c}}</td><td>one of these words</td></tr>
 * <tr><td>{@code {NAME?}}, {@code {NAME?:a|b}}, {@code {version?}} ...</td><td>the same, or nothing. The separator in
 * front ({@code - _ . / @} or space) comes and goes with the value; if the part opens the pattern, the one behind</td>
 * </tr>
 * </table>
 *
 * <p><b>Reading.</b> A name has one reading: parts are read from left to right, an optional part is taken where it can
 * be, and every value is as short as it can be while the rest of the name still fits. {@code 2.1.0-blue-prod} read with
 * {@code {version}-{env}} is thus version {@code 2.1.0} and env {@code blue-prod}; where pre-releases are in use, list
 * the words: {@code {version}-{env:dev|prod}}. Upper and lower case differ. {@link OpenName#render} refuses values that
 * would be read back differently, so {@code parseName(x.render().toString())} always returns the values that were put
 * in, and what was read is always written back as it was.
 *
 * <p>Immutable and safe to share; two schemes of one pattern are equal. Nothing here calls AWS.
 */
public final class NamingScheme {

    private final String pattern;
    private final Template template;

    private NamingScheme(String pattern) {
        this.pattern = pattern;
        this.template = Template.of(new SchemeText(pattern));
    }

    /**
     * Reads a pattern.
     *
     * @param pattern literal text that EC2 allows in names, and parts in braces
     * @return the scheme
     * @throws IllegalArgumentException if the pattern is wrong, or no name that EC2 allows could follow it; the message
     *     tells the position and the reason
     */
    public static NamingScheme parse(String pattern) {
        return new NamingScheme(pattern);
    }

    /**
     * The pattern as it was given to {@link #parse}.
     *
     * @return the pattern
     */
    public String pattern() {
        return pattern;
    }

    /**
     * The names of the parts, in the pattern's order.
     *
     * @return for example {@code [version, date]}
     */
    public List<String> parts() {
        return template.parts().stream().map(Part::name).toList();
    }

    /**
     * Reads a name if it fits.
     *
     * @param name an image's name
     * @return the name with its parts; empty if it does not fit
     */
    public Optional<SchemedName> match(String name) {
        int[] spans = template.read(name);
        return spans == null ? Optional.empty() : Optional.of(new SchemedName(this, name, spans));
    }

    /**
     * Tells whether a name fits.
     *
     * @param name an image's name
     * @return whether {@link #match} would read it
     */
    public boolean matches(String name) {
        return template.read(name) != null;
    }

    /**
     * Reads a name that must fit.
     *
     * @param name an image's name
     * @return the name with its parts
     * @throws IllegalArgumentException if it does not fit; the message tells where reading stopped and what was expected
     */
    public SchemedName parseName(String name) {
        return match(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Name '" + name + "' does not fit the scheme '" + pattern + "': " + template.explain(name)));
    }

    /**
     * Tells why a name does not fit.
     *
     * @param name an image's name
     * @return where reading stopped and what was expected; empty if the name fits
     */
    public Optional<String> explain(String name) {
        return matches(name) ? Optional.empty() : Optional.of(template.explain(name));
    }

    /**
     * The {@linkplain SchemedName#family() family} of a name, without reading its version or date; made for many names.
     *
     * @param name an image's name
     * @return the family, such as {@code WebApp-v*-*}; empty if the name does not fit
     */
    public Optional<String> familyOf(String name) {
        int[] spans = template.read(name);
        return spans == null ? Optional.empty() : Optional.of(template.family(name, spans));
    }

    /**
     * A value for EC2's filter {@code name}: it lets through every name of this scheme, and some that only look alike, so
     * {@link #matches} must decide afterwards.
     *
     * @return for example {@code WebApp-v*-*}
     */
    public String filterPattern() {
        return template.filterPattern();
    }

    /**
     * The scheme in which one part always says the same, for looking at one family out of many.
     *
     * @param part the part's name
     * @param value what it says
     * @return for {@code {app}-v{version}} and {@code app}, {@code WebApp} the scheme {@code WebApp-v{version}}
     * @throws IllegalArgumentException if the scheme has no such part, the part cannot hold the value, or no part is left
     */
    public NamingScheme fixing(String part, String value) {
        newName().with(part, value);
        return new NamingScheme(pattern.replace(requirePart(part).source(), value));
    }

    /**
     * Starts a name without any value.
     *
     * @return the name, to be filled in
     */
    public OpenName newName() {
        return new OpenName(this, Map.of());
    }

    /**
     * Starts a name with one value.
     *
     * @param part the part's name
     * @param value what it says
     * @return the name, to be filled in further
     * @throws IllegalArgumentException if the scheme has no such part, or the part cannot hold the value
     */
    public OpenName with(String part, String value) {
        return newName().with(part, value);
    }

    /**
     * Starts the first name of a family: version 1.0.0 and build number 1, as far as the scheme has them.
     *
     * @return the name, to be filled in further
     */
    public OpenName first() {
        OpenName name = newName();
        if (hasPart(SchemeParser.VERSION)) {
            name = name.version("1.0.0");
        }
        return hasPart(SchemeParser.BUILD) ? name.build(1) : name;
    }

    /**
     * Starts the name that follows a given one.
     *
     * @param name an image's name
     * @return the choice of what to count up
     * @throws IllegalArgumentException if the name does not fit this scheme
     */
    public NextName next(String name) {
        return new NextName(parseName(name));
    }

    /**
     * Starts the name that follows an image's.
     *
     * @param image the image, most often the latest of its family
     * @return the choice of what to count up
     * @throws IllegalArgumentException if the image has no name, or the name does not fit this scheme
     */
    public NextName next(Image image) {
        return next(image.name()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Image " + image.imageId() + " has no name, so no name can follow it")));
    }

    boolean hasPart(String part) {
        return parts().contains(part);
    }

    Part requirePart(String part) {
        return template.parts().stream()
                .filter(candidate -> candidate.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "NamingScheme '" + pattern + "' has no part '" + part + "', only " + parts()));
    }

    Template template() {
        return template;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamingScheme scheme && pattern.equals(scheme.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    /** Returns the pattern. */
    @Override
    public String toString() {
        return pattern;
    }
}
