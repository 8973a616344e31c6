package dev.amis.testing.internal;

import dev.amis.model.StateReason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** How the world behaves: its tempo and its troubles. Guarded by the world's lock. */
public final class Dials {

    private final SplittableRandom luck;
    private final Mishaps mishaps;
    private final Deque<StateReason> imageDooms = new ArrayDeque<>();
    private final Deque<String> snapshotDooms = new ArrayDeque<>();
    private final Deque<Boot> bootDooms = new ArrayDeque<>();
    private final Set<String> alarms = new HashSet<>();
    private Duration latency = Duration.ZERO;
    private Duration hiddenFor = Duration.ZERO;
    private int hiddenReads;
    private boolean shuffled;
    private boolean emptyPages;
    private Duration creation = Duration.ofMinutes(4);
    private Duration copying = Duration.ofMinutes(10);
    private Duration registration = Duration.ofSeconds(10);
    private Duration blocking = Duration.ofMinutes(5);
    private Duration recovering = Duration.ofSeconds(30);
    private Duration starting = Duration.ofSeconds(30);
    private Duration checking = Duration.ofMinutes(2);
    private Duration stopping = Duration.ofSeconds(45);
    private Duration reporting = Duration.ofMinutes(2);

    Dials(long seed) {
        this.luck = new SplittableRandom(seed + 1);
        this.mishaps = new Mishaps(luck.split());
    }

    /** What goes wrong with calls. */
    public Mishaps mishaps() {
        return mishaps;
    }

    /** Lets the next image that is made end as failed. */
    public void doomImage(StateReason reason) {
        imageDooms.add(reason);
    }

    Optional<StateReason> nextImageDoom() {
        return Optional.ofNullable(imageDooms.poll());
    }

    /** Lets the next snapshot that is made end in error. */
    public void doomSnapshot(String message) {
        snapshotDooms.add(message);
    }

    Optional<String> nextSnapshotDoom() {
        return Optional.ofNullable(snapshotDooms.poll());
    }

    /** Lets the next instance that is launched by a call come up like this. */
    public void doomBoot(Boot boot) {
        bootDooms.add(boot);
    }

    Optional<Boot> nextBootDoom() {
        return Optional.ofNullable(bootDooms.poll());
    }

    /** Lets an alarm of CloudWatch go off, or end. */
    public void alarm(String name, boolean on) {
        if (on) {
            alarms.add(name);
        } else {
            alarms.remove(name);
        }
    }

    Set<String> alarms() {
        return alarms;
    }

    /** Ends all troubles; the tempo stays. */
    public void clear() {
        mishaps.clear();
        imageDooms.clear();
        snapshotDooms.clear();
        bootDooms.clear();
        alarms.clear();
        latency = Duration.ZERO;
        hide(Duration.ZERO, 0);
        shuffled = false;
        emptyPages = false;
    }

    SplittableRandom luck() {
        return luck;
    }

    Duration latency() {
        return latency;
    }

    /** How long each call takes. */
    public void latency(Duration each) {
        latency = each;
    }

    Duration hiddenFor() {
        return hiddenFor;
    }

    int hiddenReads() {
        return hiddenReads;
    }

    /** How long, and for how many looks, what is new cannot be seen. */
    public void hide(Duration time, int reads) {
        hiddenFor = time;
        hiddenReads = reads;
    }

    boolean shuffled() {
        return shuffled;
    }

    /** Whether answers come in a random order. */
    public void shuffled(boolean on) {
        shuffled = on;
    }

    boolean emptyPages() {
        return emptyPages;
    }

    /** Whether every page is preceded by an empty one. */
    public void emptyPages(boolean on) {
        emptyPages = on;
    }

    Duration creation() {
        return creation;
    }

    /** How long snapshots of volumes and images of instances take. */
    public void creation(Duration takes) {
        creation = takes;
    }

    Duration copying() {
        return copying;
    }

    /** How long copies take. */
    public void copying(Duration takes) {
        copying = takes;
    }

    Duration registration() {
        return registration;
    }

    /** How long registering takes. */
    public void registration(Duration takes) {
        registration = takes;
    }

    Duration blocking() {
        return blocking;
    }

    /** How long it takes until public access is blocked. */
    public void blocking(Duration takes) {
        blocking = takes;
    }

    Duration recovering() {
        return recovering;
    }

    Duration starting() {
        return starting;
    }

    /** How long an instance is pending. */
    public void starting(Duration takes) {
        starting = takes;
    }

    Duration checking() {
        return checking;
    }

    /** How long a running instance's status checks take. */
    public void checking(Duration takes) {
        checking = takes;
    }

    Duration stopping() {
        return stopping;
    }

    /** How long an instance takes to stop or to be terminated. */
    public void stopping(Duration takes) {
        stopping = takes;
    }

    /** How long a usage report takes (UNVERIFIED). */
    Duration reporting() {
        return reporting;
    }

    /** Makes whatever is started finish at once. */
    public void instant() {
        creation = Duration.ZERO;
        copying = Duration.ZERO;
        registration = Duration.ZERO;
        blocking = Duration.ZERO;
        recovering = Duration.ZERO;
        starting = Duration.ZERO;
        checking = Duration.ZERO;
        stopping = Duration.ZERO;
        reporting = Duration.ZERO;
    }
}
