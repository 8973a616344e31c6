package dev.amis.create;

import dev.amis.create.BakeStep.Kind;
import dev.amis.create.BakeStep.Outcome;
import dev.amis.error.AmiException;
import dev.amis.error.ImageFailedException;
import dev.amis.guest.GuestScript;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.RequestTag;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Tags;
import dev.amis.publish.ImagePublisher;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.verify.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a bake. What was done before it is read off the account: the image by its request tag, that it was tested by a
 * tag of its own, that the instance was stopped by the mark on it. So a run after a crash goes on where the last one ended.
 */
final class BakeRun {

    private final Session session;
    private final Bake.Steps steps;
    private final ImageCreation creation;
    private final BakeMark mark;
    private final SourceMark source;
    private final Instant deadline;
    private final BakeReport.Builder report = BakeReport.builder();
    private Optional<Image> image = Optional.empty();
    private Optional<Verification> verification = Optional.empty();
    private boolean restored = true;
    private boolean marked;

    BakeRun(Session session, Bake.Steps steps, ImageCreation unmarked) {
        this.session = session;
        this.steps = steps;
        CreateImageRequest request = unmarked.toRequest();
        InstanceId instance = request.instanceId();
        this.mark = BakeMark.making(
                BakeMark.digest(request.imageTags().get(RequestTag.KEY).orElseThrow()), instance);
        this.creation = unmarked.marked(mark.tags());
        this.source = new SourceMark(session, instance, mark.bake());
        this.deadline = session.now().plus(steps.within());
        report.name(request.name())
                .instanceId(instance)
                .region(session.region())
                .startedAt(session.now());
    }

    BakeReport run() {
        try {
            new BakeChecks(session, steps).publishers();
            make();
            startAgain();
            verify();
            publish();
            unmark();
        } catch (AmiException problem) {
            report.problem(problem);
            clear(problem);
        }
        return report.image(image).finishedAt(session.now()).build();
    }

    private void make() {
        Instance instance = source.settled();
        boolean stopped = source.isOn(instance);
        restored = !stopped;
        image = creation.made();
        if (image.isEmpty()) {
            new BakeChecks(session, steps).types(instance);
            boolean runs = instance.state() == InstanceState.RUNNING;
            if (!stopped || runs) {
                prepare(instance);
            }
            if (steps.stopping() && runs) {
                restored = false;
                source.stop(creation.toRequest().name().value());
                step(Kind.STOP, Outcome.DONE, "");
            }
        }
        boolean found = image.isPresent();
        saw(creation.start().await(Duration.between(session.now(), latest())));
        step(
                Kind.CREATE,
                found ? Outcome.FOUND_DONE : Outcome.DONE,
                image.orElseThrow().toString());
    }

    /** The mark is the bake's own affair: nobody is handed an image with it. */
    private void saw(Image made) {
        marked = made.tags().contains(BakeMark.KEY);
        image = Optional.of(made.withTags(made.tags().without(BakeMark.KEY)));
    }

    /** Making an image takes as long as it takes; a deadline that has passed meanwhile leaves it a look. */
    private Instant latest() {
        Instant soon = session.now().plusSeconds(1);
        return deadline.isAfter(soon) ? deadline : soon;
    }

    private void prepare(Instance instance) {
        if (steps.script().isPresent()) {
            GuestScript script = steps.script().get();
            new SourcePreparation(session, deadline).run(instance, script);
            step(Kind.PREPARE, Outcome.DONE, script.toString());
        }
    }

    private void startAgain() {
        if (!restored) {
            source.startAgain();
            restored = true;
            step(Kind.START, Outcome.DONE, "");
        }
    }

    private void verify() {
        Image made = image.orElseThrow();
        if (steps.gate().isEmpty()) {
            return;
        }
        if (made.tags().contains(Verification.TAG)) {
            step(Kind.VERIFY, Outcome.FOUND_DONE, "");
            return;
        }
        Verification result = steps.gate().get().of(made.imageId()).run();
        report.verification(result);
        verification = Optional.of(result);
        if (!result.passed()) {
            step(Kind.VERIFY, Outcome.FAILED, result.toString());
            result.orThrow();
        }
        step(Kind.VERIFY, Outcome.DONE, result.toString());
        Tags tested = result.tag();
        tag(made, tested);
        image = Optional.of(made.withTags(made.tags().with(tested)));
        step(Kind.TAG, Outcome.DONE, Verification.TAG);
    }

    /** From here on the image may be in somebody's hands, so that whoever finds its mark must not remove it. */
    private void publish() {
        if (steps.publishers().isEmpty()) {
            return;
        }
        Image made = image.orElseThrow();
        tag(made, mark.publishing().tags());
        marked = true;
        List<ImagePublisher> publishers = steps.gate().isEmpty()
                ? steps.publishers()
                : steps.publishers().stream()
                        .map(publisher -> publisher.afterGate(verification))
                        .toList();
        new BakePublishing(report).publish(made, publishers);
    }

    private void unmark() {
        if (marked) {
            String id = image.orElseThrow().imageId().value();
            session.here().tags().deleteTags(new DeleteTagsRequest(List.of(id), Set.of(BakeMark.KEY)));
            marked = false;
        }
    }

    private void tag(Image made, Tags tags) {
        session.here()
                .tags()
                .createTags(new CreateTagsRequest(List.of(made.imageId().value()), tags));
    }

    /** What must not stay goes, and the instance comes back; an image that may still become good stays. */
    private void clear(AmiException problem) {
        boolean interrupted = Thread.interrupted();
        try {
            if (problem instanceof ImageFailedException) {
                attempt("the image that failed is still there", this::removeFailed);
            }
            attempt(
                    "the instance is not back in the state that it had, as its tag " + BakeMark.KEY + " shows",
                    this::startAgain);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void removeFailed() {
        Optional<ImageId> failed = image.map(Image::imageId).or(creation::failed);
        if (failed.isEmpty()) {
            return;
        }
        if (ImageLookup.find(session.here(), failed.get()).isPresent()) {
            session.here().images().deregisterImage(new DeregisterImageRequest(failed.get(), true));
        }
        image = Optional.empty();
        step(Kind.REMOVE, Outcome.DONE, failed.get() + " with its snapshots");
    }

    private void attempt(String otherwise, Runnable undo) {
        try {
            undo.run();
        } catch (AmiException failed) {
            report.addLeftBehind(otherwise + ": " + failed.getMessage());
        }
    }

    private void step(Kind kind, Outcome outcome, String detail) {
        report.addStep(new BakeStep(kind, outcome, detail));
    }
}
