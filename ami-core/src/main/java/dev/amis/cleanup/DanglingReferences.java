package dev.amis.cleanup;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.IdFilters;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.Pages;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what refers to images that are not there: launches by it fail, whatever the plan does. */
final class DanglingReferences {

    private static final int FEW = 3;
    private static final int MOST_TOLD = 20;

    /** What was launched does not need its image any more, and copies end by themselves. */
    private static final Set<String> HARMLESS = Set.of(
            ReferenceSource.instances().name(),
            ReferenceSource.copiesInProgress().name(),
            ReferenceSource.derivedImages().name());

    private final Session session;

    DanglingReferences(Session session) {
        this.session = session;
    }

    /** A note for each reference, and one that counts the rest if there are many. */
    List<String> notes(Usage usage, Map<Region, List<Image>> own) {
        List<String> notes = new ArrayList<>();
        usage.regions().forEach(region -> notes.addAll(notes(region, usage, own.getOrDefault(region, List.of()))));
        if (notes.size() <= MOST_TOLD) {
            return notes;
        }
        List<String> first = new ArrayList<>(notes.subList(0, MOST_TOLD));
        first.add((notes.size() - MOST_TOLD) + " more references to images that are not there");
        return first;
    }

    private List<String> notes(Region region, Usage usage, List<Image> own) {
        Map<ImageId, List<Reference>> missing = suspects(usage.references(region));
        if (!missing.isEmpty()) {
            own.stream()
                    .filter(image -> image.state() != ImageState.DEREGISTERED)
                    .forEach(image -> missing.remove(image.imageId()));
        }
        if (missing.isEmpty()) {
            return List.of();
        }
        try {
            removeVisible(session.in(region), missing);
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return List.of("whether " + missing.size() + " images of others that are referred to in " + region
                    + " are there could not be read: " + unread.failure().message());
        }
        return missing.values().stream()
                .flatMap(List::stream)
                .map(reference -> reference.source() + ": " + reference.by() + " in " + region + " refers to "
                        + reference.imageId() + ", which is not there or not visible, so launches by it fail")
                .toList();
    }

    private static Map<ImageId, List<Reference>> suspects(Map<ImageId, List<Reference>> references) {
        Map<ImageId, List<Reference>> suspects = new LinkedHashMap<>();
        for (ImageId image : new TreeSet<>(references.keySet())) {
            List<Reference> harmful = references.getOrDefault(image, List.of()).stream()
                    .filter(reference -> !HARMLESS.contains(reference.source()))
                    .toList();
            if (!harmful.isEmpty()) {
                suspects.put(image, harmful);
            }
        }
        return suspects;
    }

    /** Many are asked for together, and what is left of them is looked up one by one before it is called lost. */
    private static void removeVisible(RegionalProvider ec2, Map<ImageId, List<Reference>> missing) {
        List<Filter> questions = missing.size() > FEW ? IdFilters.of("image-id", missing.keySet()) : List.of();
        for (Filter ids : questions) {
            DescribeImagesRequest request = DescribeImagesRequest.builder()
                    .addExecutableUsers("self", "all")
                    .addFilter(ids)
                    .includeDeprecated(true)
                    .maxResults(1_000)
                    .build();
            Pages.all("DescribeImages", token -> ec2.images().describeImages(request.withNextToken(token)))
                    .forEach(image -> missing.remove(image.imageId()));
        }
        if (missing.size() <= MOST_TOLD) {
            List.copyOf(missing.keySet()).stream()
                    .filter(id -> ImageLookup.find(ec2, id).isPresent())
                    .forEach(missing::remove);
        }
    }
}
