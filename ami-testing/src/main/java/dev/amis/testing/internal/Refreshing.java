package dev.amis.testing.internal;

import dev.amis.model.AutoScalingInstance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.model.InstanceState;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.StatusCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Instance refreshes as time passes: some instances are replaced, the new ones are watched until their checks are through,
 * then come the next. An instance that comes up badly makes the refresh fail at once, where Auto Scaling would try others
 * for up to an hour.
 *
 * <p>Instances that are protected from scale in or in standby are replaced, passed over or waited for as the refresh was told,
 * which waits an hour and fails then. UNVERIFIED: that all others are replaced first, the words of the failure, what is done about
 * an instance that is both, and that nothing comes in the place of one that is terminated in standby where the group has as many as
 * it desires in service.
 */
final class Refreshing {

    private static final int USUALLY_HEALTHY = 90;
    private static final Duration USUAL_DELAY = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final World world;
    private final GroupLaunches launches;

    Refreshing(World world) {
        this.world = world;
        this.launches = new GroupLaunches(world);
    }

    void begin(Call call, Refresh refresh) {
        later(refresh, world.now(), Duration.ZERO, at -> {
            refresh.enter(InstanceRefreshStatus.IN_PROGRESS);
            step(call, refresh, at);
        });
    }

    void cancel(Call call, Refresh refresh) {
        comeUp(call, refresh, world.now());
        refresh.enter(InstanceRefreshStatus.CANCELLING);
        later(
                refresh,
                world.now(),
                world.dials().stopping(),
                at -> refresh.end(InstanceRefreshStatus.CANCELLED, Optional.of("Cancelled by the user."), at));
    }

    /** What was launched already is judged, though nobody waits for it. */
    private void comeUp(Call call, Refresh refresh, Instant from) {
        List<InstanceId> warming = List.copyOf(refresh.warming());
        Dials dials = world.dials();
        world.events()
                .plan(
                        from.plus(dials.starting()),
                        started -> world.events()
                                .plan(
                                        started.plus(dials.checking()),
                                        at -> warming.forEach(id -> group(call, refresh)
                                                .mark(id, isWell(call, id) ? "Healthy" : "Unhealthy"))));
    }

    void turnBack(Call call, Refresh refresh, String why, Instant at) {
        refresh.turnBack(why);
        later(refresh, at, Duration.ZERO, now -> step(call, refresh, now));
    }

    private void step(Call call, Refresh refresh, Instant at) {
        RefreshPreferences preferences = refresh.request().preferences();
        Optional<String> alarm = preferences.alarms().stream()
                .filter(world.dials().alarms()::contains)
                .findFirst();
        if (alarm.isPresent() && !refresh.isGoingBack()) {
            fail(call, refresh, "The alarm " + alarm.get() + " went into the ALARM state.", at);
            return;
        }
        group(call, refresh).passOver();
        Integer checkpoint = refresh.checkpoints().peek();
        if (checkpoint != null && refresh.percent() >= checkpoint) {
            refresh.checkpoints().remove();
            boolean last = refresh.checkpoints().isEmpty();
            Duration delay = preferences.checkpointDelay().orElse(USUAL_DELAY);
            later(refresh, at, checkpoint == 100 ? Duration.ZERO : delay, now -> {
                if (last) {
                    succeed(call, refresh, now);
                } else {
                    step(call, refresh, now);
                }
            });
        } else if (refresh.old().isEmpty()) {
            succeed(call, refresh, at);
        } else if (group(call, refresh).next().isEmpty()) {
            await(call, refresh, at);
        } else {
            replace(call, refresh, at);
        }
    }

    private void await(Call call, Refresh refresh, Instant at) {
        if (at.isBefore(refresh.waitingSince(at).plus(PATIENCE))) {
            later(refresh, at, LOOK, now -> step(call, refresh, now));
        } else {
            fail(
                    call,
                    refresh,
                    "The instances " + refresh.old() + " are still protected from scale in or in standby.",
                    at);
        }
    }

    private void replace(Call call, Refresh refresh, Instant at) {
        int healthy = refresh.request().preferences().minHealthyPercentage().orElse(USUALLY_HEALTHY);
        int batch = Math.max(1, refresh.total() * (100 - healthy) / 100);
        try {
            Optional<InstanceId> old = group(call, refresh).next();
            for (int nth = 0; nth < batch && old.isPresent(); nth++) {
                replace(call, refresh, old.get(), at);
                old = group(call, refresh).next();
            }
        } catch (Ec2Error refused) {
            fail(call, refresh, "Could not launch an instance: " + refused.reason(), at);
            return;
        }
        Dials dials = world.dials();
        Duration warmup = refresh.request().preferences().instanceWarmup().orElse(Duration.ZERO);
        later(
                refresh,
                at,
                dials.starting(),
                started -> later(refresh, started, dials.checking().plus(warmup), done -> judge(call, refresh, done)));
    }

    private void replace(Call call, Refresh refresh, InstanceId old, Instant at) {
        RefreshedGroup group = group(call, refresh);
        if (!group.isToSpare(old)) {
            AutoScalingInstance made = launches.launch(call, refresh.request().name(), refresh.target(), at);
            refresh.launched(made.instanceId());
            group.add(made);
        }
        refresh.take(old);
        launches.terminate(call, old);
        group.remove(old);
    }

    private void judge(Call call, Refresh refresh, Instant at) {
        List<InstanceId> judged = new ArrayList<>(refresh.warming());
        List<InstanceId> bad = judged.stream().filter(id -> !isWell(call, id)).toList();
        refresh.warming().removeIf(id -> !bad.contains(id));
        for (InstanceId id : judged) {
            String health = bad.contains(id) ? "Unhealthy" : "Healthy";
            group(call, refresh).mark(id, health);
        }
        if (bad.isEmpty()) {
            step(call, refresh, at);
        } else {
            fail(call, refresh, "The instance " + bad.get(0) + " did not become healthy.", at);
        }
    }

    private boolean isWell(Call call, InstanceId id) {
        return world.in(call.region())
                .instances()
                .find(id.value())
                .filter(record -> record.is(InstanceState.RUNNING) && record.check() == StatusCheck.OK)
                .isPresent();
    }

    private void succeed(Call call, Refresh refresh, Instant at) {
        if (refresh.isGoingBack()) {
            refresh.end(InstanceRefreshStatus.ROLLBACK_SUCCESSFUL, Optional.empty(), at);
            return;
        }
        refresh.end(InstanceRefreshStatus.SUCCESSFUL, Optional.empty(), at);
        refresh.request()
                .desiredConfiguration()
                .ifPresent(desired -> group(call, refresh).launchFrom(desired));
    }

    private void fail(Call call, Refresh refresh, String why, Instant at) {
        if (refresh.isGoingBack()) {
            refresh.end(InstanceRefreshStatus.ROLLBACK_FAILED, Optional.of(why), at);
        } else if (refresh.request().preferences().autoRollback()) {
            turnBack(call, refresh, why, at);
        } else {
            refresh.end(InstanceRefreshStatus.FAILED, Optional.of(why), at);
        }
    }

    private void later(Refresh refresh, Instant from, Duration takes, Consumer<Instant> what) {
        int turn = refresh.turn();
        world.events().plan(from.plus(takes), at -> {
            if (refresh.turn() == turn) {
                what.accept(at);
            }
        });
    }

    private RefreshedGroup group(Call call, Refresh refresh) {
        return new RefreshedGroup(world, call, refresh);
    }
}
