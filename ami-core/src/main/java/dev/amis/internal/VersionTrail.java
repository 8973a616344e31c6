package dev.amis.internal;

import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * To which versions of a launch template the way back from others leads. EC2 keeps no record of it: a version that is made here
 * tells it by its description; of the last one that became the default without being made for it a tag of the template tells.
 *
 * @param versions the versions of the template as far as they are known
 * @param tags the tags of the template
 */
public record VersionTrail(List<LaunchTemplateVersion> versions, Tags tags) {

    /** The key of the tag of the template. */
    public static final String KEY = "amis:default-before";

    private static final Pattern OURS =
            Pattern.compile("\\[amis [0-9a-f]{16} on version (\\d{1,18})(?:, before (\\d{1,18}))?]$");
    private static final Pattern OF_ROLLOUT = Pattern.compile("^roll-out .* on version (\\d{1,18})$");
    private static final Pattern OF_TEMPLATE = Pattern.compile("^(\\d{1,18}) after (\\d{1,18})$");

    /** Makes a trail of a copy of the versions. */
    public VersionTrail {
        versions = List.copyOf(versions);
    }

    /**
     * The tag of a template that tells which version was the default before.
     *
     * @param now the version that becomes the default
     * @param before the one that was
     * @return the tag
     */
    public static Tags note(long now, long before) {
        return Tags.of(KEY, now + " after " + before);
    }

    /**
     * The versions to which the way back from a version may lead as its own description tells.
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
     * The versions to which the way back from a version may lead.
     *
     * @param version one of the template
     * @return their numbers; none if nobody noted any
     */
    public Set<Long> before(LaunchTemplateVersion version) {
        Set<Long> before = new LinkedHashSet<>(of(version));
        Matcher note = OF_TEMPLATE.matcher(tags.get(KEY).orElse(""));
        if (note.matches() && Long.parseLong(note.group(1)) == version.versionNumber()) {
            before.add(Long.parseLong(note.group(2)));
        }
        return before;
    }

    /**
     * Whether the way back from the default version, step by step, leads to a version.
     *
     * @param number the number of the version
     * @return whether it does
     */
    public boolean leadsTo(long number) {
        Deque<Long> steps = new ArrayDeque<>();
        versions.stream().filter(LaunchTemplateVersion::isDefaultVersion).forEach(usual -> steps.addAll(before(usual)));
        Set<Long> passed = new LinkedHashSet<>();
        while (!steps.isEmpty()) {
            long step = steps.remove();
            if (passed.add(step)) {
                versions.stream()
                        .filter(version -> version.versionNumber() == step)
                        .forEach(version -> steps.addAll(before(version)));
            }
        }
        return passed.contains(number);
    }
}
