package dev.amis.testing.internal;

import java.time.Duration;
import java.util.SplittableRandom;

/** How the world behaves: its tempo and its troubles. Guarded by the world's lock. */
public final class Dials {

    private final SplittableRandom luck;
    private Duration latency = Duration.ZERO;
    private Duration hiddenFor = Duration.ZERO;
    private int hiddenReads;
    private boolean shuffled;
    private boolean emptyPages;
    private Duration creation = Duration.ofMinutes(4);
    private Duration copying = Duration.ofMinutes(10);
    private Duration registration = Duration.ofSeconds(10);

    Dials(long seed) {
        this.luck = new SplittableRandom(seed + 1);
    }

    SplittableRandom luck() {
        return luck;
    }

    Duration latency() {
        return latency;
    }

    public void latency(Duration each) {
        latency = each;
    }

    Duration hiddenFor() {
        return hiddenFor;
    }

    int hiddenReads() {
        return hiddenReads;
    }

    public void hide(Duration time, int reads) {
        hiddenFor = time;
        hiddenReads = reads;
    }

    boolean shuffled() {
        return shuffled;
    }

    public void shuffled(boolean on) {
        shuffled = on;
    }

    boolean emptyPages() {
        return emptyPages;
    }

    public void emptyPages(boolean on) {
        emptyPages = on;
    }

    Duration creation() {
        return creation;
    }

    public void creation(Duration takes) {
        creation = takes;
    }

    Duration copying() {
        return copying;
    }

    public void copying(Duration takes) {
        copying = takes;
    }

    Duration registration() {
        return registration;
    }

    public void registration(Duration takes) {
        registration = takes;
    }

    /** Makes whatever is started finish at once. */
    public void instant() {
        creation = Duration.ZERO;
        copying = Duration.ZERO;
        registration = Duration.ZERO;
    }
}
