package dev.amis.usage;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who refers to which image, and what could not be read, at the time it was read. Immutable.
 *
 * <p>Nothing here says that an image is free to be removed unless every source of its Region was read whole.
 */
public final class Usage {

    private final Set<Region> regions;
    private final List<String> sources;
    private final Map<Region, Map<ImageId, List<Reference>>> references;
    private final List<UnreadSource> unreadSources;
    private final List<Finding> findings;

    private Usage(
            Set<Region> regions,
            List<String> sources,
            Map<Region, Map<ImageId, List<Reference>>> references,
            List<UnreadSource> unreadSources,
            List<Finding> findings) {
        this.regions = regions;
        this.sources = sources;
        this.references = references;
        this.unreadSources = unreadSources;
        this.findings = findings;
    }

    /**
     * Puts together what was read, for tests and for readers of one's own; {@link UsageQuery#read()} does it otherwise.
     *
     * @param regions the Regions that were read
     * @param sources the names of the sources that were asked
     * @param references what they told, in any order, repetitions allowed
     * @param unreadSources the sources that could not be read
     * @return the value
     */
    public static Usage of(
            Collection<Region> regions,
            Collection<String> sources,
            Collection<Reference> references,
            Collection<UnreadSource> unreadSources) {
        return of(regions, sources, references, unreadSources, List.of());
    }

    /**
     * Puts together what was read, with what the sources came across beside references.
     *
     * @param regions the Regions that were read
     * @param sources the names of the sources that were asked
     * @param references what they told, in any order, repetitions allowed
     * @param unreadSources the sources that could not be read
     * @param findings what keeps no image
     * @return the value
     */
    public static Usage of(
            Collection<Region> regions,
            Collection<String> sources,
            Collection<Reference> references,
            Collection<UnreadSource> unreadSources,
            Collection<Finding> findings) {
        Map<Region, Map<ImageId, List<Reference>>> byImage = new LinkedHashMap<>();
        references.stream()
                .distinct()
                .sorted(Comparator.comparing(Reference::region)
                        .thenComparing(Reference::imageId)
                        .thenComparing(Reference::source)
                        .thenComparing(Reference::by))
                .forEach(reference -> byImage.computeIfAbsent(reference.region(), region -> new HashMap<>())
                        .computeIfAbsent(reference.imageId(), image -> new ArrayList<>(1))
                        .add(reference));
        byImage.replaceAll((region, images) -> sparse(images));
        return new Usage(
                Collections.unmodifiableSet(new LinkedHashSet<>(regions)),
                List.copyOf(sources),
                byImage,
                List.copyOf(unreadSources),
                List.copyOf(findings));
    }

    /** Most look-ups are for images that nothing refers to; in a table with much room they end at an empty place. */
    private static Map<ImageId, List<Reference>> sparse(Map<ImageId, List<Reference>> references) {
        Map<ImageId, List<Reference>> sparse = new HashMap<>(8 * references.size());
        references.forEach((image, list) -> sparse.put(image, List.copyOf(list)));
        return Collections.unmodifiableMap(sparse);
    }

    /**
     * The Regions that were read.
     *
     * @return the Regions, in the order they were named
     */
    public Set<Region> regions() {
        return regions;
    }

    /**
     * The sources that were asked, whether or not they could be read.
     *
     * @return their names
     */
    public List<String> sources() {
        return sources;
    }

    /**
     * What is known of an image.
     *
     * @param image the image
     * @return its references and the sources that could not be read
     */
    public ImageUsage of(Image image) {
        return of(image.region(), image.imageId());
    }

    /**
     * What is known of an image.
     *
     * @param region the Region of the image
     * @param imageId the image
     * @return its references and the sources that could not be read; for a Region that was not read everything is unknown
     */
    public ImageUsage of(Region region, ImageId imageId) {
        return new ImageUsage(
                region, imageId, references(region).getOrDefault(imageId, List.of()), unreadSources(region));
    }

    /**
     * All references, by Region, image, source and referrer.
     *
     * @return the references, each once
     */
    public List<Reference> references() {
        return references.values().stream()
                .flatMap(images -> images.entrySet().stream().sorted(Map.Entry.comparingByKey()))
                .flatMap(image -> image.getValue().stream())
                .toList();
    }

    /**
     * The references to the images of a Region.
     *
     * @param region the Region
     * @return the references by image; images that nothing refers to are not in it
     */
    public Map<ImageId, List<Reference>> references(Region region) {
        return references.getOrDefault(region, Map.of());
    }

    /**
     * The sources that could not be read.
     *
     * @return the sources; all images of their Regions count as in use
     */
    public List<UnreadSource> unreadSources() {
        return unreadSources;
    }

    /**
     * The sources that could not be read in a Region.
     *
     * @param region the Region
     * @return the sources, one for all of them if the Region was not read
     */
    public List<UnreadSource> unreadSources(Region region) {
        if (!regions.contains(region)) {
            return List.of(new UnreadSource(region, "all sources", "the Region was not looked at"));
        }
        return unreadSources.stream()
                .filter(source -> source.region().equals(region))
                .toList();
    }

    /**
     * What the sources came across that keeps no image, such as a group whose launch template is gone.
     *
     * @return the findings, in the order of the sources
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The references to images that do not exist, for example of launch templates whose image was removed.
     *
     * @param existing the images that exist, of every owner that may be referred to
     * @return the references to all others
     */
    public List<Reference> dangling(Set<ImageId> existing) {
        return references().stream()
                .filter(reference -> !existing.contains(reference.imageId()))
                .toList();
    }

    /** One line: how many references to how many images, what could not be read, and how much was found beside. */
    @Override
    public String toString() {
        int images = references.values().stream().mapToInt(Map::size).sum();
        return references().size() + " references to " + images + " images in " + regions + " from " + sources
                + (unreadSources.isEmpty() ? "" : ", not read: " + unreadSources)
                + (findings.isEmpty() ? "" : ", findings: " + findings.size());
    }
}
