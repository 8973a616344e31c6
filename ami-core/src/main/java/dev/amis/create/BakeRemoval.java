package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Polling;
import dev.amis.internal.Session;
import dev.amis.internal.Subject;
import dev.amis.lifecycle.Lifecycle;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.PlanEngine;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.verify.TestedInstance;
import dev.amis.verify.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes the image of a bake away with its snapshots, as whoever deregisters an image: not if something refers to it. */
final class BakeRemoval {

    /** Instances that are ended hold their image until they are gone. */
    private static final Duration ENDING = Duration.ofMinutes(10);

    private final Session session;
    private final PlanEngine engine;

    BakeRemoval(Session session, PlanEngine engine) {
        this.session = session;
        this.engine = engine;
    }

    ChangeReport remove(Image image) {
        return new Lifecycle(new Subject(session, image.region(), image.imageId()), engine)
                .deregister()
                .withSnapshots()
                .apply();
    }

    /**
     * Takes away the image of a bake that failed. The mark goes as soon as the bake is at its end and is another one while the
     * image is handed on, so that an image that carries it is the bake's own, and in nobody's hands.
     */
    void removeFailed(ImageId id, BakeMark making, Optional<Verification> test) {
        test.ifPresent(this::awaitEnd);
        Optional<Image> found = ImageLookup.find(session.here(), id);
        if (found.isEmpty()) {
            return;
        }
        Image image = found.get();
        boolean own = BakeMark.of(image.tags()).equals(Optional.of(making))
                && making.whyNotOf(image).isEmpty();
        if (!own) {
            throw new ConflictException(Failure.of(
                            "bake",
                            "it does not carry the mark of this bake while it is made: it was"
                                    + " there before, or may have been handed on")
                    .resource(id.value())
                    .region(session.region())
                    .advice("Deregister it if nobody needs it")
                    .build());
        }
        remove(image).orThrow();
    }

    private void awaitEnd(Verification test) {
        List<InstanceId> ended = test.instances().stream()
                .filter(TestedInstance::terminated)
                .flatMap(instance -> instance.instanceId().stream())
                .toList();
        Polling polling = new Polling(session, "bake", session.now().plus(ENDING));
        while (!ended.isEmpty() && areThere(ended)) {
            if (!polling.pause()) {
                return;
            }
        }
    }

    private boolean areThere(List<InstanceId> ids) {
        DescribeInstancesRequest question =
                DescribeInstancesRequest.builder().addAllInstanceIds(ids).build();
        try {
            return OwnResources.instances(session.here(), question).stream()
                    .anyMatch(instance -> instance.state() != InstanceState.TERMINATED);
        } catch (NotFoundException gone) {
            return false;
        }
    }
}
