package dev.amis.internal.owners;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Pages;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Launch templates that make volumes of a snapshot: by the versions that launches take, the default and the latest, or by all
 * versions, since groups, fleets and people may name any. That takes a call for each template that has others. What a version
 * says never changes, and a new one is the latest: between a plan and its changes the first question is enough.
 */
final class TemplateVolumes implements SnapshotSource {

    private static final String OPERATION = "DescribeLaunchTemplateVersions";
    private static final int PAGE = 200;

    private final boolean allVersions;

    TemplateVolumes(boolean allVersions) {
        this.allVersions = allVersions;
    }

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        Set<SnapshotId> asked = snapshots.stream().map(Snapshot::snapshotId).collect(Collectors.toSet());
        LaunchTemplatePort port = port(where.here());
        Set<LaunchTemplateVersion> versions = new LinkedHashSet<>(
                read(port, request().addVersions("$Default", "$Latest").build()));
        if (allVersions) {
            withOthers(versions).forEach(template -> versions.addAll(versionsOf(port, template)));
        }
        List<SnapshotNeed> needs = new ArrayList<>();
        versions.forEach(version -> add(version, asked, needs));
        return needs;
    }

    /** Numbers only grow, so a template has other versions only if its latest number is above how many were told. */
    private static List<LaunchTemplateId> withOthers(Collection<LaunchTemplateVersion> defaultAndLatest) {
        Map<LaunchTemplateId, List<Long>> numbers = defaultAndLatest.stream()
                .collect(Collectors.groupingBy(
                        LaunchTemplateVersion::launchTemplateId,
                        LinkedHashMap::new,
                        Collectors.mapping(LaunchTemplateVersion::versionNumber, Collectors.toList())));
        return numbers.entrySet().stream()
                .filter(template -> Collections.max(template.getValue())
                        > Set.copyOf(template.getValue()).size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<LaunchTemplateVersion> versionsOf(LaunchTemplatePort port, LaunchTemplateId template) {
        try {
            return read(port, request().launchTemplateId(template).build());
        } catch (NotFoundException goneMeanwhile) {
            return List.of();
        }
    }

    private static DescribeLaunchTemplateVersionsRequest.Builder request() {
        return DescribeLaunchTemplateVersionsRequest.builder().maxResults(PAGE);
    }

    private static List<LaunchTemplateVersion> read(
            LaunchTemplatePort port, DescribeLaunchTemplateVersionsRequest request) {
        return Pages.all(OPERATION, token -> port.describeLaunchTemplateVersions(request.withNextToken(token)));
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
