package dev.amis.report;

import dev.amis.model.Region;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is decided about the images of one family in one Region.
 *
 * @param family the family, empty for the images that belong to none
 * @param region the Region
 * @param ofSnapshots whether it is snapshots instead, which belong to no family
 * @param changed the decisions that change something, all of which must be shown
 * @param kept the decisions that leave things as they are
 */
record FamilyDecisions(String family, Region region, boolean ofSnapshots, List<Decision> changed, List<Decision> kept) {

    /** How many kept images of a family are worth a line of their own. */
    private static final int SHOWN = 50;

    private record Key(String family, Region region, boolean ofSnapshots) {}

    /** The families of a plan in its order, those in which nothing changes last. */
    static List<FamilyDecisions> of(Plan plan) {
        Map<Key, FamilyDecisions> families = new LinkedHashMap<>();
        for (Decision decision : plan.decisions()) {
            families.computeIfAbsent(
                            new Key(decision.family(), decision.region(), decision.isOfSnapshot()),
                            key -> new FamilyDecisions(
                                    key.family(),
                                    key.region(),
                                    key.ofSnapshots(),
                                    new ArrayList<>(),
                                    new ArrayList<>()))
                    .add(decision);
        }
        return Stream.concat(
                        families.values().stream().filter(FamilyDecisions::changes),
                        families.values().stream().filter(family -> !family.changes()))
                .toList();
    }

    private void add(Decision decision) {
        (decision.verdict() == Verdict.KEEP ? kept : changed).add(decision);
    }

    boolean changes() {
        return !changed.isEmpty();
    }

    /** What it is called, without the Region. */
    String title() {
        if (ofSnapshots) {
            return "Snapshots";
        }
        return family.isEmpty() ? "No family" : "Family " + family;
    }

    /** What each of them is called. */
    String noun() {
        return ofSnapshots ? "snapshot" : "image";
    }

    /** The heading of their ids. */
    String column() {
        return ofSnapshots ? "Snapshot" : "Image";
    }

    /** The heading of what tells them to people. */
    String nameColumn() {
        return ofSnapshots ? "Description" : "Name";
    }

    /** The kept ones to be shown. */
    List<Decision> shown() {
        return kept.subList(0, Math.min(SHOWN, kept.size()));
    }

    /** How many kept images are counted only. */
    int more() {
        return kept.size() - shown().size();
    }

    Tally tally() {
        return Tally.of(Stream.concat(changed.stream(), kept.stream()).toList());
    }
}
