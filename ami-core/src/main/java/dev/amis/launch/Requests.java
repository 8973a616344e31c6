package dev.amis.launch;

import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.Region;
import dev.amis.plan.Facts;
import java.util.List;
import java.util.function.Consumer;

/** What the requests about templates share. */
final class Requests {

    private Requests() {}

    static DataChange image(Session session, Image image) {
        if (!image.region().equals(session.region())) {
            throw new IllegalArgumentException("image is in " + image.region() + ", but must be in " + session.region()
                    + ", where the template is; copy it there first");
        }
        return new DataChange.Set("ImageId", image.imageId().value());
    }

    /** An image that is named by its id must still be available right before the change. */
    static Facts.Builder image(LaunchTemplateData data, Facts.Builder facts) {
        if (data.imageReference().filter(text -> text.startsWith("ami-")).isPresent()) {
            facts.state(ImageState.AVAILABLE);
        }
        return facts;
    }

    /** Refuses what could not be launched, and tells the rest. */
    static void refuseErrors(Region region, String resource, List<LaunchFinding> findings, Consumer<String> notes) {
        findings.stream().filter(LaunchFinding::isError).findFirst().ifPresent(error -> {
            throw new InvalidRequestException(Failure.of("validate", error.parameter() + ": " + error.message())
                    .resource(resource)
                    .region(region)
                    .advice("Choose an image that fits, or change the template first")
                    .build());
        });
        findings.forEach(finding -> notes.accept(finding.toString()));
    }
}
