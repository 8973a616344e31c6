package dev.amis.verify;

import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.internal.TextLines;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.List;

/**
 * What would keep an image from being launched.
 *
 * @param imageId the image
 * @param region its Region
 * @param findings what was found, the worst first
 */
public record Diagnosis(ImageId imageId, Region region, List<Finding> findings) {

    /** Makes a diagnosis of a copy of the findings. */
    public Diagnosis {
        findings = findings.stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }

    /**
     * Tells whether nothing was found that keeps it from being launched. What could not be looked at may.
     *
     * @return whether no finding is blocking
     */
    public boolean isLaunchable() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.BLOCKING);
    }

    /**
     * Insists on that.
     *
     * @return this
     * @throws InvalidRequestException if a finding is blocking
     */
    public Diagnosis orThrow() {
        if (isLaunchable()) {
            return this;
        }
        Finding first = findings.get(0);
        throw new InvalidRequestException(Failure.of("diagnose", first.what() + ": " + first.why())
                .resource(imageId.value())
                .region(region)
                .advice(first.advice())
                .build());
    }

    /**
     * The findings for people: each begins a line.
     *
     * @return the lines, each with a line break
     */
    public String describe() {
        StringBuilder out = new StringBuilder("diagnosis of " + imageId + " in " + region + ": "
                + (isLaunchable() ? "nothing stands in the way" : "it cannot be launched so") + "\n");
        findings.forEach(finding -> TextLines.append(out, "  ", "    ", finding.toString()));
        return out.toString();
    }
}
