package dev.amis.create;

import dev.amis.create.BakeStep.Kind;
import dev.amis.create.BakeStep.Outcome;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.InvalidRequestException;
import dev.amis.guest.GuestScript;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.RemoteCommands;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Tags;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandStatus;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.SendCommandRequest;
import dev.amis.verify.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a bake. What was done before it is read off the account: the image by its request tag, that it was tested by a
 * tag of its own, that the instance was stopped by the mark on it. So a run after a crash goes on where the last one ended.
 */
final class BakeRun {

    private final Session session;
    private final Bake.Steps steps;
    private final ImageCreation creation;
    private final SourceMark source;
    private final Instant deadline;
    private final BakeReport.Builder report = BakeReport.builder();
    private Optional<Image> image = Optional.empty();
    private boolean restored = true;

    BakeRun(Session session, Bake.Steps steps, ImageCreation creation, String digest) {
        this.session = session;
        this.steps = steps;
        this.creation = creation;
        InstanceId instance = creation.toRequest().instanceId();
        this.source = new SourceMark(session, instance, digest);
        this.deadline = session.now().plus(steps.within());
        report.name(creation.toRequest().name())
                .instanceId(instance)
                .region(session.region())
                .startedAt(session.now());
    }

    BakeReport run() {
        try {
            make();
            startAgain();
            verify();
            publish();
        } catch (AmiException problem) {
            report.problem(problem);
            clear(problem);
        }
        return report.image(image).finishedAt(session.now()).build();
    }

    private void make() {
        Instance instance = source.settled();
        boolean marked = source.isOn(instance);
        restored = !marked;
        image = creation.made();
        if (image.isEmpty()) {
            boolean runs = instance.state() == InstanceState.RUNNING;
            boolean prepared = marked && !runs;
            if (!prepared) {
                prepare(instance, runs);
            }
            if (steps.stopping() && runs) {
                restored = false;
                source.stop();
                step(Kind.STOP, Outcome.DONE, "");
            }
        }
        boolean found = image.isPresent();
        image = Optional.of(creation.start().await(Duration.between(session.now(), latest())));
        step(Kind.CREATE, found ? Outcome.FOUND_DONE : Outcome.DONE, image.get().toString());
    }

    /** Making an image takes as long as it takes; a deadline that has passed meanwhile leaves it a look. */
    private Instant latest() {
        Instant soon = session.now().plusSeconds(1);
        return deadline.isAfter(soon) ? deadline : soon;
    }

    private void prepare(Instance instance, boolean runs) {
        if (steps.script().isEmpty()) {
            return;
        }
        if (!runs) {
            throw new ConflictException(
                    failure("it is " + instance.stateText() + ", and a script runs only on a" + " running instance")
                            .advice("Start it first, or bake without preparing")
                            .build());
        }
        GuestScript script = steps.script().get();
        RemoteCommands commands = new RemoteCommands(session, deadline);
        InstanceId id = instance.instanceId();
        if (commands.awaitManaged(List.of(id)).isEmpty()) {
            throw new InvalidRequestException(failure("Systems Manager does not manage it, so no script can be run")
                    .advice("It needs the agent, an instance profile that lets it in, and a way to the endpoints")
                    .build());
        }
        CommandInvocation told = commands.run(SendCommandRequest.builder()
                        .documentName(script.language().ssmDocument())
                        .addInstanceId(id)
                        .addAllCommands(script.lines())
                        .comment("amis: prepare for an image")
                        .build())
                .get(id);
        if (told == null || told.status() != CommandStatus.SUCCESS) {
            throw new ConflictException(failure("the script that prepares it did not succeed: "
                            + (told == null ? "nothing is known of it" : told.statusDetails() + ", " + last(told)))
                    .advice("Look at what it printed, put that right, and run the bake again")
                    .build());
        }
        step(Kind.PREPARE, Outcome.DONE, script.toString());
    }

    /** The last line that the script printed: guest scripts fail loudly there. */
    private static String last(CommandInvocation told) {
        String printed = told.standardError().isBlank() ? told.standardOutput() : told.standardError();
        return printed.lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElse("and it printed nothing");
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
        if (made.tags().contains(Bake.VERIFIED)) {
            step(Kind.VERIFY, Outcome.FOUND_DONE, "");
            return;
        }
        Verification verification = steps.gate().get().of(made.imageId()).run();
        report.verification(verification);
        if (!verification.passed()) {
            step(Kind.VERIFY, Outcome.FAILED, verification.toString());
            verification.orThrow();
        }
        step(Kind.VERIFY, Outcome.DONE, verification.toString());
        Tags tested = Tags.of(Bake.VERIFIED, verification.id());
        session.here()
                .tags()
                .createTags(new CreateTagsRequest(List.of(made.imageId().value()), tested));
        image = Optional.of(made.withTags(made.tags().with(tested)));
        step(Kind.TAG, Outcome.DONE, Bake.VERIFIED);
    }

    private void publish() {
        for (BakePublisher publisher : steps.publishers()) {
            step(Kind.PUBLISH, Outcome.DONE, publisher.publish(image.orElseThrow()));
        }
    }

    /** What must not stay goes, and the instance comes back; an image that may still become good stays. */
    private void clear(AmiException problem) {
        boolean interrupted = Thread.interrupted();
        try {
            if (problem instanceof ImageFailedException) {
                attempt("the image that failed is still there", this::removeFailed);
            }
            attempt(
                    "the instance is not back in the state that it had, as its tag " + SourceMark.KEY + " shows",
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

    private Failure.Builder failure(String reason) {
        return Failure.of("bake", reason)
                .resource(creation.toRequest().instanceId().value())
                .region(session.region());
    }
}
