package dev.amis.cleanup;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.naming.NamingScheme;
import dev.amis.usage.ReferenceSources;
import java.util.Optional;
import java.util.function.Function;

/**
 * The start of a cleanup: which images belong together. Without that, the newest of one application would be kept at the
 * cost of all others, so it has to be said first.
 *
 * <p>Only own images are ever looked at, and each Region's images are families of their own.
 */
public final class CleanupFamilies {

    private final Session session;
    private final ReferenceSources sources;

    private CleanupFamilies(Session session, ReferenceSources sources) {
        this.session = session;
        this.sources = sources;
    }

    /**
     * Starts a cleanup. Use {@code Amis.cleanup()}.
     *
     * @param session the account
     * @param sources who is asked for references
     * @return the choice of families
     */
    @SuppressWarnings("exports") // made by the façade only
    public static CleanupFamilies of(Session session, ReferenceSources sources) {
        return new CleanupFamilies(session, sources);
    }

    /**
     * Cleans up images whose names follow a scheme: those that differ only in version, date and build number are a family.
     *
     * @param scheme the scheme; images whose names do not fit stay
     * @return the cleanup, to be told what stays
     */
    public Cleanup named(NamingScheme scheme) {
        return by(new FamilyRule.ByScheme(scheme));
    }

    /**
     * Cleans up images by their names.
     *
     * @param pattern a naming scheme such as {@code WebApp-v{version}-{date:yyyyMMdd}}; or, without braces, a name in which
     *     {@code *} stands for any characters and {@code ?} for one: all images whose names fit are then one family
     * @return the cleanup, to be told what stays
     * @throws IllegalArgumentException if the pattern is wrong, or no name could fit it
     */
    public Cleanup named(String pattern) {
        return pattern.indexOf('{') >= 0 || pattern.indexOf('}') >= 0
                ? named(NamingScheme.parse(pattern))
                : by(new FamilyRule.ByName(pattern));
    }

    /**
     * Cleans up images that have a tag: those that agree in its value are a family.
     *
     * @param key the key of the tag; images without it stay
     * @return the cleanup, to be told what stays
     * @throws IllegalArgumentException if the key is blank
     */
    public Cleanup familyByTag(String key) {
        return by(new FamilyRule.ByTag(key));
    }

    /**
     * Cleans up images of families that a function tells.
     *
     * @param family answers the name of an image's family; images for which it is empty stay
     * @return the cleanup, to be told what stays
     */
    public Cleanup familyBy(Function<Image, Optional<String>> family) {
        return by(new FamilyRule.ByFunction(family));
    }

    private Cleanup by(FamilyRule families) {
        return Cleanup.of(
                session, sources, RetentionPolicy.builder().families(families).build());
    }
}
