package dev.amis.plan;

import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code DisableImage}. EC2 forgets the launch permissions, so they are read right before and put back after enabling. */
final class DisableEffect extends ImageEffect<Action.Disable> {

    @Override
    boolean readsPermissions() {
        return true;
    }

    @Override
    public boolean isDone(Action.Disable action, Observation now) {
        return now.facts().state().equals(Optional.of(ImageState.DISABLED));
    }

    @Override
    public List<SnapshotDeletion> make(Action.Disable action, RegionalProvider ec2) {
        ec2.imageLifecycle().disableImage(action.imageId());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.Disable action, Facts before, Instant now) {
        if (before.state().equals(Optional.of(ImageState.DISABLED))) {
            return List.of();
        }
        List<PlannedAction> back = new ArrayList<>();
        Facts left = Facts.builder().state(ImageState.DISABLED).build();
        Action enable = new Action.Enable(action.region(), action.imageId());
        back.add(PlannedAction.of(enable, takesBack(action), left, now));
        before.launchPermissions()
                .filter(permissions -> !permissions.isEmpty())
                .ifPresent(permissions -> back.add(share(action, permissions, now)));
        return back;
    }

    @Override
    public Reversibility reversibility(Action.Disable action, Facts before, Instant now) {
        boolean everyone = before.launchPermissions()
                .filter(permissions -> permissions.contains(LaunchPermission.EVERYONE))
                .isPresent();
        if (everyone) {
            return Reversibility.disablingPublic();
        }
        return Reversibility.reversible(before.launchPermissions()
                .map(DisableEffect::whatComesBack)
                .orElse("it is enabled again, and its launch permissions, read right before, are put back"));
    }

    private static String whatComesBack(Set<LaunchPermission> permissions) {
        return permissions.isEmpty()
                ? "it is enabled again"
                : "it is enabled again, and shared again with " + ActionText.list(permissions);
    }

    private static PlannedAction share(Action.Disable action, Set<LaunchPermission> permissions, Instant now) {
        Action share = new Action.ChangeLaunchPermissions(action.region(), action.imageId(), permissions, Set.of());
        Facts enabled = Facts.builder().state(ImageState.AVAILABLE).build();
        return PlannedAction.of(share, takesBack(action), enabled, now);
    }
}
