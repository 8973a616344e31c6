package dev.amis.internal;

import dev.amis.model.LaunchTemplateVersion;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** To which versions of a launch template the way back from one leads, as its description tells: EC2 keeps no record of it. */
public final class VersionTrail {

    private static final Pattern OURS =
            Pattern.compile("\\[amis [0-9a-f]{16} on version (\\d{1,18})(?:, before (\\d{1,18}))?]$");
    private static final Pattern OF_ROLLOUT = Pattern.compile("^roll-out .* on version (\\d{1,18})$");

    private VersionTrail() {}

    /**
     * The versions that the way back from a version may lead to.
     *
     * @param version a version
     * @return the number of the one that it was made on top of, and of the default before it if that was another; none if
     *     nobody noted it
     */
    public static Set<Long> of(LaunchTemplateVersion version) {
        String description = version.versionDescription().orElse("");
        Set<Long> before = new LinkedHashSet<>();
        for (Pattern pattern : new Pattern[] {OURS, OF_ROLLOUT}) {
            Matcher matcher = pattern.matcher(description);
            if (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    if (matcher.group(group) != null) {
                        before.add(Long.parseLong(matcher.group(group)));
                    }
                }
            }
        }
        return before;
    }

    /**
     * Whether the way back from the default version, step by step, leads to a version.
     *
     * @param versions the versions of the template as far as they are known
     * @param number the number of the version
     * @return whether it does
     */
    public static boolean leadsTo(Collection<LaunchTemplateVersion> versions, long number) {
        Deque<Long> steps = new ArrayDeque<>();
        versions.stream().filter(LaunchTemplateVersion::isDefaultVersion).forEach(usual -> steps.addAll(of(usual)));
        Set<Long> passed = new LinkedHashSet<>();
        while (!steps.isEmpty()) {
            long step = steps.remove();
            if (passed.add(step)) {
                versions.stream()
                        .filter(version -> version.versionNumber() == step)
                        .forEach(version -> steps.addAll(of(version)));
            }
        }
        return passed.contains(number);
    }
}
