package dev.amis.rollout;

import dev.amis.internal.ImageLookup;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.usage.ReferenceSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is worth knowing of a group before it is rolled out to. */
final class GroupNotes {

    private static final String PREFIX = ReferenceSource.ROLLOUT_TAG_PREFIX;

    private GroupNotes() {}

    /** A way back launches from the version that the group names, which is not what these were launched from. */
    static Optional<String> strays(AutoScalingGroup group, LaunchTemplateVersion version) {
        long strays = GroupStanding.staying(group).stream()
                .filter(one -> !GroupStanding.isOf(
                        one, version.launchTemplateId(), version.launchTemplateName(), version.versionNumber()))
                .count();
        return strays == 0
                ? Optional.empty()
                : Optional.of(group.name() + " in " + group.region() + ": " + strays
                        + " of its instances were not launched from version " + version.versionNumber()
                        + ", but would be if the roll-out is taken back");
    }

    /** A version that another roll-out holds looks like one that somebody has named. */
    static List<String> otherRollouts(Session session, AutoScalingGroup group, TemplateTarget template) {
        return template
                .image()
                .flatMap(id -> ImageLookup.find(session.in(group.region()), id))
                .map(image -> image.tags().asMap().keySet())
                .orElse(Set.of())
                .stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> template.image().orElseThrow() + ", which " + group.name() + " in " + group.region()
                        + " launches, is part of roll-out " + key.substring(PREFIX.length())
                        + ", which is not confirmed; confirm it or take it back first")
                .toList();
    }
}
