package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Polling;
import dev.amis.internal.Session;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.InstanceLifecyclePort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The instance that a bake stops and starts again. Before it is stopped it gets a tag that says by which bake; whoever finds
 * the tag after a crash knows that the instance ran, and lets it run again.
 */
final class SourceMark {

    /** Long enough for any shutdown; an instance that takes longer hangs. */
    private static final Duration TURNING = Duration.ofMinutes(20);

    private final Session session;
    private final InstanceId id;
    private final String bake;

    /** For a bake of this digest. */
    SourceMark(Session session, InstanceId id, String bake) {
        this.session = session;
        this.id = id;
        this.bake = bake;
    }

    /** As it is now; nothing if it is gone. */
    private Optional<Instance> read() {
        DescribeInstancesRequest question =
                DescribeInstancesRequest.builder().addInstanceId(id).build();
        try {
            return OwnResources.instances(session.here(), question).stream()
                    .filter(instance -> instance.state() != InstanceState.TERMINATED
                            && instance.state() != InstanceState.SHUTTING_DOWN)
                    .findFirst();
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    /** Whether this bake has stopped it, or is about to. */
    boolean isOn(Instance instance) {
        if (!instance.tags().contains(BakeMark.KEY)) {
            return false;
        }
        boolean ours = BakeMark.of(instance.tags())
                .filter(mark ->
                        mark.bake().equals(bake) && mark.whyNotOf(instance).isEmpty())
                .isPresent();
        if (!ours) {
            throw new ConflictException(failure("another bake of the instance goes on, or was left in the middle")
                    .advice("Run that one again, or end it with unfinishedBakes(); a tag " + BakeMark.KEY
                            + " that it does not list can be taken off")
                    .build());
        }
        return true;
    }

    /** The mark comes first: whoever dies in between leaves an instance that runs, and a tag. */
    void stop(String name) {
        BakeMark mark = BakeMark.stopping(bake, id, session.now(), name);
        session.here().tags().createTags(new CreateTagsRequest(List.of(id.value()), mark.tags()));
        lifecycle().stopInstances(List.of(id));
        if (!await(InstanceState.STOPPED)) {
            throw gone();
        }
    }

    /** Lets it run again, and takes the mark off once it was seen to run. Answers false if it is gone. */
    boolean startAgain() {
        Polling polling = polling();
        Optional<Instance> instance = read();
        while (instance.isPresent()) {
            if (!isTurning(instance.get()) && isStarted()) {
                return runs();
            }
            if (!polling.pause()) {
                throw late(instance.get(), InstanceState.RUNNING);
            }
            instance = read();
        }
        return false;
    }

    /** It is told to start even if it seems to run, which then changes nothing: a look may be older than the order to stop. */
    private boolean isStarted() {
        try {
            lifecycle().startInstances(List.of(id));
            return true;
        } catch (ConflictException stops) {
            if (!stops.hasCode("IncorrectInstanceState")) {
                throw stops;
            }
            return false;
        }
    }

    private boolean runs() {
        if (!await(InstanceState.RUNNING)) {
            return false;
        }
        session.here().tags().deleteTags(new DeleteTagsRequest(List.of(id.value()), Set.of(BakeMark.KEY)));
        return true;
    }

    /** The instance once it is neither coming up nor going down, or takes too long for that; nothing if it is gone. */
    Optional<Instance> settled() {
        Polling polling = polling();
        while (true) {
            Optional<Instance> instance = read();
            if (instance.filter(SourceMark::isTurning).isEmpty() || !polling.pause()) {
                return instance;
            }
        }
    }

    private static boolean isTurning(Instance instance) {
        return instance.state() == InstanceState.STOPPING || instance.state() == InstanceState.PENDING;
    }

    /** Answers false if it is gone. */
    private boolean await(InstanceState wanted) {
        Polling polling = polling();
        while (true) {
            Optional<Instance> instance = read();
            if (instance.isEmpty() || instance.get().state() == wanted) {
                return instance.isPresent();
            }
            if (!polling.pause()) {
                throw late(instance.get(), wanted);
            }
        }
    }

    private WaitTimeoutException late(Instance instance, InstanceState wanted) {
        return new WaitTimeoutException(failure("the instance was still " + instance.stateText() + " after "
                        + TURNING.toMinutes() + " minutes, but should be " + wanted)
                .advice("Run the bake again: it goes on from there")
                .build());
    }

    /** That there is no instance any more. */
    NotFoundException gone() {
        return new NotFoundException(
                failure("there is no such instance in this account and Region, or it was terminated")
                        .build());
    }

    private Polling polling() {
        Instant deadline = session.now().plus(TURNING);
        return new Polling(session, "bake", deadline);
    }

    private InstanceLifecyclePort lifecycle() {
        return session.here().instanceLifecycle().orElseThrow();
    }

    private Failure.Builder failure(String reason) {
        return Failure.of("bake", reason).resource(id.value()).region(session.region());
    }
}
