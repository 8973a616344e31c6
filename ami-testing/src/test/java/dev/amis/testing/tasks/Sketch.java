package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.Trait.COMMON_SNAPSHOT;
import static dev.amis.testing.tasks.Trait.COOLING_DOWN;
import static dev.amis.testing.tasks.Trait.DISABLED;
import static dev.amis.testing.tasks.Trait.FAILED;
import static dev.amis.testing.tasks.Trait.ODD;
import static dev.amis.testing.tasks.Trait.PENDING;
import static dev.amis.testing.tasks.Trait.PROTECTED;
import static dev.amis.testing.tasks.Trait.PROTECTED_WITH_COOLDOWN;
import static dev.amis.testing.tasks.Trait.PUBLIC;
import static dev.amis.testing.tasks.Trait.SHARED;
import static dev.amis.testing.tasks.Trait.TWO_SNAPSHOTS;

import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An image of a generated account, in the words in which jqwik prints it.
 *
 * @param number makes its id
 * @param region where it is
 * @param family what its name and its tag {@code Family} say; empty for an image of no family
 * @param days its age
 * @param traits what is particular about it; where several contradict each other, the first counts
 */
record Sketch(int number, Region region, String family, int days, Set<Trait> traits) {

    private static final List<Trait> STATES = List.of(PENDING, FAILED, DISABLED, ODD);

    Sketch {
        traits = new TreeSet<>(traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    ImageId id() {
        return ImageId.of(String.format("ami-%017x", number));
    }

    /** A name of version order, so that of two images of one date that of the higher number is newer. */
    String name() {
        return family.isEmpty() ? "misc " + number : String.format("%s-v1.%d.0", family, 100 + number);
    }

    ImageState state() {
        return switch (STATES.stream().filter(this::is).findFirst().orElse(TWO_SNAPSHOTS)) {
            case PENDING -> ImageState.PENDING;
            case FAILED -> ImageState.FAILED;
            case DISABLED -> ImageState.DISABLED;
            case ODD -> ImageState.UNKNOWN;
            default -> ImageState.AVAILABLE;
        };
    }

    boolean isAvailable() {
        return state() == ImageState.AVAILABLE;
    }

    boolean isPublic() {
        return is(PUBLIC) && state() != ImageState.DISABLED;
    }

    boolean isShared() {
        return (is(SHARED) || is(PUBLIC)) && state() != ImageState.DISABLED;
    }

    boolean isProtected() {
        return is(PROTECTED) || is(PROTECTED_WITH_COOLDOWN) || is(COOLING_DOWN);
    }

    /** What could not be made has none. */
    List<SnapshotId> snapshots() {
        List<SnapshotId> snapshots = new ArrayList<>();
        if (state() != ImageState.FAILED) {
            snapshots.add(snapshot(number));
            if (is(TWO_SNAPSHOTS)) {
                snapshots.add(snapshot(0x1000 + number));
            }
            if (is(COMMON_SNAPSHOT)) {
                snapshots.add(common(region));
            }
        }
        return snapshots;
    }

    static SnapshotId common(Region region) {
        return snapshot(0x2000 + RetirementWorld.REGIONS.indexOf(region));
    }

    private static SnapshotId snapshot(int number) {
        return SnapshotId.of(String.format("snap-%017x", number));
    }

    Stream<String> ids() {
        return Stream.concat(Stream.of(id().value()), snapshots().stream().map(SnapshotId::value));
    }

    @Override
    public String toString() {
        return "#" + number + " " + region + " " + (family.isEmpty() ? "(no family)" : family) + " " + days + "d "
                + traits;
    }
}
