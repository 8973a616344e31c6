package dev.amis.create;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Session;
import dev.amis.plan.PlanEngine;
import java.time.Duration;
import java.util.List;

/**
 * What bakes left behind because their process died and nobody ran them again: an instance that was stopped, an image that is
 * half made or was never tested. Both carry the tag {@code amis:bake} until a bake is at its end. Nothing is changed before a
 * terminal that says so, and never what the tag does not prove to be a bake's.
 */
public final class UnfinishedBakes {

    private static final Duration USUAL_AGE = Duration.ofDays(1);

    private final Session session;
    private final PlanEngine engine;
    private final Duration age;

    private UnfinishedBakes(Session session, PlanEngine engine, Duration age) {
        this.session = session;
        this.engine = engine;
        this.age = age;
    }

    /**
     * Begins the question; {@code Amis.unfinishedBakes} does it.
     *
     * @param session the account, in the Region that is meant
     * @param engine removes images, unless something refers to them
     */
    @SuppressWarnings("exports")
    public UnfinishedBakes(Session session, PlanEngine engine) {
        this(session, engine, USUAL_AGE);
    }

    /**
     * Says how long ago a bake must have left its mark, so that bakes that go on are left alone.
     *
     * @param age by default a day; zero means all of them, also those whose age EC2 does not tell
     * @return the changed question
     * @throws IllegalArgumentException if the age is negative
     */
    public UnfinishedBakes olderThan(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("age is " + age + ", but must not be negative");
        }
        return new UnfinishedBakes(session, engine, age);
    }

    /**
     * Looks what there is.
     *
     * <p><b>Calls</b> {@code DescribeInstances}, {@code DescribeImages}.
     *
     * @return the bakes that are old enough, also those that will be left alone because nothing proves them
     */
    public List<UnfinishedBake> list() {
        return new MarkedResources(session).read().stream().filter(this::isOld).toList();
    }

    /**
     * Takes all of them back, as {@link #takeBack(UnfinishedBake)}. Those that nothing proves are left alone, and so are those
     * that got to handing their image on.
     *
     * @return what became of each
     * @throws UnsupportedCapabilityException before any call if the provider cannot start instances
     * @throws AmiException if the account could not be looked at
     */
    public List<EndedBake> takeBack() {
        requireLifecycle();
        return list().stream().map(this::takeBack).toList();
    }

    /**
     * Takes a bake back: the instance runs again, and the image that it made is removed with its snapshots. To finish it
     * instead, run the bake again.
     *
     * <p>It is looked at again first, and left alone if nothing proves that a bake left it, if it went on meanwhile, if its
     * image may have been handed on, or if something refers to the image, for example a test instance, which {@code
     * Amis.sweepVerifications()} ends. Safe to run again.
     *
     * <p><b>Calls</b> {@code DescribeInstances}, {@code DescribeImages}, {@code StartInstances}, {@code DeleteTags}; for the
     * image what deregistering an image calls.
     *
     * <p><b>Changes</b> the instance, if it is stopped, is started, and loses the tag {@code amis:bake}; the image is
     * deregistered with its snapshots.
     *
     * <p><b>Undo</b> {@code Amis.undo} of {@link EndedBake#removal()}, as far as the Recycle Bin covers image and snapshots.
     *
     * @param bake one that {@link #list()} found
     * @return what was done; a problem is in it
     * @throws UnsupportedCapabilityException before any call if the provider cannot start instances
     */
    public EndedBake takeBack(UnfinishedBake bake) {
        requireLifecycle();
        return new BakeEnding(session.at(bake.region()), engine, bake).takeBack();
    }

    /**
     * Ends a bake with its image kept, tested or not: the instance runs again, and both lose the tag {@code amis:bake}.
     *
     * <p>It is looked at again first, and left alone if nothing proves that a bake left it, if it went on meanwhile, or if
     * its image is not available. Safe to run again.
     *
     * <p><b>Calls</b> {@code DescribeInstances}, {@code DescribeImages}, {@code StartInstances}, {@code DeleteTags}.
     *
     * <p><b>Changes</b> the instance, if it is stopped, is started; instance and image lose the tag {@code amis:bake}.
     *
     * <p><b>Undo</b> stop the instance; the tag does not come back.
     *
     * @param bake one that {@link #list()} found
     * @return what was done; a problem is in it
     * @throws UnsupportedCapabilityException before any call if the provider cannot start instances
     */
    public EndedBake keepImage(UnfinishedBake bake) {
        requireLifecycle();
        return new BakeEnding(session.at(bake.region()), engine, bake).keepImage();
    }

    private void requireLifecycle() {
        if (session.here().instanceLifecycle().isEmpty()) {
            throw new UnsupportedCapabilityException(Failure.of("StartInstances", "the provider does not offer it")
                    .region(session.region())
                    .build());
        }
    }

    /** One whose age EC2 does not tell is old only where age does not matter. */
    private boolean isOld(UnfinishedBake bake) {
        return age.isZero()
                || bake.since().map(at -> !at.plus(age).isAfter(session.now())).orElse(false);
    }
}
