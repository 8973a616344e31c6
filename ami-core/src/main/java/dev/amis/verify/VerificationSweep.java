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
import java.util.Set;

/** What verifications left behind because their process died. Nothing happens before {@link #run()}. */
public final class VerificationSweep {

    private static final Duration USUAL_AGE = Duration.ofHours(2);

    private final Session session;
    private final Duration age;

    private VerificationSweep(Session session, Duration age) {
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
        this(session, USUAL_AGE);
    }

    /**
     * Says how old an instance must be to be ended, so that verifications that go on are left alone.
     *
     * @param age by default 2 hours; zero ends all of them
     * @return the changed sweep
     * @throws IllegalArgumentException if the age is negative
     */
    public VerificationSweep olderThan(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("age is " + age + ", but must not be negative");
        }
        return new VerificationSweep(session, age);
    }

    /**
     * Looks for what would be ended.
     *
     * <p><b>Calls</b> {@code DescribeInstances}.
     *
     * @return instances with the tag {@code amis:verification} that are old enough and not gone
     */
    public List<Instance> list() {
        return VerificationTag.instances(session.here()).stream()
                .filter(instance -> !VerificationTag.isGone(instance))
                .filter(instance -> isOld(instance, session.now()))
                .toList();
    }

    /**
     * Ends them.
     *
     * <p><b>Calls</b> {@code DescribeInstances}, {@code TerminateInstances}.
     *
     * <p><b>Changes</b> instances with the tag {@code amis:verification} are terminated; never another.
     *
     * <p><b>Undo</b> none; they were made to be ended.
     *
     * @return what was ended, and what could not be
     * @throws UnsupportedCapabilityException before any call if the provider cannot terminate instances
     */
    public SweepReport run() {
        InstanceLifecyclePort port = session.here()
                .instanceLifecycle()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("TerminateInstances", "the provider does not offer it")
                                .region(session.region())
                                .build()));
        List<InstanceId> ids = list().stream().map(Instance::instanceId).toList();
        Set<InstanceId> ended = ids.isEmpty() ? Set.of() : new Ending(session, port).end(ids);
        return new SweepReport(
                session.region(),
                List.copyOf(ended),
                ids.stream().filter(id -> !ended.contains(id)).toList());
    }

    /** One whose age EC2 does not tell is ended only where age does not matter. */
    private boolean isOld(Instance instance, Instant now) {
        return age.isZero()
                || instance.launchTime().map(at -> !at.plus(age).isAfter(now)).orElse(false);
    }
}
