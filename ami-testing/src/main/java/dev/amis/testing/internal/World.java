package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.ImageName;
import dev.amis.model.Region;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
     * @param home the default account's Region, which decides the partition
     * @param pageSize the most items on a page
     */
    public record Setting(
            Clock clock, Consumer<Duration> pass, Recorder recorder, long seed, Region home, int pageSize) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Setting setting;
    private final Ids ids;
    private final Events events = new Events();
    private final Map<Region, RegionStore> regions = new LinkedHashMap<>();
    private final Dials dials;
    private final Access access = new Access();
    private final Organizations organizations = new Organizations();

    public World(Setting setting) {
        this.setting = setting;
        this.ids = new Ids(setting.seed());
        this.dials = new Dials(setting.seed());
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

    <T> T answer(Call call, Supplier<T> action) {
        setting.pass().accept(arrange(dials::latency));
        lock.lock();
        try {
            settle();
            call.number(ids.nextRequest());
            T answer = action.get();
            if (!call.isPermitted()) {
                throw new IllegalStateException(call.action() + " answered without asking whether it may");
            }
            settle();
            setting.recorder().record(now(), call, "OK");
            return answer;
        } catch (Ec2Error refusal) {
            setting.recorder().record(now(), call, refusal.code());
            throw refusal.to(call);
        } finally {
            lock.unlock();
        }
    }

    /** Judges whether the caller may do what it asks for, once it is known that the resource exists. */
    void permit(Call call) {
        call.permit();
        if (access.isDenied(call.account(), call.action())) {
            throw new Ec2Error("UnauthorizedOperation", Access.refusal(call));
        }
        if (call.dryRun()) {
            throw new Ec2Error("DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
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

    public Dials dials() {
        return dials;
    }

    public Access access() {
        return access;
    }

    public Organizations organizations() {
        return organizations;
    }

    int pageSize() {
        return setting.pageSize();
    }

    Region home() {
        return setting.home();
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
    void requireFree(Call call, ImageName name) {
        holding(call).named(name.value()).ifPresent(taken -> {
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
