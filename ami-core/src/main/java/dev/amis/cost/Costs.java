package dev.amis.cost;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.naming.NamingScheme;
import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A question for what images cost; starts at {@code Amis.costs()}. Immutable: each step makes a new one.
 *
 * <p>By default it is about all own images in the Region that the façade has in mind, deprecated and disabled ones too, by the
 * {@linkplain Prices#builtIn() built-in prices}. Looks by {@code DescribeImages}, {@code DescribeSnapshots}, and into the
 * Recycle Bin and its rules; nothing is changed.
 */
public final class Costs {

    private final Session session;
    private final Set<Region> regions;
    private final Grouping grouping;
    private final PriceSource source;
    private final SnapshotSizes sizes;

    private Costs(Session session, Set<Region> regions, Grouping grouping, PriceSource source, SnapshotSizes sizes) {
        this.session = session;
        this.regions = regions;
        this.grouping = grouping;
        this.source = source;
        this.sizes = sizes;
    }

    /**
     * Starts a question. Use {@code Amis.costs()}.
     *
     * @param session the account
     * @return the question
     */
    @SuppressWarnings("exports") // made by the façade only
    public static Costs of(Session session) {
        return new Costs(
                session, Set.of(session.region()), Grouping.NONE, Prices.builtIn(), SnapshotSizes.ofFullCopies());
    }

    /**
     * Looks in these Regions instead.
     *
     * @param first a Region
     * @param more further Regions
     * @return the new question
     */
    public Costs in(Region first, Region... more) {
        return in(Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    /**
     * Looks in these Regions instead.
     *
     * @param some at least one Region
     * @return the new question
     * @throws IllegalArgumentException if there is none
     */
    public Costs in(List<Region> some) {
        if (some.isEmpty()) {
            throw new IllegalArgumentException("regions is empty, but must name at least one Region");
        }
        return new Costs(session, new LinkedHashSet<>(some), grouping, source, sizes);
    }

    /**
     * Groups images by their names, in place of another grouping.
     *
     * @param scheme the scheme; names that differ only in version, date and build number are of one group, others of none
     * @return the new question
     */
    public Costs byFamily(NamingScheme scheme) {
        return by(Grouping.byFamily(scheme));
    }

    /**
     * Groups images by the value of a tag, in place of another grouping.
     *
     * @param key the key of the tag, for example {@code Owner}
     * @return the new question
     * @throws IllegalArgumentException if the key is blank
     */
    public Costs byTag(String key) {
        return by(Grouping.byTag(key));
    }

    /**
     * Groups images by a function, in place of another grouping.
     *
     * @param title what they are grouped by, in a few words
     * @param group answers the name of an image's group, nothing for none
     * @return the new question
     */
    public Costs by(String title, Function<Image, Optional<String>> group) {
        return by(new Grouping(title, group));
    }

    private Costs by(Grouping other) {
        return new Costs(session, regions, other, source, sizes);
    }

    /**
     * Uses other prices, for example {@link Prices#of(java.nio.file.Path)}.
     *
     * @param prices a table, or who is asked for one when the estimate is made
     * @return the new question
     */
    public Costs using(PriceSource prices) {
        return new Costs(session, regions, grouping, prices, sizes);
    }

    /**
     * Measures snapshots in the standard tier otherwise than by {@linkplain SnapshotSizes#ofFullCopies() full copies}.
     *
     * @param measure who is asked for each snapshot when the estimate is made; its exceptions end the estimate
     * @return the new question
     */
    public Costs measuredBy(SnapshotSizes measure) {
        return new Costs(session, regions, grouping, source, measure);
    }

    /**
     * Estimates what the images cost per month. What cannot be read is part of the answer.
     *
     * @return the costs
     * @throws dev.amis.error.AmiException if the source of prices could not be read
     * @throws dev.amis.error.WaitInterruptedException if the thread was interrupted
     */
    public CostReport estimate() {
        return estimate(Map.of());
    }

    private CostReport estimate(Map<Region, Set<SnapshotId>> more) {
        return new CostRun(session, source.prices(regions), sizes, grouping).estimate(regions, more);
    }

    /**
     * Estimates what a plan saves per month, in the Regions that it changes. Snapshots that it deletes for themselves are
     * counted as well.
     *
     * @param plan a plan about this account
     * @return the savings
     * @throws IllegalArgumentException if the plan is about another account
     * @throws dev.amis.error.AmiException if the source of prices could not be read
     * @throws dev.amis.error.WaitInterruptedException if the thread was interrupted
     */
    public Savings of(Plan plan) {
        if (!plan.account().equals(session.account())) {
            throw new IllegalArgumentException(
                    "plan is about account " + plan.account() + ", but must be about " + session.account());
        }
        Set<Region> changed = new LinkedHashSet<>();
        Map<Region, Set<SnapshotId>> deleted = new TreeMap<>();
        for (PlannedAction planned : plan.actions()) {
            changed.add(planned.action().region());
            if (planned.action() instanceof Action.DeleteSnapshot deletion) {
                deleted.computeIfAbsent(deletion.region(), none -> new TreeSet<>())
                        .add(deletion.snapshotId());
            }
        }
        return changed.isEmpty()
                ? estimate().savings(plan)
                : in(List.copyOf(changed)).estimate(deleted).savings(plan);
    }

    /**
     * Begins an estimate of what copying an image costs; the next step says where to.
     *
     * @param image the image, of any Region
     * @return the question
     */
    public Copying ofCopying(Image image) {
        return new Copying(session, source, image);
    }

    /** One line: the Regions and how images are grouped. */
    @Override
    public String toString() {
        return "costs of images in " + regions + (grouping.title().isEmpty() ? "" : " by " + grouping.title());
    }
}
