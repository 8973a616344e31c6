package dev.amis.rollout;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.ParameterMark;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.Parameter;
import dev.amis.spi.RegionalProvider;

/** Looks at a parameter that an image is rolled out to, and refuses what is not there, not ours or not one image. */
final class PointerPlanning {

    private PointerPlanning() {}

    static PointerTarget target(Session session, Asked.NamedPointer named, Image image) {
        RegionalProvider region = session.in(named.region());
        Image now = ImageLookup.find(region, image.imageId())
                .orElseThrow(() -> new NotFoundException(
                        failure(named, image.imageId() + " does not exist, or is not visible")
                                .build(),
                        null));
        now.whyNot(ImageOperation.LAUNCH).ifPresent(why -> {
            throw new ConflictException(failure(named, image.imageId() + " cannot be launched: " + why)
                    .advice("Roll out an image that is available")
                    .build());
        });
        Parameter described = Pointers.describe(region, named.name()).orElseThrow(() -> missing(named));
        if (!Pointers.isPointer(described)) {
            throw new ConflictException(failure(named, "it is a parameter of another type")
                    .advice("Choose another name")
                    .build());
        }
        if (!ParameterMark.isOn(described)) {
            throw new ConflictException(failure(named, "it was made by something else")
                    .advice("Take it over first by amis.pointer(name).to(image).takingOver()")
                    .build());
        }
        Parameter says = Pointers.find(region, named.name()).orElseThrow(() -> missing(named));
        if (says.imageIds().size() != 1) {
            throw new ConflictException(
                    failure(named, "it does not say one image").build());
        }
        return PointerTarget.builder()
                .region(named.region())
                .parameter(named.name())
                .image(says.imageIds().iterator().next())
                .newImage(image.imageId())
                .build();
    }

    private static NotFoundException missing(Asked.NamedPointer named) {
        return new NotFoundException(
                failure(named, "there is no such parameter")
                        .advice("Publish it first by amis.pointer(name).to(image)")
                        .build(),
                null);
    }

    private static Failure.Builder failure(Asked.NamedPointer named, String why) {
        return Failure.of("roll-out", why).resource(named.name().value()).region(named.region());
    }
}
