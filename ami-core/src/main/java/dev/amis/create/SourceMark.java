package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.internal.Pages;
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

    Instance read() {
        DescribeInstancesRequest question =
                DescribeInstancesRequest.builder().addInstanceId(id).build();
        List<Instance> found = Pages.all(
                "DescribeInstances",
                token -> session.here().instances().describeInstances(question.withNextToken(token)));
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException(failure("there is no such instance in this account and Region")
                        .build()));
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
        await(InstanceState.STOPPED);
    }

    /** Lets it run again if it does not, and takes the mark off last. */
    void startAgain() {
        Instance instance = settled();
        if (instance.state() == InstanceState.STOPPED) {
            lifecycle().startInstances(List.of(id));
            await(InstanceState.RUNNING);
        }
        session.here().tags().deleteTags(new DeleteTagsRequest(List.of(id.value()), Set.of(BakeMark.KEY)));
    }

    /** The instance once it is neither coming up nor going down. */
    Instance settled() {
        Polling polling = polling();
        while (true) {
            Instance instance = read();
            boolean turning = instance.state() == InstanceState.STOPPING || instance.state() == InstanceState.PENDING;
            if (!turning || !polling.pause()) {
                return instance;
            }
        }
    }

    private void await(InstanceState wanted) {
        Polling polling = polling();
        while (true) {
            Instance instance = read();
            if (instance.state() == wanted) {
                return;
            }
            boolean gone =
                    instance.state() == InstanceState.TERMINATED || instance.state() == InstanceState.SHUTTING_DOWN;
            if (gone) {
                throw new ConflictException(
                        failure("the instance is " + instance.stateText() + ", but should be " + wanted + " by now")
                                .build());
            }
            if (!polling.pause()) {
                throw new WaitTimeoutException(failure("the instance was still " + instance.stateText() + " after "
                                + TURNING.toMinutes() + " minutes, but should be " + wanted)
                        .advice("Run the bake again: it goes on from there")
                        .build());
            }
        }
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
