package dev.amis.plan;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** One change of the account, as data: one call to EC2, or to the service whose thing it is. */
public sealed interface Action permits Action.OnImage, Action.OnSnapshot, Action.OnTags, PointerAction, TemplateAction {

    /**
     * The Region in which it changes something.
     *
     * @return the Region
     */
    Region region();

    /**
     * The id of what it changes.
     *
     * @return an image's, snapshot's or launch template's id, or the name of a parameter, or of a template to be
     */
    String target();

    /**
     * What it does, in words, without tag values.
     *
     * @return half a sentence, for example {@code disable ami-0abcdef1234567890}
     */
    String describe();

    /** A change of an image. */
    sealed interface OnImage extends Action {

        /**
         * The image that it changes.
         *
         * @return the id
         */
        ImageId imageId();

        @Override
        default String target() {
            return imageId().value();
        }
    }

    /** A change of a snapshot. */
    sealed interface OnSnapshot extends Action {

        /**
         * The snapshot that it changes.
         *
         * @return the id
         */
        SnapshotId snapshotId();

        @Override
        default String target() {
            return snapshotId().value();
        }
    }

    /** A change of the tags of an image or snapshot. */
    sealed interface OnTags extends Action {

        /**
         * The image or snapshot whose tags it changes.
         *
         * @return the id of the resource
         */
        String resource();

        @Override
        default String target() {
            return resource();
        }
    }

    /**
     * Sets or moves the deprecation date of an image, by {@code EnableImageDeprecation}.
     *
     * @param region the Region
     * @param imageId the image
     * @param at when, rounded to the nearest minute as EC2 does
     */
    record Deprecate(Region region, ImageId imageId, Instant at) implements OnImage {

        /** Makes the action with a date as EC2 keeps it. */
        public Deprecate {
            at = at.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public String describe() {
            return "deprecate " + imageId + " at " + at;
        }
    }

    /**
     * Clears the deprecation date of an image, by {@code DisableImageDeprecation}.
     *
     * @param region the Region
     * @param imageId the image
     */
    record CancelDeprecation(Region region, ImageId imageId) implements OnImage {

        @Override
        public String describe() {
            return "cancel the deprecation of " + imageId;
        }
    }

    /**
     * Takes an image out of use, by {@code DisableImage}; its launch permissions are lost.
     *
     * @param region the Region
     * @param imageId the image
     */
    record Disable(Region region, ImageId imageId) implements OnImage {

        @Override
        public String describe() {
            return "disable " + imageId;
        }
    }

    /**
     * Takes a disabled image back into use, by {@code EnableImage}.
     *
     * @param region the Region
     * @param imageId the image
     */
    record Enable(Region region, ImageId imageId) implements OnImage {

        @Override
        public String describe() {
            return "enable " + imageId;
        }
    }

    /**
     * Protects an image from being deregistered, by {@code EnableImageDeregistrationProtection}.
     *
     * @param region the Region
     * @param imageId the image
     * @param withCooldown whether lifting it shall take another 24 hours
     */
    record Protect(Region region, ImageId imageId, boolean withCooldown) implements OnImage {

        @Override
        public String describe() {
            return "protect " + imageId + (withCooldown ? " with cool-down" : "");
        }
    }

    /**
     * Lifts the protection of an image, by {@code DisableImageDeregistrationProtection}.
     *
     * @param region the Region
     * @param imageId the image
     */
    record Unprotect(Region region, ImageId imageId) implements OnImage {

        @Override
        public String describe() {
            return "lift the protection of " + imageId;
        }
    }

    /**
     * Removes an image, by {@code DeregisterImage}.
     *
     * @param region the Region
     * @param imageId the image
     * @param withSnapshots whether EC2 shall delete its snapshots too
     * @param snapshots its snapshots when this was planned
     */
    record Deregister(Region region, ImageId imageId, boolean withSnapshots, List<SnapshotId> snapshots)
            implements OnImage {

        /** Makes the action of copies. */
        public Deregister {
            snapshots = List.copyOf(snapshots);
        }

        @Override
        public String describe() {
            return "deregister " + imageId + (withSnapshots ? " and delete " + ActionText.snapshots(snapshots) : "");
        }
    }

    /**
     * Changes who may launch an image, by {@code ModifyImageAttribute}.
     *
     * @param region the Region
     * @param imageId the image
     * @param add who may from now on
     * @param remove who may no longer
     */
    record ChangeLaunchPermissions(
            Region region, ImageId imageId, Set<LaunchPermission> add, Set<LaunchPermission> remove)
            implements OnImage {

        /**
         * Makes the action of copies.
         *
         * @throws IllegalArgumentException if nothing is to be changed, or somebody is to be both added and removed
         */
        public ChangeLaunchPermissions {
            ModifyLaunchPermissionsRequest request = new ModifyLaunchPermissionsRequest(imageId, add, remove);
            add = request.add();
            remove = request.remove();
        }

        @Override
        public String describe() {
            return "change who may launch " + imageId + ActionText.changes(add, remove);
        }
    }

    /**
     * Changes who may copy a snapshot, by {@code ModifySnapshotAttribute}.
     *
     * @param region the Region
     * @param snapshotId the snapshot
     * @param add who may from now on
     * @param remove who may no longer
     */
    record ChangeSnapshotPermissions(
            Region region, SnapshotId snapshotId, Set<CreateVolumePermission> add, Set<CreateVolumePermission> remove)
            implements OnSnapshot {

        /**
         * Makes the action of copies.
         *
         * @throws IllegalArgumentException if nothing is to be changed, both additions and removals are asked for, or
         *     more than 500 changes
         */
        public ChangeSnapshotPermissions {
            ModifyCreateVolumePermissionsRequest request =
                    new ModifyCreateVolumePermissionsRequest(snapshotId, add, remove);
            add = request.add();
            remove = request.remove();
        }

        @Override
        public String describe() {
            return "change who may copy " + snapshotId + ActionText.changes(add, remove);
        }
    }

    /**
     * Sets tags of an image, snapshot or launch template, by {@code CreateTags}.
     *
     * @param region the Region
     * @param resource the id of the resource
     * @param tags the tags
     */
    record SetTags(Region region, String resource, Tags tags) implements OnTags {

        /**
         * Makes the action.
         *
         * @throws IllegalArgumentException if the resource is neither image, snapshot nor launch template, or there are no tags
         */
        public SetTags {
            ActionText.checkTaggable(resource);
            new CreateTagsRequest(List.of(resource), tags);
        }

        @Override
        public String describe() {
            return "set tags " + tags + " of " + resource;
        }
    }

    /**
     * Removes tags of an image, snapshot or launch template, by {@code DeleteTags}.
     *
     * @param region the Region
     * @param resource the id of the resource
     * @param keys the keys
     */
    record RemoveTags(Region region, String resource, Set<String> keys) implements OnTags {

        /**
         * Makes the action of a copy of the keys.
         *
         * @throws IllegalArgumentException if the resource is neither image, snapshot nor launch template, or there are no keys
         */
        public RemoveTags {
            ActionText.checkTaggable(resource);
            keys = new DeleteTagsRequest(List.of(resource), keys).keys();
        }

        @Override
        public String describe() {
            return "remove tags " + keys + " of " + resource;
        }
    }

    /**
     * Changes the description of an image, by {@code ModifyImageAttribute}.
     *
     * @param region the Region
     * @param imageId the image
     * @param description the new text
     */
    record SetDescription(Region region, ImageId imageId, String description) implements OnImage {

        /**
         * Makes the action.
         *
         * @throws IllegalArgumentException if the text is longer than 255 characters
         */
        public SetDescription {
            ActionText.checkDescription(description);
        }

        @Override
        public String describe() {
            return "change the description of " + imageId;
        }
    }

    /**
     * Makes instances of an image require IMDSv2 by default, by {@code ModifyImageAttribute}; there is no way back.
     *
     * @param region the Region
     * @param imageId the image
     */
    record RequireImdsV2(Region region, ImageId imageId) implements OnImage {

        @Override
        public String describe() {
            return "require IMDSv2 of " + imageId;
        }
    }

    /**
     * Deletes a snapshot, by {@code DeleteSnapshot}.
     *
     * @param region the Region
     * @param snapshotId the snapshot
     */
    record DeleteSnapshot(Region region, SnapshotId snapshotId) implements OnSnapshot {

        @Override
        public String describe() {
            return "delete " + snapshotId;
        }
    }

    /**
     * Takes a snapshot out of the Recycle Bin, by {@code RestoreSnapshotFromRecycleBin}.
     *
     * @param region the Region
     * @param snapshotId the snapshot
     */
    record RestoreSnapshot(Region region, SnapshotId snapshotId) implements OnSnapshot {

        @Override
        public String describe() {
            return "restore " + snapshotId + " from the Recycle Bin";
        }
    }

    /**
     * Takes an image out of the Recycle Bin, by {@code RestoreImageFromRecycleBin}; its snapshots must be there.
     *
     * @param region the Region
     * @param imageId the image
     */
    record RestoreImage(Region region, ImageId imageId) implements OnImage {

        @Override
        public String describe() {
            return "restore " + imageId + " from the Recycle Bin";
        }
    }
}
