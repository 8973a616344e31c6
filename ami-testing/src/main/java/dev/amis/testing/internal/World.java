package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything there is: Regions, accounts, and what is going to happen, under one lock and one clock.
 *
 * <p>A call passes {@link #answer}: mishaps and throttling first, then what EC2 does, then the log. Arranging passes
 * {@link #arrange} and is neither logged nor disturbed. Both let happen what is due before anything else.
 */
public final class World {

    /** Takes down what was answered to a call. */
    @FunctionalInterface
    public interface Recorder {
        /** Is told under the world's lock, in the order of the calls. */
        void record(Instant at, Call call, String outcome);
    }

    /**
     * What a world is made of.
     *
     * @param clock its time
     * @param pass lets time pass
     * @param recorder its log
     * @param seed the source of its ids and its luck
     * @param pageSize the most items on a page
     */
    public record Setting(Clock clock, Consumer<Duration> pass, Recorder recorder, long seed, int pageSize) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Setting setting;
    private final Ids ids;
    private final Events events = new Events();
    private final Map<Region, RegionStore> regions = new LinkedHashMap<>();
    private final Dials dials;
    private final Buckets buckets = new Buckets();
    private final Permissions permissions = new Permissions();
    private final Organizations organizations = new Organizations();
    private final Limits limits = new Limits();
    private final KeyRing keys;

    public World(Setting setting) {
        this.setting = setting;
        this.ids = new Ids(setting.seed());
        this.dials = new Dials(setting.seed());
        this.keys = new KeyRing(ids, setting.clock());
    }

    /** Changes the world from outside, as no call of EC2 does. */
    public <T> T arrange(Supplier<T> change) {
        lock.lock();
        try {
            settle();
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does from outside what EC2 would do for a call, and refuses it as EC2 would. */
    <T> T arrange(Call call, Function<Call, T> change) {
        try {
            return arrange(() -> change.apply(call));
        } catch (Ec2Error refusal) {
            throw refusal.to(call);
        }
    }

    /** Lets EC2 do something that has no answer. */
    void perform(Call call, Consumer<Call> action) {
        answer(call, asked -> {
            action.accept(asked);
            return asked;
        });
    }

    /** Lets EC2 answer a call, or refuse it. */
    <T> T answer(Call call, Function<Call, T> action) {
        setting.pass().accept(arrange(dials::latency));
        lock.lock();
        String outcome = "crash";
        try {
            settle();
            call.number(ids.nextRequest());
            T answer = attempt(call, action);
            outcome = "OK";
            return answer;
        } catch (Ec2Error refusal) {
            outcome = refusal.code();
            throw refusal.to(call);
        } catch (LostAnswer lost) {
            outcome = lost.isAfterEffect() ? "lost after its effect" : "lost before its effect";
            throw lost;
        } finally {
            setting.recorder().record(now(), call, outcome);
            lock.unlock();
        }
    }

    private <T> T attempt(Call call, Function<Call, T> action) {
        dials.mishaps().before(call);
        buckets.take(call, setting.clock().instant());
        try {
            T answer = action.apply(call);
            if (!call.isPermitted()) {
                throw new IllegalStateException(call.action() + " answered without asking whether it may");
            }
            settle();
            return answer;
        } finally {
            dials.mishaps().after(call);
        }
    }

    /**
     * Judges whether the caller may do what it asks for, once it is known that the resource exists.
     *
     * @param set the tags that are set on the way, which takes a permission of its own
     */
    void permit(Call call, Tags... set) {
        call.permit();
        if (permissions.isDenied(call.account(), call.action())) {
            throw Permissions.refusal(call, call.iamAction());
        }
        boolean tags = Arrays.stream(set).anyMatch(one -> !one.isEmpty());
        if (tags && permissions.isDenied(call.account(), "CreateTags")) {
            throw Permissions.refusal(call, "ec2:CreateTags");
        }
        if (call.dryRun()) {
            throw new Ec2Error("DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
        }
    }

    /** Refuses to look into another partition. */
    static void requirePartition(Call call, Region other) {
        if (other.partition() != call.region().partition()) {
            throw new Ec2Error(
                    "InvalidRegion", "The region '" + other + "' is not in the partition of " + call.region());
        }
    }

    private void settle() {
        events.runDue(setting.clock().instant());
    }

    /** EC2 tells milliseconds. */
    Instant now() {
        return setting.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Ids ids() {
        return ids;
    }

    Events events() {
        return events;
    }

    /** Tempo and troubles. */
    public Dials dials() {
        return dials;
    }

    /** EC2's throttling. */
    public Buckets buckets() {
        return buckets;
    }

    /** What accounts may do. */
    public Permissions permissions() {
        return permissions;
    }

    /** Who belongs together. */
    public Organizations organizations() {
        return organizations;
    }

    /** Quotas. */
    public Limits limits() {
        return limits;
    }

    /** KMS keys. */
    public KeyRing keys() {
        return keys;
    }

    int pageSize() {
        return setting.pageSize();
    }

    RegionStore in(Region region) {
        RegionStore store = regions.get(region);
        if (store == null) {
            store = new RegionStore(region);
            regions.put(region, store);
            BaseImages.provide(this, store);
        }
        return store;
    }

    Holding holding(Call call) {
        return in(call.region()).of(call.account());
    }

    /** Refuses a name that the caller has given to another image of the Region. */
    void requireFree(Call call, String name) {
        holding(call).named(name).ifPresent(taken -> {
            throw new Ec2Error("InvalidAMIName.Duplicate", "AMI name " + name + " is already in use by AMI " + taken);
        });
    }

    Collection<RegionStore> regions() {
        return regions.values();
    }

    /** Puts on a new resource the veil that EC2 may put on what is new. */
    void hideIfNew(Resource resource) {
        resource.hide(now().plus(dials.hiddenFor()), dials.hiddenReads());
    }

    static AccountId requireAccount(String text) {
        try {
            return AccountId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw new Ec2Error("InvalidUserID.Malformed", "Invalid user id: \"" + text + "\"");
        }
    }
}
