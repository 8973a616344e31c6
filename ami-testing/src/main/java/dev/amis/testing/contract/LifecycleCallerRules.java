package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.NotFoundException;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may change the life of an image. */
abstract class LifecycleCallerRules extends Rules {

    @TestFactory
    Stream<DynamicTest> unknownImageIsRefused() {
        return calls().map(call -> DynamicTest.dynamicTest(
                call.name(),
                () -> refused(
                        NotFoundException.class,
                        "InvalidAMIID.NotFound",
                        () -> call.body().accept(owner, UNKNOWN_IMAGE))));
    }

    @TestFactory
    Stream<DynamicTest> recipientOfAnImageIsRefused() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);
        return calls().map(call -> DynamicTest.dynamicTest(call.name(), () -> {
            refused(AccessDeniedException.class, () -> call.body().accept(stranger, image));
            assertThat(owner.image(image).state()).isEqualTo(ImageState.AVAILABLE);
        }));
    }

    private record Call(String name, BiConsumer<Actor, ImageId> body) {}

    private Stream<Call> calls() {
        return Stream.of(
                new Call("deprecate", (actor, image) -> actor.lifecycle().enableImageDeprecation(image, inDays(30))),
                new Call("un-deprecate", (actor, image) -> actor.lifecycle().disableImageDeprecation(image)),
                new Call("disable", (actor, image) -> actor.lifecycle().disableImage(image)),
                new Call("enable", (actor, image) -> actor.lifecycle().enableImage(image)),
                new Call(
                        "protect",
                        (actor, image) -> actor.lifecycle().enableImageDeregistrationProtection(image, false)),
                new Call("unprotect", (actor, image) -> actor.lifecycle().disableImageDeregistrationProtection(image)));
    }

    private Instant inDays(int days) {
        return owner.now().plus(Duration.ofDays(days));
    }
}
