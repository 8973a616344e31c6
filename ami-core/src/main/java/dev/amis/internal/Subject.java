package dev.amis.internal;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;

/**
 * The image that a chain is about.
 *
 * @param session the account and time
 * @param region the Region of the image
 * @param imageId its id
 */
public record Subject(Session session, Region region, ImageId imageId) {

    /**
     * The account in the Region of the image.
     *
     * @return the ports
     */
    public RegionalProvider ec2() {
        return session.in(region);
    }

    /**
     * Looks for the image.
     *
     * @param task what is to be done, for messages
     * @return the image; nothing if it is not there, or deregistered
     * @throws AccessDeniedException if it belongs to another account
     */
    public Optional<Image> find(String task) {
        Optional<Image> image =
                ImageLookup.find(ec2(), imageId).filter(found -> found.state() != ImageState.DEREGISTERED);
        image.filter(found -> !found.ownerId().equals(session.account())).ifPresent(foreign -> {
            throw new AccessDeniedException(
                    failure(task, "it belongs to account " + foreign.ownerId() + ", and only its owner may change it")
                            .advice("Use the credentials of its owner, or copy it and change the copy")
                            .build());
        });
        return image;
    }

    /**
     * Reads the image.
     *
     * @param task what is to be done, for messages
     * @return the image
     * @throws NotFoundException if it is not there
     * @throws AccessDeniedException if it belongs to another account
     */
    public Image read(String task) {
        return find(task)
                .orElseThrow(() -> new NotFoundException(failure(task, "there is no such image, or it is not visible")
                        .advice("Check the id and the Region; images are Regional")
                        .build()));
    }

    /**
     * Reads the image, in a state in which something can be done to it.
     *
     * @param task what is to be done, for messages
     * @param operation what is to be done
     * @return the image
     * @throws NotFoundException if it is not there
     * @throws AccessDeniedException if it belongs to another account
     * @throws ConflictException if its state stands in the way
     */
    public Image read(String task, ImageOperation operation) {
        Image image = read(task);
        require(image, task, operation);
        return image;
    }

    /**
     * Checks that something can be done to the image as it is.
     *
     * @param image the image
     * @param task what is to be done, for messages
     * @param operation what is to be done
     * @throws ConflictException if its state stands in the way
     */
    public void require(Image image, String task, ImageOperation operation) {
        if (!operation.allowedIn(image.state())) {
            throw new ConflictException(failure(task, "the image is " + image.stateText())
                    .advice(advice(image.state()))
                    .build());
        }
    }

    /**
     * Starts the description of a failure about this image.
     *
     * @param task what was to be done
     * @param reason why it cannot be done
     * @return a builder with image and Region
     */
    public Failure.Builder failure(String task, String reason) {
        Failure.Builder failure = Failure.of(task, reason);
        failure.resource(imageId.value()).region(region);
        return failure;
    }

    private static String advice(ImageState state) {
        return switch (state) {
            case PENDING -> "Wait until it is available";
            case DISABLED -> "Enable it first";
            default -> "Deregister it and make it anew";
        };
    }
}
