package dev.amis.launch;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.TemplateOverrides;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at a version together with the groups and fleets that launch from it. */
final class Validation {

    private Validation() {}

    static List<LaunchFinding> of(RegionalProvider region, LaunchTemplateVersion version) {
        return of(region, version, version.launchTemplateData());
    }

    /**
     * Looks at what a version is to say.
     *
     * @param version the version whose launchers count, for example the one that a new one takes the place of
     * @param data what is said
     */
    static List<LaunchFinding> of(RegionalProvider region, LaunchTemplateVersion version, LaunchTemplateData data) {
        Set<LaunchFinding> findings = new LinkedHashSet<>(LaunchCheck.of(region, data, List.of()));
        try {
            Map<Optional<String>, Set<InstanceType>> overrides = TemplateOverrides.of(region, version);
            overrides.forEach((image, types) -> findings.addAll(LaunchCheck.of(
                    region, image.map(text -> data.with("ImageId", text)).orElse(data), types)));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            findings.add(LaunchFinding.warning(
                    "InstanceType",
                    "which types groups and fleets launch from it could not be read: " + unread.getMessage()));
        }
        return LaunchCheck.sorted(findings);
    }
}
