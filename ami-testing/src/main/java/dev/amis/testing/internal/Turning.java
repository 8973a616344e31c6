package dev.amis.testing.internal;

import dev.amis.model.InstanceState;
import dev.amis.model.StateReason;
import dev.amis.model.StatusCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** How instances come up and go down, each step when its time comes. */
final class Turning {

    private static final StateReason BY_USER =
            new StateReason("Client.UserInitiatedShutdown", "Client.UserInitiatedShutdown: User initiated shutdown");

    private final World world;
    private final Staging staging;

    Turning(World world) {
        this.world = world;
        this.staging = new Staging(world);
    }

    /** Pending, then running with its checks going on, then as its boot wants it. */
    void start(InstanceRecord record) {
        start(record, world.now());
    }

    /** The same from a time that is over, where a long time passes at once. */
    void start(InstanceRecord record, Instant from) {
        enter(record, InstanceState.PENDING, Optional.empty());
        record.check(StatusCheck.NOT_APPLICABLE);
        later(record, from, world.dials().starting(), at -> started(record, at));
    }

    private void started(InstanceRecord record, Instant at) {
        Optional<StateReason> refusal = record.boot().refusal();
        if (refusal.isPresent()) {
            end(record, InstanceState.TERMINATED, refusal);
            return;
        }
        enter(record, InstanceState.RUNNING, Optional.empty());
        record.check(StatusCheck.INITIALIZING);
        later(record, at, world.dials().checking(), done -> {
            record.check(record.boot().check());
            record.bootedAt(done);
        });
    }

    /** Stopping, then stopped. */
    void stop(InstanceRecord record) {
        leave(record, InstanceState.STOPPING, InstanceState.STOPPED);
    }

    /** Shutting down, then terminated. */
    void terminate(InstanceRecord record) {
        leave(record, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);
    }

    private void leave(InstanceRecord record, InstanceState meanwhile, InstanceState last) {
        enter(record, meanwhile, Optional.of(BY_USER));
        record.check(StatusCheck.NOT_APPLICABLE);
        later(record, world.now(), world.dials().stopping(), at -> end(record, last, Optional.of(BY_USER)));
    }

    private void end(InstanceRecord record, InstanceState last, Optional<StateReason> why) {
        staging.turn(record, last);
        record.change(instance -> instance.withStateReason(why));
    }

    private static void enter(InstanceRecord record, InstanceState state, Optional<StateReason> why) {
        record.change(instance -> instance.withStateText(state.text()).withStateReason(why));
    }

    /** At once where no time is to pass, so that an instant account has it when the call returns. */
    private void later(InstanceRecord record, Instant from, Duration takes, Consumer<Instant> what) {
        if (takes.isZero()) {
            what.accept(from);
            return;
        }
        int turn = record.nextTurn();
        world.events().plan(from.plus(takes), at -> {
            if (record.isAtTurn(turn)) {
                what.accept(at);
            }
        });
    }
}
