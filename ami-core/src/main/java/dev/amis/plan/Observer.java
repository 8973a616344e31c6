package dev.amis.plan;

import dev.amis.error.NotFoundException;
import dev.amis.internal.IdFilters;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Pages;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.internal.SnapshotUsers;
import dev.amis.internal.TemplateLook;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Reads what actions rely on. What is not there is an answer, not a failure. */
final class Observer {

    private final Session session;
    private final BiFunction<Region, ImageId, Optional<Image>> images;

    /** Reads anew each time. */
    Observer(Session session) {
        this(session, (region, imageId) -> ImageLookup.find(session.in(region), imageId));
    }

    /** Reads images as it is told. */
    Observer(Session session, BiFunction<Region, ImageId, Optional<Image>> images) {
        this.session = session;
        this.images = images;
    }

    Observation image(Region region, ImageId imageId) {
        return images.apply(region, imageId)
                .map(image -> Observation.of(image, Optional.empty()))
                .orElse(Observation.GONE);
    }

    Observation imageAndPermissions(Region region, ImageId imageId) {
        Optional<Image> image = images.apply(region, imageId);
        if (image.isEmpty()) {
            return Observation.GONE;
        }
        try {
            Set<LaunchPermission> permissions =
                    session.in(region).imageAttributes().describeLaunchPermissions(imageId);
            return Observation.of(image.get(), Optional.of(permissions));
        } catch (NotFoundException goneMeanwhile) {
            return Observation.GONE;
        }
    }

    Observation snapshot(Region region, SnapshotId snapshotId) {
        try {
            List<Snapshot> found = Pages.all(
                    "DescribeSnapshots",
                    token -> session.in(region)
                            .snapshots()
                            .describeSnapshots(DescribeSnapshotsRequest.builder()
                                    .addSnapshotId(snapshotId)
                                    .nextToken(token)
                                    .build()));
            return found.isEmpty() ? Observation.GONE : Observation.of(found.get(0));
        } catch (NotFoundException gone) {
            return Observation.GONE;
        }
    }

    /**
     * What has become of snapshots that should have gone with their image.
     *
     * @return for each of them gone, needed by another image, or still there for a reason that nobody knows any more
     */
    List<SnapshotDeletion> deletions(Region region, List<SnapshotId> snapshots) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        Set<SnapshotId> left = IdFilters.of("snapshot-id", snapshots).stream()
                .flatMap(ids -> OwnResources.snapshots(session.in(region), ids).stream())
                .map(Snapshot::snapshotId)
                .collect(Collectors.toSet());
        Set<SnapshotId> needed = left.isEmpty()
                ? Set.of()
                : SnapshotUsers.of(session.in(region), left).keySet();
        return snapshots.stream()
                .map(id -> new SnapshotDeletion(id, code(left.contains(id), needed.contains(id))))
                .toList();
    }

    private static SnapshotDeletionCode code(boolean left, boolean needed) {
        if (!left) {
            return SnapshotDeletionCode.SUCCESS;
        }
        return needed ? SnapshotDeletionCode.SKIPPED : SnapshotDeletionCode.UNKNOWN;
    }

    /** What a parameter says, and whose it is if the plan relies on that, beside what is known of the image that it is to say. */
    Observation parameter(PointerAction action, Facts reliedOn, Observation image) {
        RegionalProvider region = session.in(action.region());
        String says = Pointers.says(region, action.parameter());
        Facts facts = image.facts().withParameterValue(says);
        if (reliedOn.parameterDescription().isPresent()) {
            facts = facts.withParameterDescription(Pointers.description(Pointers.describe(region, action.parameter())));
        }
        return new Observation(!says.equals(Pointers.NOTHING), false, facts);
    }

    /** The account in a Region. */
    RegionalProvider in(Region region) {
        return session.in(region);
    }

    /** What is known of the image that a template is to name, as far as the plan relies on it. */
    Observation imageOf(Region region, LaunchTemplateData data, Facts reliedOn) {
        return reliedOn.state().isEmpty()
                ? Observation.GONE
                : data.imageReference()
                        .filter(text -> text.startsWith("ami-"))
                        .map(text -> image(region, ImageId.of(text)))
                        .orElse(Observation.GONE);
    }

    /** The versions of a template that tell of one of them, and of the default and the latest. */
    static List<LaunchTemplateVersion> versions(
            RegionalProvider region, LaunchTemplateId template, TemplateVersionName wanted) {
        return wanted instanceof TemplateVersionName.Numbered numbered
                ? TemplateLook.around(region, template, numbered.number())
                : TemplateLook.versions(region, template);
    }

    /**
     * What a template is like, beside what is known of the image that it is to name.
     *
     * @param versions the default and the latest version among others, none if there is no such template
     * @param wanted the version that must be there; nothing if the template is meant
     * @param image what is known of the image
     */
    Observation template(
            List<LaunchTemplateVersion> versions, Optional<TemplateVersionName> wanted, Observation image) {
        Optional<LaunchTemplateVersion> usual = versions.stream()
                .filter(LaunchTemplateVersion::isDefaultVersion)
                .findFirst();
        Facts facts = image.facts()
                .withDefaultVersion(
                        usual.map(LaunchTemplateVersion::versionNumber).orElse(0L))
                .withDefaultDescription(
                        usual.flatMap(LaunchTemplateVersion::versionDescription).orElse(""))
                .withLatestVersion(versions.stream()
                        .mapToLong(LaunchTemplateVersion::versionNumber)
                        .max()
                        .orElse(0));
        boolean isThere =
                wanted.map(version -> version.in(versions).isPresent()).orElse(!versions.isEmpty());
        return new Observation(isThere, false, facts);
    }

    Observation templateTags(Region region, LaunchTemplateId template) {
        try {
            Tags tags = TemplateLook.template(session.in(region), template).tags();
            return new Observation(true, false, Facts.builder().tags(tags).build());
        } catch (NotFoundException gone) {
            return Observation.GONE;
        }
    }

    Observation snapshotPermissions(Region region, SnapshotId snapshotId) {
        try {
            return Observation.ofSnapshotPermissions(
                    session.in(region).snapshots().describeCreateVolumePermissions(snapshotId));
        } catch (NotFoundException gone) {
            return Observation.GONE;
        }
    }
}
