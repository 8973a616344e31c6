package dev.amis.launch;

import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A version on top of another, as EC2 is asked for it.
 *
 * @param says all that the new version says
 * @param sent what is sent of that
 * @param source the number of the version that EC2 takes the rest from; nothing if all is sent
 */
@SuppressWarnings("exports") // for roll-outs
public record VersionOnTop(LaunchTemplateData says, LaunchTemplateData sent, OptionalLong source) {

    /**
     * The same version with another image. A snapshot that it names for the root volume goes, as it holds the old disk.
     *
     * @param region the account in the template's Region
     * @param version the version that it is made on top of
     * @param image the image
     * @return what to ask for
     */
    public static VersionOnTop of(RegionalProvider region, LaunchTemplateVersion version, ImageId image) {
        LaunchTemplateData before = version.launchTemplateData();
        LaunchTemplateData after = DataChange.withoutOldRoot(region, before, before.withImage(image));
        VersionOnTop onTop = of(version.versionNumber(), before, after);
        // The image is always said: a version cannot be made of nothing, as where it names the image already.
        return new VersionOnTop(onTop.says(), onTop.sent().withImage(image), onTop.source());
    }

    static VersionOnTop of(long number, LaunchTemplateData before, LaunchTemplateData after) {
        boolean onTop = tops(after).containsAll(tops(before));
        return onTop
                ? new VersionOnTop(after, difference(before, after), OptionalLong.of(number))
                : new VersionOnTop(after, after, OptionalLong.empty());
    }

    /** The number as EC2 takes it. */
    public Optional<String> sourceVersion() {
        return source.isPresent() ? Optional.of(Long.toString(source.getAsLong())) : Optional.empty();
    }

    /**
     * What is said otherwise, by whole first words, as EC2 takes it. Volumes are always said where they name snapshots, which
     * EC2 does not take over from the source.
     */
    private static LaunchTemplateData difference(LaunchTemplateData before, LaunchTemplateData after) {
        LaunchTemplateData sent = after;
        for (String top : tops(after)) {
            boolean same = below(before, top).equals(below(after, top));
            boolean snapshots =
                    below(after, top).parameters().keySet().stream().anyMatch(name -> name.endsWith(".SnapshotId"));
            if (same && !snapshots) {
                sent = sent.without(top);
            }
        }
        return sent;
    }

    private static LaunchTemplateData below(LaunchTemplateData data, String top) {
        LaunchTemplateData below = data;
        for (String other : tops(data)) {
            below = other.equals(top) ? below : below.without(other);
        }
        return below;
    }

    private static Set<String> tops(LaunchTemplateData data) {
        Set<String> tops = new LinkedHashSet<>();
        data.parameters().keySet().forEach(name -> tops.add(name.split("\\.", 2)[0]));
        return tops;
    }
}
