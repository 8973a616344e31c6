package dev.amis.create;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.guest.GuestScript;
import dev.amis.internal.Session;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.ParameterName;
import dev.amis.model.Tags;
import dev.amis.plan.PlanEngine;
import dev.amis.publish.ImagePointer;
import dev.amis.publish.ImagePublisher;
import dev.amis.verify.Verification;
import dev.amis.verify.VerifyImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All the way from an instance to an image that has been tested: prepare, stop, create, start again, verify, publish. Every
 * step but creating is there only if it is asked for. Each step of the chain makes a new value; nothing happens before {@link
 * #run()}.
 */
public final class Bake {

    /** The tags that a bake itself puts on an image, beside that of the request. */
    private static final Set<String> OWN_TAGS = Set.of(BakeMark.KEY, Verification.TAG);

    private static final int MOST_TAGS = 47;

    /** Stands for the image where the gate is put together, before there is one. */
    private static final ImageId NO_IMAGE_YET = ImageId.of("ami-00000000000000000");

    /** What is asked for beside the image itself. */
    record Steps(
            Optional<GuestScript> script,
            boolean stopping,
            Optional<VerifyImage> gate,
            List<ImagePublisher> publishers,
            Duration within,
            Optional<BakeJournal> journal) {}

    private final Session session;
    private final PlanEngine engine;
    private final ImageCreation creation;
    private final Steps steps;

    private Bake(Session session, PlanEngine engine, ImageCreation creation, Steps steps) {
        checkRoom(creation.unmarked().imageTags());
        this.session = session;
        this.engine = engine;
        this.creation = creation;
        this.steps = steps;
    }

    static Bake of(Session session, PlanEngine engine, ImageName name, InstanceId instance) {
        return new Bake(
                session,
                engine,
                new CreateImage(session, name).fromInstance(instance),
                new Steps(
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of(),
                        session.waitPolicy().deadline(),
                        Optional.empty()));
    }

    /**
     * Runs a script on the instance first, by Systems Manager. It runs again if the bake is run again before there is an
     * image, so that running it twice must be as running it once. With a {@linkplain #journal journal}, one that an earlier run
     * left at work is waited for first.
     *
     * @param script for example {@code GuestCleanup.standard().script()}
     * @return the changed bake
     */
    public Bake prepare(GuestScript script) {
        return with(new Steps(
                Optional.of(script),
                steps.stopping(),
                steps.gate(),
                steps.publishers(),
                steps.within(),
                steps.journal()));
    }

    /**
     * Stops the instance before the image is made, so that its file systems are whole, and starts it as soon as the image is
     * there. Without this it is rebooted, as EC2 does, or with {@link #noReboot()} goes on running.
     *
     * @return the changed bake
     */
    public Bake stoppingFirst() {
        return new Bake(
                session,
                engine,
                creation.noReboot(),
                new Steps(steps.script(), true, steps.gate(), steps.publishers(), steps.within(), steps.journal()));
    }

    /**
     * Leaves the instance running; the image is then only as whole as after a crash.
     *
     * @return the changed bake
     */
    public Bake noReboot() {
        return new Bake(session, engine, creation.noReboot(), steps);
    }

    /**
     * Tags the image and its snapshots.
     *
     * @param key the key
     * @param value the value
     * @return the changed bake
     * @throws IllegalArgumentException if the tag breaks EC2's rules, or there are too many
     */
    public Bake tag(String key, String value) {
        return new Bake(session, engine, creation.tag(key, value), steps);
    }

    /**
     * Puts a change log into the tags of the image.
     *
     * @param log what was changed
     * @return the changed bake
     * @throws IllegalArgumentException if there are too many tags
     */
    public Bake changeLog(ChangeLog log) {
        return new Bake(session, engine, creation.imageTags(log.tags()), steps);
    }

    /**
     * Changes the image that is asked for in other ways: description, volumes.
     *
     * @param change is given the request and answers the changed one
     * @return the changed bake
     */
    public Bake image(UnaryOperator<ImageCreation> change) {
        return new Bake(session, engine, change.apply(creation), steps);
    }

    /**
     * Tests the image before it is handed on. One that passes gets the tag {@code amis:verified}, by which the same
     * test, under whatever name of a run, is not made again. One that does not is
     * deregistered with its snapshots, unless it was there before the bake, may have been handed on, or something refers to it.
     * One that could not be tested, for example because EC2 had no capacity, stays for the next run. Types that cannot
     * launch the image are refused before anything is changed, as far as the instance and the image that it was launched from
     * tell: by architecture, virtualization, root device, boot mode, NitroTPM and number of volumes.
     *
     * @param gate is given a test without types and checks, and answers the test that is wanted
     * @return the changed bake
     */
    public Bake verifying(UnaryOperator<VerifyImage> gate) {
        VerifyImage test = gate.apply(new VerifyImage(session, NO_IMAGE_YET));
        return with(new Steps(
                steps.script(),
                steps.stopping(),
                Optional.of(test),
                steps.publishers(),
                steps.within(),
                steps.journal()));
    }

    /**
     * Hands the image on in the end. If a publisher fails, by whatever exception, what those before it did is taken back, the
     * last first.
     *
     * @param publisher where to
     * @return the changed bake
     */
    public Bake publishing(ImagePublisher publisher) {
        return with(new Steps(
                steps.script(),
                steps.stopping(),
                steps.gate(),
                Stream.concat(steps.publishers().stream(), Stream.of(publisher)).toList(),
                steps.within(),
                steps.journal()));
    }

    /**
     * Lets a parameter say the image in the end, and what it said before if a publisher after it fails. If there is a test
     * gate, the parameter is changed only with its result. A parameter that is somebody else's is refused before anything is
     * changed.
     *
     * @param parameter the name of the parameter, for example {@code /golden/web}
     * @return the changed bake
     * @throws IllegalArgumentException if it is no name of a parameter of one's own
     */
    public Bake publishingTo(String parameter) {
        return publishing(
                ImagePointer.of(session, engine, ParameterName.of(parameter)).publisher());
    }

    /**
     * Says how long preparing and making the image may take; the test has a limit of its own.
     *
     * @param limit by default that of the wait policy
     * @return the changed bake
     * @throws IllegalArgumentException if the duration is not positive
     */
    public Bake within(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit is " + limit + ", but must be positive");
        }
        return with(
                new Steps(steps.script(), steps.stopping(), steps.gate(), steps.publishers(), limit, steps.journal()));
    }

    /**
     * Writes down each step before it begins and when it has ended, also those of earlier runs with the same journal.
     *
     * @param journal for example {@link BakeJournal#inFile}; whoever opened it closes it
     * @return the changed bake
     */
    public Bake journal(BakeJournal journal) {
        return with(new Steps(
                steps.script(),
                steps.stopping(),
                steps.gate(),
                steps.publishers(),
                steps.within(),
                Optional.of(journal)));
    }

    /**
     * Says in words what {@link #run()} would do; no call is made, and neither values of tags nor lines of scripts are in it.
     *
     * @return the steps, one a line
     */
    public String describe() {
        StringBuilder out = new StringBuilder();
        steps.script()
                .ifPresent(script -> out.append("prepare: ").append(script).append('\n'));
        if (steps.stopping()) {
            out.append("stop ").append(creation.toRequest().instanceId()).append(" and start it again\n");
        }
        out.append(creation.describe()).append('\n');
        steps.gate()
                .ifPresent(
                        gate -> out.append("verify: ").append(gate.toRequest()).append('\n'));
        if (!steps.publishers().isEmpty()) {
            out.append("publish to ")
                    .append(steps.publishers().size())
                    .append(steps.publishers().size() == 1 ? " place\n" : " places\n");
        }
        return out.toString();
    }

    /**
     * Bakes the image. Blocks until all steps are done, or one has failed and the instance is back in the state it had.
     *
     * <p>Safe to run again, also in another process after a crash: what was done is found by tags on the image and the
     * instance, what is left is done, and there is one image in the end. An image that this bake made and that failed, or did not
     * pass its test, is removed with its snapshots, unless something refers to it. One that is still pending when time runs out,
     * or could not be tested, stays and is taken up by the next run. Where no run follows, {@code Amis.unfinishedBakes()} finds
     * what is left, by the tag {@code amis:bake} that instance and image carry until the bake is at its end.
     *
     * <p><b>Calls</b> {@code DescribeInstances}, {@code DescribeImages}, {@code CreateImage}, {@code DeleteTags}; to prepare
     * {@code ssm:DescribeInstanceInformation}, {@code ssm:SendCommand}, {@code ssm:GetCommandInvocation}; to stop {@code
     * CreateTags}, {@code StopInstances}, {@code StartInstances}; to verify {@code DescribeInstanceTypes}, what {@link
     * VerifyImage#run()} calls and {@code CreateTags}; to publish {@code CreateTags} and what the publishers call; after a
     * failure what deregistering an image calls.
     *
     * <p><b>Changes</b> a new image with snapshots; the instance as its script has it, and stopped or rebooted meanwhile.
     *
     * <p><b>Undo</b> deregister the image with its snapshots; what a script did on the instance cannot be undone.
     *
     * @return what was done; a failure is in it, {@link BakeReport#orThrow()} converts it
     * @throws UnsupportedCapabilityException before any call if the provider lacks what a step needs
     * @throws IllegalStateException before any call if the journal is about another bake
     */
    public BakeReport run() {
        require(steps.stopping() && session.here().instanceLifecycle().isEmpty(), "StopInstances");
        require(steps.gate().isPresent() && session.here().instanceLifecycle().isEmpty(), "RunInstances");
        boolean commands = steps.script().isPresent()
                || steps.gate()
                        .filter(gate -> !gate.toRequest().checks().isEmpty())
                        .isPresent();
        require(commands && session.here().commands().isEmpty(), "ssm:SendCommand");
        return new BakeRun(session, engine, steps, creation).run();
    }

    private static void checkRoom(Tags tags) {
        OWN_TAGS.stream().filter(tags::contains).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("tag key is '" + key + "', but that key is kept for the bake's own tag");
        });
        int count = tags.userTags().asMap().size();
        if (count > MOST_TAGS) {
            throw new IllegalArgumentException("tags of the image has " + count + " entries, but at most " + MOST_TAGS
                    + " are allowed: EC2 takes 50, and a bake puts 3 of its own");
        }
    }

    private void require(boolean missing, String operation) {
        if (missing) {
            throw new UnsupportedCapabilityException(Failure.of(operation, "the provider does not offer it")
                    .region(session.region())
                    .build());
        }
    }

    private Bake with(Steps changed) {
        return new Bake(session, engine, creation, changed);
    }

    @Override
    public String toString() {
        return describe();
    }
}
