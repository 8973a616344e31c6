package dev.amis.create;

import dev.amis.create.BakeStep.Kind;
import dev.amis.create.BakeStep.Outcome;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.PlanEngine;
import dev.amis.spi.DeleteTagsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The end of one unfinished bake. What is there is read again first; the image goes, or loses its mark, last, so that
 * whoever dies in between leaves a mark by which the rest is found.
 */
final class BakeEnding {

    private static final String TASK = "end of a bake";

    private final Session session;
    private final PlanEngine engine;
    private final UnfinishedBake found;
    private final List<BakeStep> steps = new ArrayList<>();
    private Optional<ChangeReport> removal = Optional.empty();

    BakeEnding(Session session, PlanEngine engine, UnfinishedBake found) {
        this.session = session;
        this.engine = engine;
        this.found = found;
    }

    EndedBake takeBack() {
        return end(bake -> {
            if (bake.reached() == Kind.PUBLISH) {
                throw refused("its image may have been handed on", "Run the bake again, or keep the image");
            }
            startAgain(bake);
            bake.image().ifPresent(this::remove);
        });
    }

    EndedBake keepImage() {
        return end(bake -> {
            bake.image().filter(image -> image.state() != ImageState.AVAILABLE).ifPresent(image -> {
                throw refused("its image is " + image.stateText(), "Wait until it is available, or take it back");
            });
            startAgain(bake);
            bake.image().ifPresent(this::unmark);
        });
    }

    private interface Ending {
        void end(UnfinishedBake bake);
    }

    private EndedBake end(Ending ending) {
        Optional<AmiException> problem = Optional.empty();
        try {
            reread().ifPresent(ending::end);
        } catch (AmiException thrown) {
            problem = Optional.of(thrown);
        }
        return new EndedBake(found, steps, removal, problem);
    }

    /** As it is now; nothing if it came to its end meanwhile. */
    private Optional<UnfinishedBake> reread() {
        Optional<UnfinishedBake> now = new MarkedResources(session)
                .read().stream()
                        .filter(bake -> bake.bake().equals(found.bake())
                                && bake.instanceId().equals(found.instanceId())
                                && isSameImage(bake))
                        .findFirst();
        now.flatMap(UnfinishedBake::unproved).ifPresent(why -> {
            throw refused(why, "If it is known whose it is, take the tag " + BakeMark.KEY + " off");
        });
        now.filter(bake -> bake.reached() != found.reached()).ifPresent(bake -> {
            throw refused("it went on meanwhile and reached " + bake.reached(), "Let it go on, or look again");
        });
        return now;
    }

    private boolean isSameImage(UnfinishedBake bake) {
        Optional<Image> image = found.image();
        return image.isEmpty() || image.map(Image::imageId).equals(bake.image().map(Image::imageId));
    }

    private void startAgain(UnfinishedBake bake) {
        bake.instance().ifPresent(instance -> {
            boolean runs = new SourceMark(session, instance.instanceId(), bake.bake()).startAgain();
            steps.add(new BakeStep(
                    Kind.START,
                    runs ? Outcome.DONE : Outcome.FAILED,
                    instance.instanceId() + (runs ? "" : " is gone")));
        });
    }

    private void remove(Image image) {
        ChangeReport report = new BakeRemoval(session, engine).remove(image);
        removal = Optional.of(report);
        report.orThrow();
        steps.add(new BakeStep(Kind.REMOVE, Outcome.DONE, image.imageId() + " with its snapshots"));
    }

    private void unmark(Image image) {
        session.here()
                .tags()
                .deleteTags(new DeleteTagsRequest(List.of(image.imageId().value()), Set.of(BakeMark.KEY)));
        steps.add(new BakeStep(Kind.TAG, Outcome.DONE, image.imageId() + " has no tag " + BakeMark.KEY + " any more"));
    }

    private ConflictException refused(String why, String advice) {
        return new ConflictException(Failure.of(TASK, why)
                .resource(found.image()
                        .map(image -> image.imageId().value())
                        .or(() -> found.instanceId().map(id -> id.value())))
                .region(found.region())
                .advice(advice)
                .build());
    }
}
