package dev.amis.usage;

import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A question for who refers to images; starts at {@code Amis.usage()}. Immutable: each step makes a new one.
 *
 * <p>By default it asks the {@linkplain ReferenceSource#standard() standard sources}, and those that the façade was built with, in
 * the Region that the façade has in mind.
 */
public final class UsageQuery {

    private final Session session;
    private final Set<Region> regions;
    private final ReferenceSources sources;

    private UsageQuery(Session session, Set<Region> regions, ReferenceSources sources) {
        this.session = session;
        this.regions = regions;
        this.sources = sources;
    }

    /**
     * Starts a question. Use {@code Amis.usage()}.
     *
     * @param session the account
     * @param sources the sources that are asked
     * @return the question
     */
    @SuppressWarnings("exports") // made by the façade only
    public static UsageQuery of(Session session, ReferenceSources sources) {
        return new UsageQuery(session, Set.of(session.region()), sources);
    }

    /**
     * Asks in these Regions instead.
     *
     * @param first a Region
     * @param more further Regions
     * @return the new question
     */
    public UsageQuery in(Region first, Region... more) {
        return in(Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    /**
     * Asks in these Regions instead.
     *
     * @param regions at least one Region
     * @return the new question
     * @throws IllegalArgumentException if there is none
     */
    public UsageQuery in(List<Region> regions) {
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("regions is empty, but must name at least one Region");
        }
        return new UsageQuery(session, new LinkedHashSet<>(regions), sources);
    }

    /**
     * Does not ask these sources: what only they would tell is not known, and keeps nothing.
     *
     * @param names names of sources
     * @return the new question
     * @throws IllegalArgumentException if there is no source of such a name
     */
    public UsageQuery without(String... names) {
        return without(List.of(names));
    }

    /**
     * Does not ask these sources: what only they would tell is not known, and keeps nothing.
     *
     * @param names names of sources
     * @return the new question
     * @throws IllegalArgumentException if there is no source of such a name
     */
    public UsageQuery without(Collection<String> names) {
        return new UsageQuery(session, regions, sources.without(names));
    }

    /**
     * Reads all references, every source in every Region once, every page. A source that fails is part of the answer.
     *
     * @return who refers to which image, and what could not be read
     * @throws IllegalStateException if every source was left out
     * @throws WaitInterruptedException if the thread was interrupted
     */
    public Usage read() {
        requireSources();
        List<List<Told>> byRegion = session.fanOut().each(regions, region -> read(ReadOnce.in(session.in(region))));
        List<Reference> references = new ArrayList<>();
        List<UnreadSource> unread = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int nth = 0; nth < sources.all().size(); nth++) {
            List<UnreadSource> failures = new ArrayList<>();
            for (List<Told> region : byRegion) {
                Told told = region.get(nth);
                told.reading().ifPresent(reading -> {
                    references.addAll(reading.references());
                    findings.addAll(reading.findings());
                });
                failures.addAll(told.failures());
            }
            unread.addAll(sources.all().get(nth).crossesRegions() ? everywhere(failures) : failures);
        }
        return Usage.of(regions, sources.names(), references, unread, findings);
    }

    /** What a source told in one Region, or why it did not. */
    private record Told(Optional<SourceReading> reading, List<UnreadSource> failures) {}

    /** What each source told, in their order. */
    private List<Told> read(RegionalProvider account) {
        return sources.all().stream()
                .map(source -> {
                    List<UnreadSource> failures = new ArrayList<>();
                    return new Told(read(source, account.region(), () -> source.read(account), failures), failures);
                })
                .toList();
    }

    /**
     * Reads the references to some images, in their Regions, with the sources that tell of named images only as well. Those
     * Regions count that the images are in, whichever were named.
     *
     * <p>References from another Region, of the sources that know any, are not looked for; {@link #read()} does.
     *
     * @param images the images
     * @return what is known of each, in their order; nothing for no images
     * @throws IllegalStateException if every source was left out
     * @throws WaitInterruptedException if the thread was interrupted
     */
    public List<ImageUsage> readOf(Collection<Image> images) {
        requireSources();
        Map<Region, Set<ImageId>> byRegion = new LinkedHashMap<>();
        images.forEach(image -> byRegion.computeIfAbsent(image.region(), region -> new LinkedHashSet<>())
                .add(image.imageId()));
        List<Reference> references = new ArrayList<>();
        List<UnreadSource> unread = new ArrayList<>();
        byRegion.forEach((region, ids) -> {
            RegionalProvider account = ReadOnce.in(session.in(region));
            Set<ImageId> named = Collections.unmodifiableSet(ids);
            sources.all()
                    .forEach(source -> read(
                                    source, region, () -> List.copyOf(source.referencesTo(account, named)), unread)
                            .ifPresent(references::addAll));
        });
        Usage usage = Usage.of(byRegion.keySet(), sources.names(), references, unread);
        return images.stream().map(usage::of).toList();
    }

    private void requireSources() {
        if (sources.names().isEmpty()) {
            throw new IllegalStateException("every source was left out, so nothing could be told about any image");
        }
    }

    private static <T> Optional<T> read(
            ReferenceSource source, Region region, Supplier<T> told, List<UnreadSource> failures) {
        try {
            return Optional.of(told.get());
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            failures.add(new UnreadSource(region, source.name(), why));
            return Optional.empty();
        }
    }

    private List<UnreadSource> everywhere(List<UnreadSource> failures) {
        return failures.stream()
                .flatMap(failure -> regions.stream()
                        .map(region -> region.equals(failure.region())
                                ? failure
                                : new UnreadSource(
                                        region,
                                        failure.source(),
                                        "not read in " + failure.region() + ": " + failure.why())))
                .distinct()
                .toList();
    }

    /** One line: the sources and the Regions. */
    @Override
    public String toString() {
        return "who refers to images in " + regions + " by " + sources;
    }
}
