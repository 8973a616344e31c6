package dev.amis.internal;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The name that an image is to have. Names are unique for an account in a Region, which makes the name what a client token
 * is elsewhere: whoever makes an image again by the same request finds the one that is there, and never makes two.
 */
public final class NameClaim {

    private final Session session;
    private final Region region;
    private final String operation;
    private final ImageName name;
    private final Function<Image, Optional<String>> whyNotOurs;

    /**
     * Claims a name; no call is made.
     *
     * @param session the account
     * @param region where
     * @param operation the EC2 action that makes the image, for messages
     * @param name the name
     * @param whyNotOurs why an image does not come from this request, half a sentence; nothing if it provably does
     */
    public NameClaim(
            Session session,
            Region region,
            String operation,
            ImageName name,
            Function<Image, Optional<String>> whyNotOurs) {
        this.session = session;
        this.region = region;
        this.operation = operation;
        this.name = name;
        this.whyNotOurs = whyNotOurs;
    }

    /**
     * Looks for the image that has the name.
     *
     * @return the image if this request made it; nothing if the name is free as far as can be seen
     * @throws ImageFailedException if this request made it and it failed
     * @throws ConflictException if something else has the name, or it is disabled
     */
    public Optional<Image> holder() {
        Optional<String> stranger = Optional.empty();
        for (Image holder : holders()) {
            Optional<String> why = whyNotOurs.apply(holder);
            if (why.isEmpty()) {
                return Optional.of(usable(holder));
            }
            stranger = Optional.of("the name is taken by " + holder + ", " + why.get());
        }
        if (stranger.isPresent()) {
            throw new ConflictException(failure(stranger.get())
                    .advice("Choose another name, or deregister that image if it is not needed")
                    .build());
        }
        return Optional.empty();
    }

    /**
     * Makes the image, or finds it if it has been made after all: after a lost answer, and when EC2 says that the name is
     * taken by an image which cannot be seen yet. EC2 refuses a taken name without doing anything, so asking again is safe.
     *
     * @param call makes the image
     * @return the id of the image, made now or before
     * @throws OutcomeUnknownException if it cannot be told within the grace whether it was made
     * @throws ConflictException if something else has the name
     * @throws AmiException if making it failed
     */
    public ImageId make(Supplier<ImageId> call) {
        Instant giveUp = session.now().plus(session.waitPolicy().visibilityGrace());
        Pauses pauses = new Pauses(session.waitPolicy(), session.random());
        while (true) {
            AmiException obstacle;
            try {
                return call.get();
            } catch (OutcomeUnknownException lost) {
                obstacle = lost;
            } catch (ConflictException conflict) {
                if (!conflict.hasCode("InvalidAMIName.Duplicate")) {
                    throw conflict;
                }
                obstacle = conflict;
            }
            Optional<Image> holder = holder();
            if (holder.isPresent()) {
                return holder.get().imageId();
            }
            if (!session.now().isBefore(giveUp)) {
                throw gaveUp(obstacle);
            }
            pause(pauses);
        }
    }

    private List<Image> holders() {
        DescribeImagesRequest question = DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilter(Filter.of("name", Filter.literal(name.value())))
                .includeDeprecated(true)
                .includeDisabled(true)
                .build();
        return Pages.all(
                        "DescribeImages",
                        token -> session.in(region).images().describeImages(question.withNextToken(token)))
                .stream()
                .filter(image -> image.state() != ImageState.DEREGISTERED)
                .toList();
    }

    private Image usable(Image image) {
        if (image.state().endsWaiting()) {
            throw new ImageFailedException(EndOfWaiting.failure(image)
                    .withOperation(operation)
                    .withReason("this request made " + image + " before, and "
                            + EndOfWaiting.failure(image).reason()));
        }
        if (image.state() == ImageState.DISABLED) {
            throw new ConflictException(failure("this request made " + image + " before, and it has been disabled")
                    .advice("Enable it, or choose another name")
                    .build());
        }
        return image;
    }

    private AmiException gaveUp(AmiException obstacle) {
        String advice = "Start the same request again later: it finds out by the name, and makes nothing twice";
        return obstacle instanceof OutcomeUnknownException
                ? new OutcomeUnknownException(obstacle.failure().withAdvice(advice), obstacle)
                : new ConflictException(obstacle.failure().withAdvice(advice), obstacle);
    }

    private void pause(Pauses pauses) {
        try {
            session.sleeper().sleep(pauses.next());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(
                    failure("the thread was interrupted before it was known whether the image was made")
                            .advice("Start the same request again: it finds out by the name, and makes nothing twice")
                            .build(),
                    interrupted);
        }
    }

    private Failure.Builder failure(String reason) {
        return Failure.of(operation, reason).resource(name.value()).region(region);
    }
}
