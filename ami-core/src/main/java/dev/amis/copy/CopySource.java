package dev.amis.copy;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.Obstacle;
import dev.amis.model.Obstacles;
import dev.amis.model.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The image that is copied. */
final class CopySource {

    private CopySource() {}

    static Image read(Session session, CopyImagesRequest request) {
        return ImageLookup.find(session.in(request.sourceRegion()), request.sourceImageId())
                .orElseThrow(() ->
                        new NotFoundException(Failure.of("CopyImage", "there is no such image, or it is not visible")
                                .resource(request.sourceImageId().value())
                                .region(request.sourceRegion())
                                .advice("Check the id and the Region; images are Regional")
                                .build()));
    }

    /** What holds for every destination is said once, before any copy is started. */
    static void checkState(Image image) {
        if (image.whyNot(ImageOperation.COPY).isPresent()) {
            throw new ConflictException(
                    Failure.of("CopyImage", image.whyNot(ImageOperation.COPY).get())
                            .resource(image.imageId().value())
                            .region(image.region())
                            .advice("Await the image first if it is pending, or enable it if it is disabled")
                            .build());
        }
    }

    /** EC2's refusal with what may have brought it about, which EC2 does not say of another account's image. */
    static InvalidRequestException advised(
            InvalidRequestException refusal, Session session, Image image, Region destination) {
        List<Obstacle> obstacles = Obstacles.of(image, List.of()).toCopying(session.account(), destination);
        // The code that EC2 refuses storage with; its other refusals name what they mean.
        boolean ofStorage = refusal.failure().code().equals(Optional.of("InvalidRequest"));
        if (obstacles.isEmpty() || !ofStorage) {
            return refusal;
        }
        String why = obstacles.stream().map(Obstacle::message).collect(Collectors.joining("; "));
        return new InvalidRequestException(
                refusal.failure()
                        .withAdvice("Ask the owner " + image.ownerId()
                                + " to let this account make volumes of its snapshots and use their key: " + why),
                refusal);
    }
}
