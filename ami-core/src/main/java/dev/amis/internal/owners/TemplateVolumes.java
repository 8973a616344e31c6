package dev.amis.internal.owners;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Pages;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Launch templates that make volumes of a snapshot, by the versions that launches take: the default and the latest. */
final class TemplateVolumes implements SnapshotSource {

    private static final String OPERATION = "DescribeLaunchTemplateVersions";
    private static final int PAGE = 200;

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        Set<SnapshotId> asked = snapshots.stream().map(Snapshot::snapshotId).collect(Collectors.toSet());
        LaunchTemplatePort port = port(where.here());
        DescribeLaunchTemplateVersionsRequest request = DescribeLaunchTemplateVersionsRequest.builder()
                .addVersions("$Default", "$Latest")
                .maxResults(PAGE)
                .build();
        List<SnapshotNeed> needs = new ArrayList<>();
        Pages.all(OPERATION, token -> port.describeLaunchTemplateVersions(request.withNextToken(token))).stream()
                .distinct()
                .forEach(version -> add(version, asked, needs));
        return needs;
    }

    private static void add(LaunchTemplateVersion version, Set<SnapshotId> asked, List<SnapshotNeed> needs) {
        version.blockDeviceMappings().stream()
                .map(BlockDeviceMapping::ebsVolume)
                .flatMap(volume -> volume.flatMap(EbsBlockDevice::snapshotId).stream())
                .filter(asked::contains)
                .forEach(id ->
                        needs.add(new SnapshotNeed(id, SnapshotOwners.LAUNCH_TEMPLATES, version.toString(), true)));
    }

    private static LaunchTemplatePort port(RegionalProvider here) {
        return here.launchTemplates()
                .orElseThrow(() -> new UnsupportedCapabilityException(Failure.of(
                                OPERATION, "the provider has no port for launch templates")
                        .region(here.region())
                        .advice("Leave them out with ignoringUseIn(\"" + SnapshotOwners.LAUNCH_TEMPLATES + "\")")
                        .build()));
    }
}
