package dev.amis.rollout;

import dev.amis.error.Failure;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.ThrottledException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Pauses;
import dev.amis.internal.Session;
import dev.amis.model.InstanceRefresh;
import dev.amis.time.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for instance refreshes of several groups together. */
final class RefreshWait {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshWait.class);

    private final Session session;
    private final Consumer<Progress> listener;
    private final Map<GroupTarget, String> open = new LinkedHashMap<>();

    /** A refresh that is over. */
    record Ended(GroupTarget group, InstanceRefresh refresh) {}

    RefreshWait(Session session, Consumer<Progress> listener) {
        this.session = session;
        this.listener = listener;
    }

    void add(GroupTarget group, String refreshId) {
        open.put(group, refreshId);
    }

    /** Those that were not over when it was given up. */
    List<GroupTarget> open() {
        return List.copyOf(open.keySet());
    }

    /**
     * Waits until all are over, or one is not as it should be.
     *
     * @param isWell what the end of a refresh must be like
     * @return those that ended badly at the look that found the first of them, none if all ended well or time is up
     */
    List<Ended> await(Duration atMost, Predicate<InstanceRefresh> isWell) {
        Instant begun = session.now();
        Pauses pauses = new Pauses(session.waitPolicy(), session.random());
        while (true) {
            List<Ended> bad = look(begun).stream()
                    .filter(ended -> !isWell.test(ended.refresh()))
                    .toList();
            if (!bad.isEmpty()
                    || open.isEmpty()
                    || Duration.between(begun, session.now()).compareTo(atMost) >= 0) {
                return bad;
            }
            pause(pauses.next());
        }
    }

    private List<Ended> look(Instant begun) {
        List<Ended> over = new ArrayList<>();
        for (Iterator<Map.Entry<GroupTarget, String>> all = open.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<GroupTarget, String> one = all.next();
            GroupTarget group = one.getKey();
            Optional<InstanceRefresh> refresh = look(group, one.getValue());
            // What was just started may not be told of yet.
            if (refresh.isPresent()) {
                InstanceRefresh now = refresh.get();
                tell(new Progress(
                        group.name() + " in " + group.region(),
                        now.statusText(),
                        now.percentageComplete().isPresent() ? now.percentageComplete() : OptionalInt.empty(),
                        Duration.between(begun, session.now())));
                if (now.status().isOver()) {
                    over.add(new Ended(group, now));
                    all.remove();
                }
            }
        }
        return over;
    }

    /** Who listens must not end what others wait for. */
    private void tell(Progress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException failed) {
            LOG.warn("A listener failed at {}", progress, failed);
        }
    }

    /** Pauses as between looks. */
    void pause() {
        pause(new Pauses(session.waitPolicy(), session.random()).next());
    }

    /** A look that fails for now is made again, as the refresh goes on meanwhile. */
    private Optional<InstanceRefresh> look(GroupTarget group, String id) {
        try {
            return new RegionPorts(session.in(group.region())).refresh(group.name(), id);
        } catch (ThrottledException | ProviderException | OutcomeUnknownException forNow) {
            LOG.debug("A look at {} failed: {}", group.name(), forNow.getMessage());
            return Optional.empty();
        }
    }

    private void pause(Duration time) {
        try {
            session.sleeper().sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(
                    Failure.of("roll-out", "the waiting thread was interrupted")
                            .advice("The instance refreshes go on; resume the roll-out by its journal, or take it back")
                            .build(),
                    interrupted);
        }
    }
}
