package dev.amis.testing.internal;

import dev.amis.model.ConsoleOutput;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.StatusCheck;
import dev.amis.model.Tags;
import dev.amis.spi.RunInstancesRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An instance, the image as it was when it was launched, and its volumes by device name. */
final class InstanceRecord extends Resource {

    private static final int LONGEST_CONSOLE = 65_536;

    private Instance instance;
    private final Image launchedFrom;
    private final Map<String, VolumeRecord> volumes = new LinkedHashMap<>();
    private Optional<RunInstancesRequest> request = Optional.empty();
    private Boot boot = Boot.WELL;
    private StatusCheck check = StatusCheck.OK;
    private Optional<Instant> bootedAt = Optional.empty();
    private int turns;

    InstanceRecord(Instance instance, Image launchedFrom) {
        super(instance.ownerId());
        this.instance = instance;
        this.launchedFrom = launchedFrom;
    }

    @Override
    String id() {
        return instance.instanceId().value();
    }

    @Override
    Tags ownTags() {
        return instance.tags();
    }

    @Override
    void setOwnTags(Tags tags) {
        instance = instance.withTags(tags);
    }

    Instance instance() {
        return instance;
    }

    InstanceId instanceId() {
        return instance.instanceId();
    }

    boolean is(InstanceState state) {
        return instance.state() == state;
    }

    void change(UnaryOperator<Instance> change) {
        instance = change.apply(instance);
    }

    Image launchedFrom() {
        return launchedFrom;
    }

    Map<String, VolumeRecord> volumes() {
        return volumes;
    }

    /** What it was launched with, if a call launched it. */
    Optional<RunInstancesRequest> request() {
        return request;
    }

    void launchedBy(RunInstancesRequest asked, Boot destined) {
        request = Optional.of(asked);
        boot = destined;
    }

    void destined(Boot destined) {
        boot = destined;
    }

    Boot boot() {
        return boot;
    }

    StatusCheck check() {
        return check;
    }

    void check(StatusCheck outcome) {
        check = outcome;
    }

    /** What it has printed so far, and when it last did. */
    ConsoleOutput console() {
        return new ConsoleOutput(instanceId(), bootedAt.map(at -> tail(boot.console())), bootedAt);
    }

    /** EC2 keeps the end only; that it counts bytes, and how many, is UNVERIFIED. */
    private static String tail(String printed) {
        return printed.substring(Math.max(0, printed.length() - LONGEST_CONSOLE));
    }

    void bootedAt(Instant at) {
        bootedAt = Optional.of(at);
    }

    /** Counts that something new has begun, so that the end of what was begun before comes to nothing. */
    int nextTurn() {
        return ++turns;
    }

    boolean isAtTurn(int turn) {
        return turns == turn;
    }
}
