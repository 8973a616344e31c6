package dev.amis.testing.tasks;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.Page;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the owner of an account sees of its images and snapshots in all Regions, by id and in words, so that a difference can
 * be read. Looking takes calls: troubles are to be cleared before.
 */
final class Census {

    private Census() {}

    static Map<String, String> of(InMemoryAws aws) {
        Map<String, String> seen = new TreeMap<>();
        for (Region name : RetirementWorld.REGIONS) {
            InMemoryRegion region = aws.in(name);
            images(region).forEach(image -> seen.put(image.imageId().value(), describe(aws, region, image)));
            snapshots(region).forEach(snapshot -> seen.put(snapshot.snapshotId().value(), describe(region, snapshot)));
        }
        return seen;
    }

    static List<Image> images(InMemoryAws aws) {
        return RetirementWorld.REGIONS.stream()
                .flatMap(region -> images(aws.in(region)).stream())
                .toList();
    }

    /** Images that are there without one of their snapshots. */
    static List<Image> broken(InMemoryAws aws) {
        Set<String> there = of(aws).keySet();
        return images(aws).stream()
                .filter(image -> !image.snapshotIds().stream().allMatch(id -> there.contains(id.value())))
                .toList();
    }

    private static String describe(InMemoryAws aws, InMemoryRegion region, Image image) {
        Instant now = aws.clock().instant();
        return String.join(
                " ",
                image.name().orElse("-"),
                image.stateText(),
                "in " + image.region(),
                "made " + image.creationDate(),
                "deprecated " + image.deprecationTime(),
                "launched " + image.lastLaunchedTime(),
                image.deregistrationProtection().blocksAt(now)
                        ? image.deregistrationProtection().text()
                        : "unprotected",
                "public " + image.isPublic(),
                "shared with " + region.imageAttributes().describeLaunchPermissions(image.imageId()),
                "tags " + image.tags().asMap(),
                "on " + image.snapshotIds());
    }

    private static String describe(InMemoryRegion region, Snapshot snapshot) {
        return String.join(
                " ",
                snapshot.stateText(),
                "in " + snapshot.region(),
                "tags " + snapshot.tags().asMap(),
                "shared with " + region.snapshots().describeCreateVolumePermissions(snapshot.snapshotId()));
    }

    private static List<Image> images(InMemoryRegion region) {
        return pages(token -> region.images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .includeDeprecated(true)
                        .includeDisabled(true)
                        .maxResults(1000)
                        .nextToken(token)
                        .build()));
    }

    private static List<Snapshot> snapshots(InMemoryRegion region) {
        return pages(token -> region.snapshots()
                .describeSnapshots(DescribeSnapshotsRequest.builder()
                        .addOwnerId("self")
                        .maxResults(1000)
                        .nextToken(token)
                        .build()));
    }

    private static <T> List<T> pages(Function<Optional<String>, Page<T>> reader) {
        List<T> all = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<T> page = reader.apply(token);
            all.addAll(page.items());
            token = page.nextToken();
        } while (token.isPresent());
        return all;
    }

    /** What has become of what was there: nothing, if two accounts look the same but for some ids. */
    static Map<String, String> differences(Map<String, String> before, Map<String, String> now, Set<String> but) {
        Map<String, String> found = new TreeMap<>();
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(now.keySet());
        ids.removeAll(but);
        for (String id : ids) {
            String was = before.getOrDefault(id, "not there");
            String is = now.getOrDefault(id, "not there");
            if (!was.equals(is)) {
                found.put(id, "\n  was " + was + "\n  is  " + is + "\n");
            }
        }
        return found;
    }
}
