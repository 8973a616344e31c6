package dev.amis.testing.internal.estate;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.model.Tags;
import dev.amis.model.VolumeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code Database-MySQL}: encrypted, and all of them on one snapshot of reference data. */
final class DataTeam {

    private static final int DATA_SIZE = 100;

    private final Workshop workshop;
    private final KmsKeyId key;
    private final List<Image> editions = new ArrayList<>();

    DataTeam(Workshop workshop) {
        this.workshop = workshop;
        this.key = workshop.setting().databaseKey();
    }

    void work() {
        BlockDeviceMapping data = referenceData();
        for (int i = 0; i < 16; i++) {
            editions.add(edition(i, data));
        }
    }

    List<Image> editions() {
        return editions;
    }

    private Image edition(int i, BlockDeviceMapping data) {
        Instant made = workshop.daysAgo(10 + 45L * (15 - i));
        Recipe recipe = new Recipe(workshop, "Database-MySQL-v2." + i + "-production", Region.EU_WEST_1, made)
                .rootOf(30)
                .encryptedWith(key)
                .with(data)
                .tags(tags().with("Version", "2." + i).with("Environment", "production"))
                .lastLaunched(made.plus(Duration.ofDays(2)));
        if (i == 15) {
            recipe.but(image -> image.withDeregistrationProtection(DeregistrationProtection.ENABLED_WITH_COOLDOWN));
        }
        return recipe.make();
    }

    private BlockDeviceMapping referenceData() {
        Instant made = workshop.daysAgo(700);
        SnapshotId id = SnapshotId.of(workshop.id("snap"));
        workshop.add(
                Snapshot.builder()
                        .snapshotId(id)
                        .region(Region.EU_WEST_1)
                        .ownerId(workshop.setting().company())
                        .state(SnapshotState.COMPLETED)
                        .progress(100)
                        .startTime(made)
                        .completionTime(made.plus(Duration.ofHours(1)))
                        .volumeSize(DATA_SIZE)
                        .fullSnapshotSizeInBytes(workshop.bytes(60, 70))
                        .storageTier(StorageTier.STANDARD)
                        .encrypted(true)
                        .kmsKeyId(key)
                        .description("reference data")
                        .tags(tags())
                        .build(),
                List.of());
        EbsBlockDevice volume = EbsBlockDevice.builder()
                .snapshotId(id)
                .volumeSize(DATA_SIZE)
                .volumeType(VolumeType.GP3)
                .encrypted(true)
                .deleteOnTermination(false)
                .build();
        return BlockDeviceMapping.ebs("/dev/sdf", volume);
    }

    private static Tags tags() {
        return Tags.of("Application", "Database-MySQL").with("Team", "data");
    }
}
