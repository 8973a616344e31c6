package dev.amis.plan;

import dev.amis.error.StalePlanException;
import dev.amis.internal.Session;
import dev.amis.usage.ReferenceSources;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plan about to be applied, with how it shall be done. Each step makes a new value; nothing happens before {@link #apply()}. */
public final class Applying {

    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

    private final Session session;
    private final ReferenceSources sources;
    private final Plan plan;
    private final Journal journal;
    private final Consumer<ApplyProgress> listener;
    private final BooleanSupplier stop;

    /** Starts without a listener, and with a journal in memory. */
    Applying(Session session, ReferenceSources sources, Plan plan) {
        this(session, sources, plan, Journal.inMemory(), progress -> {}, () -> false);
    }

    private Applying(
            Session session,
            ReferenceSources sources,
            Plan plan,
            Journal journal,
            Consumer<ApplyProgress> listener,
            BooleanSupplier stop) {
        this.session = session;
        this.sources = sources;
        this.plan = plan;
        this.journal = journal;
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Tells a listener after each action how far it has come.
     *
     * @param listener called on the applying thread; what it throws is logged and changes nothing
     * @return the next step
     */
    public Applying onProgress(Consumer<ApplyProgress> listener) {
        return new Applying(session, sources, plan, journal, listener, stop);
    }

    /**
     * Writes down the plan, and each action before it is made.
     *
     * @param journal where, for example {@code Journal.inFile(path)}: with it {@code Amis.resume} can finish the plan after a
     *     crash, and undo what was done before it
     * @return the next step
     */
    public Applying journal(Journal journal) {
        return new Applying(session, sources, plan, journal, listener, stop);
    }

    /**
     * Asks before each action whether to stop. What was done so far is in the report, the rest is
     * {@linkplain ChangeReport#notBegun() not begun}; {@code Amis.resume} with the same journal, or applying the plan again,
     * goes on with it: so this is for a pause as well as for giving up.
     *
     * @param stop answers true when no further action shall be begun; asked on the applying thread
     * @return the next step
     */
    public Applying stoppingWhen(BooleanSupplier stop) {
        return new Applying(session, sources, plan, journal, listener, stop);
    }

    /**
     * Makes the actions of the plan one after the other, each only if its facts still hold. Blocks until all were looked at,
     * or the thread is interrupted between two of them.
     *
     * <p>Applying the same plan again finishes what is left and repeats nothing.
     *
     * <p><b>Calls</b> {@code DescribeImages} and the calls of the plan's sources of references before the actions, one for up
     * to 100 images that are looked at together, at most five seconds before an action; another look before an action on
     * anything else; then what {@link Action} names for its kind.
     *
     * <p><b>Changes</b> what the plan says, and nothing whose facts have changed since.
     *
     * <p><b>Undo</b> {@code Amis.undo} with the report, as far as the plan says for each action.
     *
     * @return what became of each action; failures are in it, {@link ChangeReport#orThrow()} converts them
     * @throws StalePlanException before any call if the plan has expired, or belongs to another account
     */
    public ChangeReport apply() {
        return new Applier(session, sources, journal, this::tell, stop).apply(plan);
    }

    private void tell(ApplyProgress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException careless) {
            LOG.warn("A progress listener failed; applying goes on", careless);
        }
    }
}
