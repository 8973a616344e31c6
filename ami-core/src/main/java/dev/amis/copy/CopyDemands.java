package dev.amis.copy;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.internal.Session;
import dev.amis.verify.Verification;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must be so for an image to be copied.
 *
 * @param verifications results, one of which must be about the image
 * @param tagged whether the image must carry the tag of one that passed
 */
record CopyDemands(List<Verification> verifications, boolean tagged) {

    static final CopyDemands NONE = new CopyDemands(List.of(), false);

    private static final String TASK = "CopyImage";

    CopyDemands with(Verification more) {
        return new CopyDemands(
                Stream.concat(verifications.stream(), Stream.of(more)).toList(), tagged);
    }

    CopyDemands withTag() {
        return new CopyDemands(verifications, true);
    }

    /** Also where all copies are there already: a copy that was made without the demand is not handed out under it. */
    void check(Session session, CopyImagesRequest request) {
        if (!verifications.isEmpty()) {
            Verification.demanded(TASK, verifications, request.sourceImageId(), request.sourceRegion());
        }
        if (tagged && !Verification.isTaggedOn(CopySource.read(session, request))) {
            throw new ConflictException(
                    Failure.of(TASK, "it has no tag " + Verification.TAG + " of its own, so no gate tested it")
                            .resource(request.sourceImageId().value())
                            .region(request.sourceRegion())
                            .advice("Bake it with a test gate, or verify it and demand the result")
                            .build());
        }
    }
}
