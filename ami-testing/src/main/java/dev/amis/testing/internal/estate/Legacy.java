package dev.amis.testing.internal.estate;

import dev.amis.model.Image;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What nobody has looked after for long: {@code WebServerImage}, and snapshots that no image stands on any more. */
final class Legacy {

    private final Workshop workshop;
    private final List<Image> images = new ArrayList<>();

    Legacy(Workshop workshop) {
        this.workshop = workshop;
    }

    void gather() {
        for (int i = 1; i <= 9; i++) {
            images.add(image(i));
        }
        for (int i = 0; i < 8; i++) {
            snapshot(
                    "Created by CreateImage(" + workshop.id("i") + ") for " + workshop.id("ami"),
                    400 + 25L * i,
                    Tags.none());
        }
        for (int i = 0; i < 3; i++) {
            snapshot("before upgrade of orders-db", 90 + 100L * i, Tags.of("Team", "orders"));
        }
    }

    List<Image> images() {
        return images;
    }

    private Image image(int number) {
        Instant made = workshop.daysAgo(735 - 20L * (number - 1));
        Recipe recipe = new Recipe(workshop, "WebServerImage-v" + number, Region.US_EAST_1, made)
                .tags(Tags.of("Name", "web server"));
        if (number == 2) {
            recipe.lastLaunched(workshop.daysAgo(700));
        }
        if (number == 9) {
            Instant twoYears = made.atOffset(ZoneOffset.UTC).plusYears(2).toInstant();
            recipe.shared(LaunchPermission.EVERYONE).deprecating(twoYears);
        }
        return recipe.make();
    }

    private void snapshot(String description, long age, Tags tags) {
        Instant made = workshop.daysAgo(age);
        Snapshot snapshot = Snapshot.builder()
                .snapshotId(SnapshotId.of(workshop.id("snap")))
                .region(Region.US_EAST_1)
                .ownerId(workshop.setting().company())
                .state(SnapshotState.COMPLETED)
                .progress(100)
                .startTime(made)
                .completionTime(made.plus(Duration.ofMinutes(9)))
                .volumeId(VolumeId.of(workshop.id("vol")))
                .volumeSize(20)
                .fullSnapshotSizeInBytes(workshop.bytes(4, 9))
                .storageTier(StorageTier.STANDARD)
                .description(description)
                .tags(tags)
                .build();
        workshop.add(snapshot, List.of());
    }
}
