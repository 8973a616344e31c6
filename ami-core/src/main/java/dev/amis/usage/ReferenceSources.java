package dev.amis.usage;

import dev.amis.error.WaitInterruptedException;
import dev.amis.model.ImageId;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources that are asked who refers to an image, found by their names. */
public final class ReferenceSources {

    private final Map<String, ReferenceSource> byName;

    private ReferenceSources(Map<String, ReferenceSource> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Takes sources together.
     *
     * @param sources the sources, in the order in which they are asked
     * @return them by name
     * @throws IllegalArgumentException if two have the same name
     */
    public static ReferenceSources of(Collection<? extends ReferenceSource> sources) {
        Map<String, ReferenceSource> byName = new LinkedHashMap<>();
        for (ReferenceSource source : sources) {
            if (byName.putIfAbsent(source.name(), source) != null) {
                throw new IllegalArgumentException(
                        "name of a reference source is '" + source.name() + "', but another source has it already");
            }
        }
        return new ReferenceSources(byName);
    }

    /**
     * Takes the {@linkplain ReferenceSource#standard() standard sources} and others together. One that has the name of a
     * standard source takes its place.
     *
     * @param others the other sources
     * @return them by name, the standard ones first
     * @throws IllegalArgumentException if two of the others have the same name
     */
    public static ReferenceSources standardAnd(Collection<? extends ReferenceSource> others) {
        Map<String, ReferenceSource> byName = new LinkedHashMap<>();
        ReferenceSource.standard().forEach(source -> byName.put(source.name(), source));
        byName.putAll(of(others).byName);
        return new ReferenceSources(byName);
    }

    /**
     * These sources without some.
     *
     * @param names names of sources
     * @return the others
     * @throws IllegalArgumentException if there is no source of such a name
     */
    public ReferenceSources without(Collection<String> names) {
        Map<String, ReferenceSource> left = new LinkedHashMap<>(byName);
        for (String name : names) {
            if (left.remove(name) == null) {
                throw new IllegalArgumentException("source is '" + name + "', but must be one of " + names());
            }
        }
        return new ReferenceSources(left);
    }

    /**
     * The names of all sources.
     *
     * @return the names, in the order in which the sources are asked
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * All sources.
     *
     * @return the sources, in the order in which they are asked
     */
    public List<ReferenceSource> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Finds a source.
     *
     * @param name its name
     * @return the source, nothing if there is none of that name
     */
    public Optional<ReferenceSource> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * A Region for asking again and again: what never changes there, such as a version of a launch template that is named
     * by its number, is asked for once.
     *
     * @param region the account in the Region
     * @return the same, for one run
     */
    public static RegionalProvider askedOften(RegionalProvider region) {
        return ReadOnce.lasting(region);
    }

    /**
     * Asks some sources what keeps images from counting as unused. A source that is not there or cannot be read keeps
     * them all: unknown means in use.
     *
     * @param names the names of the sources to ask
     * @param region the account in the images' Region
     * @param imageIds the images
     * @return for each of the images each reference, and each source that could not be read, in words; an empty list for
     *     an image that is provably unused
     */
    public Map<ImageId, List<String>> usesOf(Collection<String> names, RegionalProvider region, Set<ImageId> imageIds) {
        Map<ImageId, List<String>> uses = new LinkedHashMap<>();
        imageIds.forEach(imageId -> uses.put(imageId, new ArrayList<>()));
        RegionalProvider account = ReadOnce.in(region);
        for (String name : names) {
            Optional<ReferenceSource> source = find(name);
            if (source.isEmpty()) {
                uses.values()
                        .forEach(all -> all.add("source '" + name + "' is not known here, so it counts as in use"));
            } else {
                ask(source.get(), account, uses);
            }
        }
        return uses;
    }

    private static void ask(ReferenceSource source, RegionalProvider region, Map<ImageId, List<String>> uses) {
        if (uses.isEmpty()) {
            return;
        }
        try {
            Set<ImageId> imageIds = Collections.unmodifiableSet(uses.keySet());
            for (Reference reference : List.copyOf(source.referencesTo(region, imageIds))) {
                List<String> ofImage = uses.get(reference.imageId());
                if (ofImage != null) {
                    ofImage.add("in use: " + reference);
                }
            }
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (RuntimeException unread) {
            String why =
                    "source '" + source.name() + "' could not be read, so it counts as in use: " + unread.getMessage();
            uses.values().forEach(all -> all.add(why));
        }
    }

    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
