package dev.amis.create;

import dev.amis.create.BakeStep.Kind;
import dev.amis.create.BakeStep.Outcome;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.ImageFailedException;
import dev.amis.guest.GuestScript;
import dev.amis.internal.RequestTag;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Tags;
import dev.amis.plan.PlanEngine;
import dev.amis.publish.ImagePublisher;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
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
    private final PlanEngine engine;
    private final Bake.Steps steps;
    private final ImageCreation creation;
    private final BakeMark mark;
    private final SourceMark source;
    private final Instant deadline;
    private final BakeReport.Builder report = BakeReport.builder();
    private final BakeNotes notes;
    private Optional<Image> image = Optional.empty();
    private Optional<Verification> verification = Optional.empty();
    private boolean condemned;
    private boolean restored = true;
    private boolean marked;

    BakeRun(Session session, PlanEngine engine, Bake.Steps steps, ImageCreation unmarked) {
        this.session = session;
        this.engine = engine;
        this.steps = steps;
        CreateImageRequest request = unmarked.toRequest();
        InstanceId instance = request.instanceId();
        this.mark = BakeMark.making(
                BakeMark.digest(request.imageTags().get(RequestTag.KEY).orElseThrow()),
                instance,
                request.name().value());
        this.creation = unmarked.marked(mark.tags());
        this.source = new SourceMark(session, instance, mark.bake());
        this.deadline = session.now().plus(steps.within());
        this.notes = new BakeNotes(session, steps.journal(), report);
        report.name(request.name())
                .instanceId(instance)
                .region(session.region())
                .startedAt(session.now());
    }

    BakeReport run() {
        CreateImageRequest request = creation.toRequest();
        try {
            notes.begin(new BakeEntry.Run(
                    session.now(), mark.bake(), request.name(), request.instanceId(), session.region()));
            new BakeChecks(session, steps).publishers();
            createOrFind();
            startAgain();
            verify();
            publish();
            unmark();
        } catch (AmiException problem) {
            report.problem(problem);
            clear();
        }
        report.image(image);
        return notes.done();
    }

    private void createOrFind() {
        try {
            make();
        } catch (ImageFailedException failed) {
            condemned = true;
            throw failed;
        }
    }

    private void make() {
        Optional<Instance> instance = source.settled();
        boolean stopped = instance.filter(source::isOn).isPresent();
        restored = !stopped;
        image = creation.made();
        boolean found = image.isPresent();
        if (!found) {
            ready(instance.orElseThrow(source::gone), stopped);
        }
        notes.begun(Kind.CREATE, image.map(Image::toString).orElse(""));
        saw(creation.start().await(Duration.between(session.now(), latest())));
        notes.ended(
                Kind.CREATE,
                found ? Outcome.FOUND_DONE : Outcome.DONE,
                image.orElseThrow().toString());
    }

    private void ready(Instance instance, boolean stopped) {
        new BakeChecks(session, steps).types(instance, creation.unmarked().blockDeviceMappings());
        boolean runs = instance.state() == InstanceState.RUNNING;
        if (runs) {
            awaitOpenCommand(instance);
        }
        if (!stopped || runs) {
            prepare(instance);
        }
        if (steps.stopping() && runs) {
            notes.begun(Kind.STOP, "");
            restored = false;
            source.stop(creation.toRequest().name().value());
            notes.ended(Kind.STOP, Outcome.DONE, "");
        }
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

    /** Two clean-ups at a time would remove what the other one needs, and the image must not be made in the middle of one. */
    private void awaitOpenCommand(Instance instance) {
        if (notes.openCommand().isPresent()) {
            String command = notes.openCommand().get();
            new SourcePreparation(session, deadline).awaitEnd(instance, command);
            notes.ended(
                    Kind.PREPARE, Outcome.FOUND_DONE, "the script of an earlier run, " + command + ", is at its end");
        }
    }

    private void prepare(Instance instance) {
        if (steps.script().isPresent()) {
            GuestScript script = steps.script().get();
            notes.begun(Kind.PREPARE, script.toString());
            try {
                new SourcePreparation(session, deadline).run(instance, script, notes::sent);
            } catch (ConflictException failed) {
                notes.ended(Kind.PREPARE, Outcome.FAILED, script.toString());
                throw failed;
            }
            notes.ended(Kind.PREPARE, Outcome.DONE, script.toString());
        }
    }

    private void startAgain() {
        if (!restored) {
            notes.begun(Kind.START, "");
            boolean runs = source.startAgain();
            restored = true;
            notes.ended(Kind.START, runs ? Outcome.DONE : Outcome.FAILED, runs ? "" : "the instance is gone");
        }
    }

    private void verify() {
        Image made = image.orElseThrow();
        if (steps.gate().isEmpty()) {
            return;
        }
        BakeGate gate = new BakeGate(steps.gate().get());
        if (gate.isPassedBy(made)) {
            notes.ended(Kind.VERIFY, Outcome.FOUND_DONE, "");
            return;
        }
        notes.begun(Kind.VERIFY, "");
        Verification result = gate.run(made.imageId());
        report.verification(result);
        verification = Optional.of(result);
        if (!result.passed()) {
            notes.ended(Kind.VERIFY, Outcome.FAILED, result.toString());
            condemned = BakeGate.condemns(result);
            if (!condemned) {
                notes.leftBehind(made.imageId() + " was not tested, and stays for the next run");
                throw BakeGate.untested(result);
            }
            result.orThrow();
        }
        notes.ended(Kind.VERIFY, Outcome.DONE, result.toString());
        Tags tested = gate.tag(made.imageId());
        tag(made, tested);
        image = Optional.of(made.withTags(made.tags().with(tested)));
        notes.ended(Kind.TAG, Outcome.DONE, Verification.TAG);
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
                        .map(publisher -> BakePublishing.asked(() -> publisher.afterGate(verification)))
                        .toList();
        new BakePublishing(notes).publish(made, publishers);
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

    /** An image that is known to be bad goes, and the instance comes back; one that may still become good stays. */
    private void clear() {
        boolean interrupted = Thread.interrupted();
        notes.cleaning();
        try {
            if (condemned) {
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
        notes.begun(Kind.REMOVE, failed.get().toString());
        new BakeRemoval(session, engine).removeFailed(failed.get(), mark, verification);
        image = Optional.empty();
        notes.ended(Kind.REMOVE, Outcome.DONE, failed.get() + " with its snapshots");
    }

    private void attempt(String otherwise, Runnable undo) {
        try {
            undo.run();
        } catch (AmiException failed) {
            notes.leftBehind(otherwise + ": " + failed.getMessage());
        }
    }
}
