package dev.amis.plan;

import dev.amis.error.ConflictException;
import dev.amis.error.ErrorCodes;
import dev.amis.error.Failure;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.internal.Session;
import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.CommandPort;
import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.FleetPort;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.InstanceTypePort;
import dev.amis.spi.KeyPort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import dev.amis.spi.VolumePort;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Just as much of EC2 as plans need, with a log of the calls and a mishap at any of them. The whole account is in the
 * in-memory account of the testing module, which this module cannot use.
 */
final class TinyEc2 implements AmiProvider, RegionalProvider {

    static final AccountId ACCOUNT = AccountId.of("111122223333");
    static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    final Map<ImageId, Image> images = new LinkedHashMap<>();
    final Map<ImageId, Set<LaunchPermission>> permissions = new HashMap<>();
    final Map<SnapshotId, Snapshot> snapshots = new LinkedHashMap<>();
    final Map<SnapshotId, Set<CreateVolumePermission>> snapshotPermissions = new HashMap<>();
    final Map<ImageId, Image> binnedImages = new LinkedHashMap<>();
    final Map<SnapshotId, Snapshot> binnedSnapshots = new LinkedHashMap<>();
    final List<RecycleBinRule> rules = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final Map<Integer, Mishap> mishaps = new HashMap<>();
    final Map<String, String> refusals = new HashMap<>();
    final List<Runnable> beforeNextCall = new ArrayList<>();
    boolean hasBin = true;
    Instant now = START;

    private final TinyPorts ports = new TinyPorts(this);

    /** What goes wrong with a call. */
    enum Mishap {
        LOST_REQUEST,
        LOST_ANSWER,
        CRASH_BEFORE,
        CRASH_AFTER,
        INTERNAL_ERROR,
        BUG
    }

    /** The process died. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String call) {
            super("crash at " + call, null, false, false);
        }
    }

    /** All that a plan could change. */
    record World(
            Map<ImageId, Image> images,
            Map<ImageId, Set<LaunchPermission>> permissions,
            Map<SnapshotId, Snapshot> snapshots,
            Map<SnapshotId, Set<CreateVolumePermission>> snapshotPermissions) {}

    World world() {
        Map<ImageId, Set<LaunchPermission>> shared = new HashMap<>(permissions);
        shared.values().removeIf(Set::isEmpty);
        Map<SnapshotId, Set<CreateVolumePermission>> sharedSnapshots = new HashMap<>(snapshotPermissions);
        sharedSnapshots.values().removeIf(Set::isEmpty);
        return new World(new LinkedHashMap<>(images), shared, new LinkedHashMap<>(snapshots), sharedSnapshots);
    }

    /** A session whose waiting moves this clock. */
    Session session() {
        return new Session(this, region(), clock(), sleeper(), WaitPolicy.DEFAULT, new Random(1));
    }

    void add(Image image, LaunchPermission... shared) {
        images.put(image.imageId(), image);
        permissions.put(image.imageId(), new LinkedHashSet<>(List.of(shared)));
    }

    void add(Snapshot snapshot, CreateVolumePermission... shared) {
        snapshots.put(snapshot.snapshotId(), snapshot);
        snapshotPermissions.put(snapshot.snapshotId(), new LinkedHashSet<>(List.of(shared)));
    }

    /** The calls that change something, by what they are about. */
    List<String> changes() {
        return calls.stream()
                .filter(call -> !call.startsWith("Describe") && !call.startsWith("List"))
                .toList();
    }

    <T> T call(String action, Object target, Supplier<T> effect) {
        String call = action + " " + target;
        calls.add(call);
        List<Runnable> meanwhile = List.copyOf(beforeNextCall);
        beforeNextCall.clear();
        meanwhile.forEach(Runnable::run);
        Mishap mishap = mishaps.get(calls.size());
        Optional.ofNullable(mishap).ifPresent(what -> before(what, call));
        String code = refusals.get(action);
        if (code != null) {
            throw refusal(action, code);
        }
        T answer = effect.get();
        Optional.ofNullable(mishap).ifPresent(what -> after(what, call));
        return answer;
    }

    static RuntimeException refusal(String action, String code) {
        return ErrorCodes.toException(
                Failure.of(action, "EC2 does not want to").code(code).build(), null);
    }

    static ConflictException conflict(String action, String why) {
        return new ConflictException(
                Failure.of(action, why).code("IncorrectState").build());
    }

    private static void before(Mishap mishap, String call) {
        switch (mishap) {
            case LOST_REQUEST -> throw lost(call);
            case CRASH_BEFORE -> throw new Crash(call);
            case INTERNAL_ERROR -> throw refusal(call, "InternalError");
            case BUG -> throw new IllegalStateException("a bug in a provider");
            case LOST_ANSWER, CRASH_AFTER -> {}
        }
    }

    private static void after(Mishap mishap, String call) {
        switch (mishap) {
            case LOST_ANSWER -> throw lost(call);
            case CRASH_AFTER -> throw new Crash(call);
            default -> {}
        }
    }

    private static OutcomeUnknownException lost(String call) {
        return new OutcomeUnknownException(
                Failure.of(call, "the answer was lost").build());
    }

    @Override
    public AccountId account() {
        return ACCOUNT;
    }

    @Override
    public Region region() {
        return Region.EU_WEST_1;
    }

    @Override
    public RegionalProvider in(Region other) {
        return this;
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public Sleeper sleeper() {
        return this::pass;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        throw new IllegalStateException("nobody closes what is not theirs");
    }

    @Override
    public ImagePort images() {
        return ports.images();
    }

    @Override
    public ImageAttributePort imageAttributes() {
        return ports.attributes();
    }

    @Override
    public ImageLifecyclePort imageLifecycle() {
        return ports.lifecycle();
    }

    @Override
    public SnapshotPort snapshots() {
        return ports.snapshots();
    }

    @Override
    public TagPort tags() {
        return ports.tags();
    }

    @Override
    public InstancePort instances() {
        throw new IllegalStateException("no instances here");
    }

    @Override
    public Optional<BlockPublicAccessPort> blockPublicAccess() {
        return Optional.empty();
    }

    @Override
    public Optional<RecycleBinPort> recycleBin() {
        return hasBin ? Optional.of(ports.bin()) : Optional.empty();
    }

    @Override
    public Optional<RecycleBinRulePort> recycleBinRules() {
        return hasBin ? Optional.of(() -> call("ListRules", "", () -> List.copyOf(rules))) : Optional.empty();
    }

    @Override
    public Optional<InstanceLifecyclePort> instanceLifecycle() {
        return Optional.empty();
    }

    @Override
    public Optional<KeyPort> keys() {
        return Optional.empty();
    }

    @Override
    public Optional<CommandPort> commands() {
        return Optional.empty();
    }

    @Override
    public Optional<ParameterPort> parameters() {
        return Optional.empty();
    }

    @Override
    public Optional<InstanceTypePort> instanceTypes() {
        return Optional.empty();
    }

    @Override
    public Optional<ImageRecipePort> imageRecipes() {
        return Optional.empty();
    }

    @Override
    public Optional<ImageReferencePort> imageReferences() {
        return Optional.empty();
    }

    @Override
    public Optional<ImageUsageReportPort> imageUsageReports() {
        return Optional.empty();
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return Optional.empty();
    }

    @Override
    public Optional<AutoScalingPort> autoScaling() {
        return Optional.empty();
    }

    @Override
    public Optional<VolumePort> volumes() {
        return Optional.empty();
    }

    @Override
    public Optional<FastLaunchPort> fastLaunch() {
        return Optional.empty();
    }

    @Override
    public Optional<FleetPort> fleets() {
        return Optional.empty();
    }
}
