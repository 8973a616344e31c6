package dev.amis.query;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What a search looks for, as a value: what {@link ImageQuery} grows and its terminals carry out. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class ImageCriteria implements WithImageCriteria {

    ImageCriteria() {}

    /**
     * Whose images.
     *
     * @return the owners, of which one must match; empty for a search by id or for what is shared
     */
    public abstract List<ImageOwner> owners();

    /**
     * Who may launch them.
     *
     * @return {@code self}, {@code all} or account numbers; empty if that does not matter
     */
    public abstract List<String> executableUsers();

    /**
     * Which images, in a search by id.
     *
     * @return the ids; nothing in any other search
     */
    public abstract Optional<List<ImageId>> imageIds();

    /**
     * Where to look.
     *
     * @return the Regions; empty for the Region that is meant
     */
    public abstract List<Region> regions();

    /**
     * What EC2 filters by.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * What is looked at here.
     *
     * @return the conditions, all of which must hold
     */
    public abstract List<ImageCondition> conditions();

    /**
     * Whether images count whose deprecation date has come.
     *
     * @return false
     */
    @Value.Default
    public boolean includingDeprecated() {
        return false;
    }

    /**
     * Whether disabled images count.
     *
     * @return false
     */
    @Value.Default
    public boolean includingDisabled() {
        return false;
    }

    @Value.Check
    void check() {
        Set<String> names = new HashSet<>();
        for (Filter filter : filters()) {
            if (!names.add(filter.name())) {
                throw new IllegalArgumentException("filter '" + filter.name()
                        + "' is given twice, but no image can fulfil both; give all allowed values at once");
            }
        }
        if (filters().size() > 50) {
            throw new IllegalArgumentException(
                    "filters has " + filters().size() + " entries, but at most 50 are allowed");
        }
    }

    /**
     * The search in words, as messages have it; values of tags are left out.
     *
     * @return for example {@code owned by self, name web-*, architecture arm64}
     */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        imageIds().ifPresent(ids -> words.add("with id " + alternatives(ids)));
        if (executableUsers().contains("all")) {
            words.add("public");
        } else if (!executableUsers().isEmpty()) {
            words.add("shared with " + alternatives(executableUsers()));
        }
        if (!owners().isEmpty()) {
            words.add("owned by " + alternatives(owners()));
        }
        for (Filter filter : filters()) {
            words.add(
                    filter.name().startsWith("tag:")
                            ? filter.name()
                            : filter.name() + " " + alternatives(filter.values()));
        }
        conditions().forEach(condition -> words.add(condition.toString()));
        return String.join(", ", words);
    }

    private static String alternatives(List<?> values) {
        int most = 5;
        String text = String.join(
                " or ", values.stream().limit(most).map(Object::toString).toList());
        return values.size() > most ? text + " or " + (values.size() - most) + " more" : text;
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ImageCriteria} values; each attribute can be set once. */
    public static final class Builder extends ImmutableImageCriteria.Builder {
        Builder() {}
    }
}
