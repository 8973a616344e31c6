package dev.amis.verify;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.spi.InstanceTypePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The question what would keep an image from being launched. Nothing is asked before {@link #run()}, and nothing changed. */
public final class DiagnoseImage {

    private final Session session;
    private final ImageId imageId;
    private final List<InstanceType> types;

    private DiagnoseImage(Session session, ImageId imageId, List<InstanceType> types) {
        this.session = session;
        this.imageId = imageId;
        this.types = types;
    }

    /**
     * Begins the question; {@code Amis.diagnose} does it.
     *
     * @param session the account, in the Region of the image
     * @param imageId the image
     */
    @SuppressWarnings("exports")
    public DiagnoseImage(Session session, ImageId imageId) {
        this(session, imageId, List.of());
    }

    /**
     * Adds types that the image is to be launched on.
     *
     * @param more for example {@code m7g.large}
     * @return the changed question
     */
    public DiagnoseImage on(InstanceType... more) {
        return new DiagnoseImage(
                session,
                imageId,
                Stream.concat(types.stream(), Stream.of(more)).distinct().toList());
    }

    /**
     * Looks at the image, its snapshots, the keys of those that are encrypted, and the types.
     *
     * <p>Of a key it is found out whether it is there, enabled and of the right kind. Who may use it stands in its policy and its
     * grants, which are not read: what is left open there is a finding that is {@link Finding.Severity#UNKNOWN}, as is a key that
     * the caller may not look at.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeSnapshots}, {@code kms:DescribeKey} once for each key, {@code
     * DescribeInstanceTypes}.
     *
     * @return what was found; also what nobody tells
     * @throws dev.amis.error.InvalidRequestException if there is no such type in the Region
     * @throws UnsupportedCapabilityException if types are named and the provider knows none
     */
    public Diagnosis run() {
        Optional<InstanceTypePort> port = session.here().instanceTypes();
        if (!types.isEmpty() && port.isEmpty()) {
            throw new UnsupportedCapabilityException(
                    Failure.of("DescribeInstanceTypes", "the provider does not offer it")
                            .region(session.region())
                            .build());
        }
        Optional<Image> image = ImageLookup.find(session.here(), imageId);
        List<Finding> findings = new ArrayList<>();
        if (image.isEmpty()) {
            findings.add(Finding.blocking(
                    "there is no such image, or it is not visible",
                    "it is in another Region, deregistered, or not shared with account " + session.account(),
                    "Check the id and the Region, or let its owner share it"));
        } else {
            findings.addAll(ImageRules.findings(image.get(), session.account(), session.now()));
            findings.addAll(SnapshotRules.findings(session, image.get()));
            if (!types.isEmpty() && port.isPresent()) {
                findings.addAll(TypeRules.ofTypes(port.get(), image.get(), types));
            }
        }
        return new Diagnosis(imageId, session.region(), findings);
    }
}
