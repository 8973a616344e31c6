package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;

/** Who sees and may launch an image: its owner, then whom it is shared with, directly or by organization or unit, then everybody. */
final class Visibility {

    private final Organizations organizations;

    Visibility(Organizations organizations) {
        this.organizations = organizations;
    }

    boolean isSeenBy(AccountId viewer, ImageRecord record) {
        return record.isOwnedBy(viewer) || isSharedWith(viewer, record) || isPublic(record);
    }

    /** Shared with the account itself, its organization or one of its units; being public does not count. */
    boolean isSharedWith(AccountId viewer, ImageRecord record) {
        if (record.is(ImageState.DISABLED)) {
            return false;
        }
        return record.permissions().stream().anyMatch(permission -> reaches(permission, viewer));
    }

    static boolean isDirectlySharedWith(AccountId account, ImageRecord record) {
        return record.permissions().contains(LaunchPermission.of(account));
    }

    static boolean isPublic(ImageRecord record) {
        return !record.is(ImageState.DISABLED) && record.permissions().contains(LaunchPermission.EVERYONE);
    }

    private boolean reaches(LaunchPermission permission, AccountId viewer) {
        if (permission instanceof LaunchPermission.Account direct) {
            return direct.account().equals(viewer);
        }
        if (permission instanceof LaunchPermission.Organization whole) {
            return organizations.isMember(viewer, whole.organization());
        }
        if (permission instanceof LaunchPermission.OrganizationalUnit part) {
            return organizations.isMember(viewer, part.unit());
        }
        return false;
    }
}
