package dev.amis.testing.internal;

import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.spi.StartInstanceRefreshRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An instance refresh: what is to be replaced, what was, and how it stands. Guarded by the world's lock. */
final class Refresh {

    private final String id;
    private final StartInstanceRefreshRequest request;
    private final GroupLaunchSource before;
    private final Instant startTime;
    private final Deque<InstanceId> old = new ArrayDeque<>();
    private final List<InstanceId> fresh = new ArrayList<>();
    private final List<InstanceId> warming = new ArrayList<>();
    private final Deque<Integer> checkpoints;
    private GroupLaunchSource target;
    private InstanceRefreshStatus status = InstanceRefreshStatus.PENDING;
    private Optional<String> reason = Optional.empty();
    private Optional<Instant> endTime = Optional.empty();
    private Optional<Instant> waitingSince = Optional.empty();
    private OptionalInt turnedBackAt = OptionalInt.empty();
    private int asked;
    private int untouched;
    private int total;
    private int turns;

    Refresh(
            String id,
            StartInstanceRefreshRequest request,
            GroupLaunchSource before,
            Instant startTime,
            List<AutoScalingInstance> instances) {
        this.id = id;
        this.request = request;
        this.before = before;
        this.target = request.desiredConfiguration().orElse(before);
        this.startTime = startTime;
        this.checkpoints = new ArrayDeque<>(request.preferences().checkpointPercentages());
        instances.forEach(instance -> old.add(instance.instanceId()));
        total = old.size();
    }

    String id() {
        return id;
    }

    StartInstanceRefreshRequest request() {
        return request;
    }

    /** What the group launched from when it began. */
    GroupLaunchSource before() {
        return before;
    }

    GroupLaunchSource target() {
        return target;
    }

    InstanceRefreshStatus status() {
        return status;
    }

    boolean isGoingBack() {
        return status == InstanceRefreshStatus.ROLLBACK_IN_PROGRESS;
    }

    Deque<InstanceId> old() {
        return old;
    }

    /** What was launched and has not been found healthy yet. */
    List<InstanceId> warming() {
        return warming;
    }

    Deque<Integer> checkpoints() {
        return checkpoints;
    }

    /** A rollback goes down to nothing from where it began; by which steps is UNVERIFIED. */
    int percent() {
        if (turnedBackAt.isPresent()) {
            return Math.min(turnedBackAt.getAsInt(), asked == 0 ? 0 : 100 * old.size() / asked);
        }
        return total == 0 ? 100 : 100 * (total - old.size() - warming.size()) / total;
    }

    int total() {
        return total;
    }

    /** It stays as it is. */
    void passOver(InstanceId instance) {
        if (old.remove(instance)) {
            total--;
        }
    }

    /** Since when nothing is left but instances that must not be replaced yet. */
    Instant waitingSince(Instant at) {
        waitingSince = waitingSince.or(() -> Optional.of(at));
        return waitingSince.get();
    }

    /** An instance is about to be replaced. */
    void take(InstanceId instance) {
        old.remove(instance);
        waitingSince = Optional.empty();
    }

    void launched(InstanceId instance) {
        warming.add(instance);
        fresh.add(instance);
    }

    void enter(InstanceRefreshStatus next) {
        status = next;
        turns++;
    }

    void end(InstanceRefreshStatus last, Optional<String> why, Instant at) {
        enter(last);
        reason = why.or(() -> reason);
        endTime = Optional.of(at);
    }

    /** What was launched is what is to be replaced now, by such as there was before. */
    void turnBack(String why) {
        turnedBackAt = OptionalInt.of(percent());
        asked = total;
        untouched = old.size();
        enter(InstanceRefreshStatus.ROLLBACK_IN_PROGRESS);
        reason = Optional.of(why);
        target = before;
        old.clear();
        old.addAll(fresh);
        fresh.clear();
        warming.clear();
        checkpoints.clear();
        waitingSince = Optional.empty();
        total = old.size();
    }

    int turn() {
        return turns;
    }

    InstanceRefresh described() {
        return InstanceRefresh.builder()
                .instanceRefreshId(id)
                .groupName(request.name())
                .statusText(status.text())
                .statusReason(reason)
                .percentageComplete(percent())
                .instancesToUpdate(turnedBackAt.isPresent() ? untouched : old.size() + warming.size())
                .startTime(startTime)
                .endTime(endTime)
                .desiredConfiguration(request.desiredConfiguration())
                .preferences(request.preferences())
                .build();
    }
}
