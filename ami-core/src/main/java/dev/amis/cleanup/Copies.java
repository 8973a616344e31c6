package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the copies of one image in several Regions, and keeps all of them if one is kept. */
final class Copies {

    private final Map<Region, List<Family>> families = new LinkedHashMap<>();
    private final List<Copy> copies = new ArrayList<>();
    private final Map<String, Copy> byLabel = new HashMap<>();

    /** An image on its way to the group that it belongs to. */
    private static final class Copy {

        private final Region region;
        private final Member member;
        private Copy leader = this;
        private @Nullable Copy kept;

        Copy(Region region, Member member) {
            this.region = region;
            this.member = member;
        }

        Copy leader() {
            Copy found = this;
            while (found.leader != found) {
                found.leader = found.leader.leader;
                found = found.leader;
            }
            return found;
        }
    }

    /** Adds the judged families of a Region. */
    void add(Region region, List<Family> judged) {
        families.put(region, judged);
        judged.stream()
                .filter(family -> !family.isNone())
                .forEach(family -> family.members().forEach(member -> add(family, new Copy(region, member))));
    }

    private void add(Family family, Copy copy) {
        copies.add(copy);
        Image image = copy.member.image();
        join(copy, copy.region + " " + image.imageId());
        image.name().ifPresent(name -> join(copy, name + "\n" + family.name()));
        image.sourceImageRegion()
                .filter(from -> !from.equals(copy.region))
                .ifPresent(from -> image.sourceImageId().ifPresent(source -> join(copy, from + " " + source)));
    }

    /** Puts a copy into the group of all that have a label. */
    private void join(Copy copy, String label) {
        Copy other = byLabel.putIfAbsent(label, copy);
        if (other != null) {
            copy.leader().leader = other.leader();
        }
    }

    /** Keeps what has a copy that is kept. */
    void keepTogether() {
        for (Copy copy : copies) {
            Copy leader = copy.leader();
            leader.kept = leader.kept == null && copy.member.staysAsItIs() ? copy : leader.kept;
        }
        for (Copy copy : copies) {
            Copy kept = copy.leader().kept;
            if (kept != null && copy.member.isRetired()) {
                copy.member.keep(List.of(new Reason(
                        Kind.COPY_KEPT,
                        "its copy " + kept.member.imageId() + " in " + kept.region + " is kept: "
                                + kept.member.reasons().get(0))));
            }
        }
    }

    /** The families of each Region. */
    Map<Region, List<Family>> families() {
        return families;
    }
}
