package dev.amis.rollout;

import dev.amis.internal.ImageLookup;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import dev.amis.usage.ReferenceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** What becomes of instances that an instance refresh does not simply replace. */
    static List<String> outOfTheOrdinary(AutoScalingGroup group, RefreshPreferences how) {
        List<String> notes = new ArrayList<>();
        long guarded = guarded(group).count();
        if (guarded > 0) {
            ScaleInProtectedInstances choice = how.scaleInProtectedInstances().orElse(ScaleInProtectedInstances.WAIT);
            notes.add(told(group, guarded) + " protected from scale in, and "
                    + switch (choice) {
                        case REFRESH -> "replaced nevertheless";
                        case IGNORE -> "ignored: left on the old version";
                        case WAIT, UNKNOWN ->
                            "waited for: unless the protection is removed within an hour, the instance refresh fails;"
                                    + " ScaleInProtectedInstances can be Refresh or Ignore instead";
                    });
        }
        long standby = inStandby(group).count();
        if (standby > 0) {
            StandbyInstances choice = how.standbyInstances().orElse(StandbyInstances.WAIT);
            notes.add(told(group, standby) + " in standby, and "
                    + switch (choice) {
                        case TERMINATE -> "terminated";
                        case IGNORE -> "ignored: left on the old version";
                        case WAIT, UNKNOWN ->
                            "waited for: unless they return to service within an hour, the instance refresh fails;"
                                    + " StandbyInstances can be Terminate or Ignore instead";
                    });
        }
        return notes;
    }

    /** What a template says that Auto Scaling asks further permissions for. Source: Auto Scaling User Guide. */
    static List<String> permissions(LaunchTemplateVersion version) {
        List<String> notes = new ArrayList<>();
        String told = version + " in " + version.region();
        if (says(version, "IamInstanceProfile.")) {
            notes.add(told + " names an instance profile, so iam:PassRole on its role is needed besides iamPolicy()");
        }
        if (says(version, "TagSpecifications.")) {
            notes.add(told + " tags what is launched, so ec2:CreateTags on that is needed besides iamPolicy()");
        }
        return notes;
    }

    private static boolean says(LaunchTemplateVersion version, String prefix) {
        return version.launchTemplateData().parameters().keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    static Stream<AutoScalingInstance> guarded(AutoScalingGroup group) {
        return GroupStanding.staying(group).stream().filter(AutoScalingInstance::protectedFromScaleIn);
    }

    static Stream<AutoScalingInstance> inStandby(AutoScalingGroup group) {
        return GroupStanding.staying(group).stream().filter(AutoScalingInstance::isInStandby);
    }

    private static String told(AutoScalingGroup group, long some) {
        return group.name() + " in " + group.region() + ": " + some + " of its "
                + group.instances().size() + " instances " + (some == 1 ? "is" : "are");
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
