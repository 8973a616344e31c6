package dev.amis.cleanup;

import dev.amis.internal.owners.SnapshotOwners;
import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Which snapshots that no image needs any more stay nevertheless: a value that can be printed, compared, and used again. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class OrphanPolicy implements WithOrphanPolicy {

    /** No snapshot that is younger is ever deleted: its image may not show yet. */
    public static final Duration MINIMUM_AGE = Duration.ofDays(1);

    OrphanPolicy() {}

    /**
     * The Regions that are looked at.
     *
     * @return the Regions; none stands for the one that the façade has in mind
     */
    public abstract List<Region> regions();

    /**
     * Which snapshots can be touched at all.
     *
     * @return the tags, all of which a snapshot must have
     */
    public abstract List<OnlyRule.Tagged> onlyTagged();

    /**
     * The tags that keep a snapshot.
     *
     * @return the tags, of which one suffices
     */
    public abstract List<KeepRule.Tagged> keepTagged();

    /**
     * The tags that keep a snapshot until the date that they hold.
     *
     * @return their keys
     */
    public abstract Set<String> keepUntil();

    /**
     * Up to which age snapshots stay.
     *
     * @return the age, never below {@link #MINIMUM_AGE}
     */
    @Value.Default
    public Duration keepNewerThan() {
        return MINIMUM_AGE;
    }

    /**
     * The snapshots that stay whatever else is said.
     *
     * @return their ids
     */
    public abstract Set<SnapshotId> kept();

    /**
     * The tags whose value is the id of the image that a snapshot was made for.
     *
     * @return their keys; without any, only what EC2 wrote into descriptions counts
     */
    public abstract Set<String> imageTags();

    /**
     * The sources that are not asked who needs snapshots.
     *
     * @return their names
     */
    public abstract Set<String> ignoredSources();

    /**
     * Whether an image in the Recycle Bin is taken to need only the snapshots that name it.
     *
     * @return false if nothing else was said: it may need every snapshot that is older
     */
    @Value.Default
    public boolean trustingDescriptions() {
        return false;
    }

    /**
     * How many uses sources must tell of in each Region to be believed.
     *
     * @return the numbers by the sources' names
     */
    public abstract Map<String, Integer> expected();

    /**
     * How many snapshots a plan may delete in all.
     *
     * @return the limit, from 1; nothing stands for none
     */
    public abstract OptionalInt atMost();

    /**
     * How much of the own snapshots of each Region a plan may delete.
     *
     * @return the limit in percent, from 1 to 100; nothing stands for none
     */
    public abstract OptionalInt atMostPercent();

    /**
     * How many snapshots of each owner a plan may delete.
     *
     * @return the limits, all of which hold
     */
    public abstract List<OwnerLimit> ownerLimits();

    /**
     * How long a plan may be applied.
     *
     * @return a day if nothing else was said
     */
    @Value.Default
    public Duration validFor() {
        return Plan.LIFETIME;
    }

    @Value.Check
    void check() {
        atMost().ifPresent(limit -> Arguments.range("atMost", limit, 1, Integer.MAX_VALUE));
        atMostPercent().ifPresent(limit -> Arguments.range("atMostPercent", limit, 1, 100));
        Arguments.span("validFor", validFor());
        Arguments.span("keepingNewerThan", keepNewerThan());
        if (keepNewerThan().compareTo(MINIMUM_AGE) < 0) {
            throw new IllegalArgumentException("keepingNewerThan is " + keepNewerThan() + ", but must be at least "
                    + MINIMUM_AGE + ": the image of a younger snapshot may not show yet");
        }
        keepUntil().forEach(Arguments::tagKey);
        imageTags().forEach(Arguments::tagKey);
        ignoredSources().forEach(OrphanPolicy::checkOptional);
        expected().forEach((name, least) -> {
            checkKnown(name);
            Arguments.range("expectingAtLeast of " + name, least, 1, Integer.MAX_VALUE);
        });
    }

    private static void checkOptional(String name) {
        checkKnown(name);
        if (name.equals(SnapshotOwners.IMAGES)) {
            throw new IllegalArgumentException(
                    "source '" + name + "' cannot be left out: a snapshot that an image needs is no orphan");
        }
    }

    private static void checkKnown(String name) {
        if (!OrphanSnapshots.SOURCES.contains(name)) {
            throw new IllegalArgumentException(
                    "source is '" + name + "', but must be one of " + OrphanSnapshots.SOURCES);
        }
    }

    /** The sources that are asked, by the names that plans have for them. */
    List<String> sources() {
        List<String> asked = new ArrayList<>(OrphanSnapshots.SOURCES);
        asked.removeAll(ignoredSources());
        if (trustingDescriptions()) {
            asked.replaceAll(
                    name -> name.equals(SnapshotOwners.RECYCLE_BIN) ? SnapshotOwners.RECYCLE_BIN_BY_NAME : name);
        }
        return asked;
    }

    /** The numbers by the names that plans have for the sources. */
    Map<String, Integer> least() {
        return expected().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> trustingDescriptions() && entry.getKey().equals(SnapshotOwners.RECYCLE_BIN)
                                ? SnapshotOwners.RECYCLE_BIN_BY_NAME
                                : entry.getKey(),
                        Map.Entry::getValue));
    }

    /**
     * The policy as one line for people; no tag values.
     *
     * @return what is deleted, and what stays
     */
    @Override
    public String toString() {
        List<String> kept = new ArrayList<>();
        kept.add("newer than " + Durations.text(keepNewerThan()));
        keepTagged().forEach(rule -> kept.add("tagged " + rule.key() + value(rule.value())));
        keepUntil().forEach(key -> kept.add("until the date in tag " + key));
        if (!kept().isEmpty()) {
            kept.add(kept().size() + " by id");
        }
        String where = regions().stream().map(Region::value).collect(Collectors.joining(", "));
        return "delete snapshots whose images are gone"
                + (where.isEmpty() ? "" : " in " + where)
                + onlyTagged().stream().map(rule -> ", only " + rule.describe()).collect(Collectors.joining())
                + ", keeping " + String.join(", ", kept) + ", in use";
    }

    private static String value(Optional<String> value) {
        return value.isPresent() ? " with a certain value" : "";
    }

    /** Starts a new value, with an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link OrphanPolicy} values; each attribute can be set once. */
    public static final class Builder extends ImmutableOrphanPolicy.Builder {
        Builder() {}
    }
}
