package dev.amis.testing;

import dev.amis.model.StateReason;
import dev.amis.testing.internal.Boot;
import dev.amis.testing.internal.Dials;
import dev.amis.testing.internal.Mishaps;
import dev.amis.testing.internal.Mishaps.When;
import dev.amis.testing.internal.World;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The troubles of the in-memory account: what goes wrong, how slow it is, how late it shows what is new. All accounts and
 * Regions of a world share them. By count or by the account's seed, never by accident: the same test goes the same way
 * each time. Thread-safe.
 *
 * <p>Where an action is asked for, it is EC2's name of it, such as {@code CreateImage}, or {@link #ANY}; calls are counted
 * from when the trouble is set, those of all accounts and Regions together.
 */
public final class Faults {

    /** Stands for every action. */
    public static final String ANY = Mishaps.ANY;

    private final World world;

    Faults(World world) {
        this.world = world;
    }

    /**
     * Lets every call take a while, which moves the clock.
     *
     * @param each how long, not negative
     * @return this
     */
    public Faults latency(Duration each) {
        requireNotNegative("latency", each);
        return set(dials -> dials.latency(each));
    }

    /**
     * Slows callers down as EC2 does, with its documented buckets for each account, Region and action, which are full at
     * first. What is too much fails with {@code RequestLimitExceeded}.
     *
     * @param speed how many times faster than EC2's the buckets fill up; 1 is EC2
     * @return this
     * @throws IllegalArgumentException if the speed is not positive
     */
    public Faults throttling(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + ", but must be positive");
        }
        world.arrange(() -> {
            world.buckets().speed(speed);
            return speed;
        });
        return this;
    }

    /**
     * Hides images and snapshots that are made from now on, as EC2 may do for a while: lists leave them out, and calls
     * that name them do not find them.
     *
     * @param time for how long after they were made
     * @return this
     */
    public Faults hidingNewFor(Duration time) {
        requireNotNegative("time", time);
        return set(dials -> dials.hide(time, 0));
    }

    /**
     * Hides images and snapshots that are made from now on from the first looks at each of them.
     *
     * @param looks how many lists leave them out, or calls that name them do not find them
     * @return this
     */
    public Faults hidingNewFromLooks(int looks) {
        requireCount("looks", looks, 0);
        return set(dials -> dials.hide(Duration.ZERO, looks));
    }

    /**
     * Refuses the next call of an action.
     *
     * @param action the action
     * @param code EC2's error code, for example {@code InternalError}
     * @return this
     */
    public Faults failNext(String action, String code) {
        return fail(action, 1, code);
    }

    /**
     * Refuses the n-th call of an action.
     *
     * @param action the action
     * @param nth 1 for the next call
     * @param code EC2's error code
     * @return this
     */
    public Faults fail(String action, int nth, String code) {
        requireCount("nth", nth, 1);
        return set(dials -> dials.mishaps().refuse(action, nth, code));
    }

    /**
     * Refuses calls by chance, out of the account's seed.
     *
     * @param share how many of all calls, 0 to 1
     * @param code EC2's error code
     * @return this
     */
    public Faults failByChance(double share, String code) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + ", but must be from 0 to 1");
        }
        return set(dials -> dials.mishaps().refuseByChance(share, code));
    }

    /**
     * Lets the n-th call of an action have its effect and loses the answer.
     *
     * @param action the action
     * @param nth 1 for the next call
     * @return this
     */
    public Faults loseAnswer(String action, int nth) {
        requireCount("nth", nth, 1);
        return set(dials -> dials.mishaps().lose(When.AFTER, action, nth));
    }

    /**
     * Loses the n-th call of an action before it has any effect; its caller cannot tell that from a lost answer.
     *
     * @param action the action
     * @param nth 1 for the next call
     * @return this
     */
    public Faults loseRequest(String action, int nth) {
        requireCount("nth", nth, 1);
        return set(dials -> dials.mishaps().lose(When.BEFORE, action, nth));
    }

    /**
     * Lets the process die when it makes the n-th call, before it has any effect: the call throws {@link SimulatedCrash}.
     *
     * @param nth 1 for the next call of any action
     * @return this
     */
    public Faults crashBefore(int nth) {
        return crash(When.BEFORE, nth);
    }

    /**
     * Lets the process die when the n-th call had its effect, before it learns of it: the call throws {@link
     * SimulatedCrash}.
     *
     * @param nth 1 for the next call of any action
     * @return this
     */
    public Faults crashAfter(int nth) {
        return crash(When.AFTER, nth);
    }

    /**
     * Lets the next image that is created, registered or copied end as {@code failed} when its time comes.
     *
     * @param reason the state reason it will have
     * @return this
     */
    public Faults failNextImage(StateReason reason) {
        return set(dials -> dials.doomImage(reason));
    }

    /**
     * Lets the next snapshot that is made, alone or for an image, end in {@code error} when its time comes; its image
     * then fails.
     *
     * @param message the state message it will have
     * @return this
     */
    public Faults failNextSnapshot(String message) {
        return set(dials -> dials.doomSnapshot(message));
    }

    /**
     * Lets the next instance that is launched by a call or by an instance refresh be given up by EC2: it is pending, and then terminated.
     *
     * @param reason the state reason it will have
     * @return this
     */
    public Faults failNextLaunch(StateReason reason) {
        return set(dials -> dials.doomBoot(Boot.refused(reason)));
    }

    /**
     * Lets the next instance that is launched by a call or by an instance refresh run without ever answering: its instance status check fails.
     *
     * @param console what it prints on its console
     * @return this
     */
    public Faults failNextBoot(String console) {
        return set(dials -> dials.doomBoot(Boot.impaired(console)));
    }

    /**
     * Lets an alarm of CloudWatch go off, or end. Instance refreshes that name it then fail.
     *
     * @param name the name of the alarm
     * @param on whether it is in the state {@code ALARM} from now on
     * @return this
     */
    public Faults alarm(String name, boolean on) {
        return set(dials -> dials.alarm(name, on));
    }

    /**
     * Precedes every page of an answer that is cut into pages with an empty page that has a token.
     *
     * @param on whether to
     * @return this
     */
    public Faults emptyPages(boolean on) {
        return set(dials -> dials.emptyPages(on));
    }

    /**
     * Answers the items of each page in a random order, out of the account's seed.
     *
     * @param on whether to
     * @return this
     */
    public Faults shuffledAnswers(boolean on) {
        return set(dials -> dials.shuffled(on));
    }

    /**
     * Ends all troubles, also those that have not struck yet. What is hidden or doomed stays so.
     *
     * @return this
     */
    public Faults clear() {
        world.arrange(() -> {
            world.buckets().speed(0);
            return world;
        });
        return set(Dials::clear);
    }

    private Faults crash(When when, int nth) {
        requireCount("nth", nth, 1);
        return set(dials -> dials.mishaps()
                .plan(
                        when,
                        ANY,
                        nth,
                        call -> new SimulatedCrash(
                                "simulated crash " + (when == When.BEFORE ? "before " : "after ") + call.action())));
    }

    private Faults set(Consumer<Dials> change) {
        world.arrange(() -> {
            change.accept(world.dials());
            return world;
        });
        return this;
    }

    private static void requireNotNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(field + " is " + value + ", but must not be negative");
        }
    }

    private static void requireCount(String field, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be at least " + least);
        }
    }
}
