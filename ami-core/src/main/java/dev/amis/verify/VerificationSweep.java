package dev.amis.verify;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Session;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.spi.InstanceLifecyclePort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What verifications left behind because their process died. Nothing happens before {@link #run()}. */
public final class VerificationSweep {

    private final Session session;
    private final Optional<Duration> age;

    private VerificationSweep(Session session, Optional<Duration> age) {
        this.session = session;
        this.age = age;
    }

    /**
     * Begins a sweep; {@code Amis.sweepVerifications} does it.
     *
     * @param session the account, in the Region that is meant
     */
    @SuppressWarnings("exports")
    public VerificationSweep(Session session) {
        this(session, Optional.empty());
    }

    /**
     * Says how old an instance must be to be ended. Without this verifications that go on are left alone: an instance is ended
     * an hour after twice the time that its verification may take, which is 2 hours by default.
     *
     * @param age the age, whatever goes on; zero ends all of them
     * @return the changed sweep
     * @throws IllegalArgumentException if the age is negative
     */
    public VerificationSweep olderThan(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("age is " + age + ", but must not be negative");
        }
        return new VerificationSweep(session, Optional.of(age));
    }

    /**
     * Looks for what would be ended.
     *
     * <p><b>Calls</b> {@code DescribeInstances}.
     *
     * @return instances that a verification launched, that are old enough and not gone
     */
    public List<Instance> list() {
        return due(tagged());
    }

    private List<Instance> tagged() {
        return VerificationTag.instances(session.here()).stream()
                .filter(instance -> !VerificationTag.isGone(instance))
                .toList();
    }

    private List<Instance> due(List<Instance> tagged) {
        Instant now = session.now();
        return tagged.stream().filter(instance -> isDue(instance, now)).toList();
    }

    /**
     * Ends them.
     *
     * <p><b>Calls</b> {@code DescribeInstances}, {@code TerminateInstances}.
     *
     * <p><b>Changes</b> instances that a verification launched, as their tag {@code amis:verification} says and the token of
     * their launch proves, are terminated; never another.
     *
     * <p><b>Undo</b> none; they were made to be ended.
     *
     * @return what was ended, what could not be, and what has the tag but no proof
     * @throws UnsupportedCapabilityException before any call if the provider cannot terminate instances
     */
    public SweepReport run() {
        InstanceLifecyclePort port = session.here()
                .instanceLifecycle()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("TerminateInstances", "the provider does not offer it")
                                .region(session.region())
                                .build()));
        List<Instance> tagged = tagged();
        List<InstanceId> ids = due(tagged).stream().map(Instance::instanceId).toList();
        Set<InstanceId> ended = ids.isEmpty() ? Set.of() : new Ending(session, port).end(ids);
        return new SweepReport(
                session.region(),
                List.copyOf(ended),
                ids.stream().filter(id -> !ended.contains(id)).toList(),
                tagged.stream()
                        .filter(instance -> VerificationTag.provedOn(instance).isEmpty())
                        .map(Instance::instanceId)
                        .toList());
    }

    /** One whose age EC2 does not tell is ended only where age does not matter. */
    private boolean isDue(Instance instance, Instant now) {
        return VerificationTag.provedOn(instance)
                .filter(tag -> age.map(least -> isOld(instance, least, now)).orElseGet(() -> tag.isOver(instance, now)))
                .isPresent();
    }

    private static boolean isOld(Instance instance, Duration least, Instant now) {
        return least.isZero()
                || instance.launchTime().map(at -> !at.plus(least).isAfter(now)).orElse(false);
    }
}
