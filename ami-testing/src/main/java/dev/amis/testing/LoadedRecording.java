package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Snapshot;
import dev.amis.testing.internal.load.Recording;
import java.util.ArrayList;
import java.util.List;

/** A recording on its way into the in-memory account. */
final class LoadedRecording {

    private final Recording recording;
    private final AccountId account;

    LoadedRecording(Recording recording, AccountId account) {
        this.recording = recording;
        this.account = account;
    }

    void into(Seed seed) {
        recording.snapshots().forEach(one -> seed.snapshot(one, permissionsOf(one)));
        recording.images().forEach(one -> seed.image(one, permissionsOf(one)));
        recording.instances().forEach(seed::instance);
        recording.templateVersions().forEach(seed::launchTemplateVersion);
    }

    /** Another account's image was recorded because this account could see it. */
    private LaunchPermission[] permissionsOf(Image image) {
        List<LaunchPermission> permissions = new ArrayList<>(recording.permissionsOf(image));
        if (!image.ownerId().equals(account) && !image.isPublic()) {
            permissions.add(LaunchPermission.of(account));
        }
        return permissions.toArray(LaunchPermission[]::new);
    }

    private CreateVolumePermission[] permissionsOf(Snapshot snapshot) {
        List<CreateVolumePermission> permissions = new ArrayList<>(recording.permissionsOf(snapshot));
        if (!snapshot.ownerId().equals(account) && recording.wasRecorded(snapshot)) {
            permissions.add(CreateVolumePermission.of(account));
        }
        return permissions.toArray(CreateVolumePermission[]::new);
    }
}
