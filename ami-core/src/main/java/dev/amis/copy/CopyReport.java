package dev.amis.copy;

import dev.amis.error.AmiException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.List;
import java.util.Optional;

/**
 * What became of the copies of an image, Region by Region.
 *
 * @param source the image that was copied
 * @param sourceRegion its Region
 * @param results what became of each copy, in the order of the request
 */
public record CopyReport(ImageId source, Region sourceRegion, List<CopyResult> results) {

    /** Makes a report of a copy of the results. */
    public CopyReport {
        results = List.copyOf(results);
    }

    /**
     * The copies that are there.
     *
     * @return the images, in the order of the request
     */
    public List<Image> images() {
        return results.stream()
                .filter(CopyResult.Copied.class::isInstance)
                .map(result -> ((CopyResult.Copied) result).image())
                .toList();
    }

    /**
     * The copy in one Region.
     *
     * @param region the Region
     * @return the image; nothing if copying there failed or was not asked for
     */
    public Optional<Image> image(Region region) {
        return images().stream().filter(image -> image.region().equals(region)).findFirst();
    }

    /**
     * What failed.
     *
     * @return the failures, in the order of the request
     */
    public List<CopyResult.NotCopied> failures() {
        return results.stream()
                .filter(CopyResult.NotCopied.class::isInstance)
                .map(CopyResult.NotCopied.class::cast)
                .toList();
    }

    /**
     * Tells whether the copy is there in every Region.
     *
     * @return whether nothing failed
     */
    public boolean isComplete() {
        return failures().isEmpty();
    }

    /**
     * Insists that nothing failed.
     *
     * @return this report
     * @throws AmiException the failure of the first Region that failed, with the others as suppressed exceptions
     */
    public CopyReport orThrow() {
        List<CopyResult.NotCopied> failures = failures();
        if (failures.isEmpty()) {
            return this;
        }
        AmiException first = failures.get(0).problem();
        failures.stream()
                .skip(1)
                .map(CopyResult.NotCopied::problem)
                .filter(other ->
                        other != first && !List.of(first.getSuppressed()).contains(other))
                .forEach(first::addSuppressed);
        throw first;
    }

    /**
     * The report as a table for people: one line for each Region.
     *
     * @return the lines, each with a line break
     */
    public String describe() {
        StringBuilder text = new StringBuilder("copies of " + source + " in " + sourceRegion + ": " + images().size()
                + " of " + results.size() + " are there\n");
        int width = results.stream()
                .mapToInt(result -> result.region().value().length())
                .max()
                .orElse(0);
        for (CopyResult result : results) {
            text.append("  ")
                    .append(result.region())
                    .append(" ".repeat(width - result.region().value().length() + 2));
            if (result instanceof CopyResult.Copied copied) {
                text.append(copied.image().imageId())
                        .append("  ")
                        .append(copied.image().name().orElse("no name"))
                        .append(copied.wasThere() ? "  (was there)" : "");
            } else {
                text.append(((CopyResult.NotCopied) result).problem().getMessage());
            }
            text.append('\n');
        }
        return text.toString();
    }
}
