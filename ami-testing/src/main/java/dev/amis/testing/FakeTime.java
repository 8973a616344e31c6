package dev.amis.testing;

/** Placeholder. */
public final class FakeTime {
    private FakeTime() {}
}
