package dev.amis.plan;

import static dev.amis.internal.json.ModelCodecs.CREATE_VOLUME_PERMISSION;
import static dev.amis.internal.json.ModelCodecs.IMAGE_ID;
import static dev.amis.internal.json.ModelCodecs.INSTANT;
import static dev.amis.internal.json.ModelCodecs.LAUNCH_PERMISSION;
import static dev.amis.internal.json.ModelCodecs.REGION;
import static dev.amis.internal.json.ModelCodecs.SNAPSHOT_ID;
import static dev.amis.internal.json.ModelCodecs.TAGS_TO_SET;

import dev.amis.internal.ParameterMark;
import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.Shape;
import dev.amis.internal.json.Variants;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** How actions stand in documents: the kind of action, and what it is made of. */
final class ActionJson {

    static final Codec<Set<LaunchPermission>> LAUNCH_PERMISSIONS = LAUNCH_PERMISSION.set(Object::toString);
    static final Codec<Set<CreateVolumePermission>> SNAPSHOT_PERMISSIONS =
            CREATE_VOLUME_PERMISSION.set(Object::toString);
    static final Codec<Set<String>> KEYS = Codec.TEXT.set(key -> key);

    static final Field<Action, Region> IN = Field.of("region", REGION, Action::region);
    private static final Field<Action.OnImage, ImageId> IMAGE = Field.of("image", IMAGE_ID, Action.OnImage::imageId);
    private static final Field<Action.OnSnapshot, SnapshotId> SNAPSHOT =
            Field.of("snapshot", SNAPSHOT_ID, Action.OnSnapshot::snapshotId);
    private static final Field<Action.OnTags, String> RESOURCE =
            Field.of("resource", Codec.TEXT, Action.OnTags::resource);

    private static final Field<PointerAction, ParameterName> PARAMETER =
            Field.of("parameter", Codec.TEXT.map(ParameterName::of, ParameterName::value), PointerAction::parameter);

    static final Codec<Action> ACTION = TemplateActionJson.addTo(new Variants<Action>("action")
            .add("deprecate", Action.Deprecate.class, deprecate())
            .add("cancel-deprecation", Action.CancelDeprecation.class, ofImage(Action.CancelDeprecation::new))
            .add("disable", Action.Disable.class, ofImage(Action.Disable::new))
            .add("enable", Action.Enable.class, ofImage(Action.Enable::new))
            .add("protect", Action.Protect.class, protect())
            .add("unprotect", Action.Unprotect.class, ofImage(Action.Unprotect::new))
            .add("deregister", Action.Deregister.class, deregister())
            .add("change-launch-permissions", Action.ChangeLaunchPermissions.class, changeLaunchPermissions())
            .add("change-snapshot-permissions", Action.ChangeSnapshotPermissions.class, changeSnapshotPermissions())
            .add("set-tags", Action.SetTags.class, setTags())
            .add("remove-tags", Action.RemoveTags.class, removeTags())
            .add("set-description", Action.SetDescription.class, setDescription())
            .add("require-imds-v2", Action.RequireImdsV2.class, ofImage(Action.RequireImdsV2::new))
            .add("delete-snapshot", Action.DeleteSnapshot.class, ofSnapshot(Action.DeleteSnapshot::new))
            .add("restore-snapshot", Action.RestoreSnapshot.class, ofSnapshot(Action.RestoreSnapshot::new))
            .add("restore-image", Action.RestoreImage.class, ofImage(Action.RestoreImage::new))
            .add("point-parameter", PointerAction.Point.class, point())
            .add("delete-parameter", PointerAction.Remove.class, removePointer()));

    private ActionJson() {}

    private static <A extends Action.OnImage> Shape<A> ofImage(BiFunction<Region, ImageId, A> maker) {
        return Shape.of(v -> maker.apply(v.get(IN), v.get(IMAGE)), IN, IMAGE);
    }

    private static <A extends Action.OnSnapshot> Shape<A> ofSnapshot(BiFunction<Region, SnapshotId, A> maker) {
        return Shape.of(v -> maker.apply(v.get(IN), v.get(SNAPSHOT)), IN, SNAPSHOT);
    }

    private static Shape<Action.Deprecate> deprecate() {
        Field<Action.Deprecate, Instant> at = Field.of("at", INSTANT, Action.Deprecate::at);
        return Shape.of(v -> new Action.Deprecate(v.get(IN), v.get(IMAGE), v.get(at)), IN, IMAGE, at);
    }

    private static Shape<Action.Protect> protect() {
        Field<Action.Protect, Boolean> cooldown = Field.of("withCooldown", Codec.BOOLEAN, Action.Protect::withCooldown);
        return Shape.of(v -> new Action.Protect(v.get(IN), v.get(IMAGE), v.get(cooldown)), IN, IMAGE, cooldown);
    }

    private static Shape<Action.Deregister> deregister() {
        Field<Action.Deregister, Boolean> with =
                Field.of("withSnapshots", Codec.BOOLEAN, Action.Deregister::withSnapshots);
        Field<Action.Deregister, List<SnapshotId>> snapshots =
                Field.list("snapshots", SNAPSHOT_ID, Action.Deregister::snapshots);
        return Shape.of(
                v -> new Action.Deregister(v.get(IN), v.get(IMAGE), v.get(with), v.get(snapshots)),
                IN,
                IMAGE,
                with,
                snapshots);
    }

    private static Shape<Action.ChangeLaunchPermissions> changeLaunchPermissions() {
        Field<Action.ChangeLaunchPermissions, Set<LaunchPermission>> add =
                Field.withDefault("add", LAUNCH_PERMISSIONS, Action.ChangeLaunchPermissions::add, Set.of());
        Field<Action.ChangeLaunchPermissions, Set<LaunchPermission>> remove =
                Field.withDefault("remove", LAUNCH_PERMISSIONS, Action.ChangeLaunchPermissions::remove, Set.of());
        return Shape.of(
                v -> new Action.ChangeLaunchPermissions(v.get(IN), v.get(IMAGE), v.get(add), v.get(remove)),
                IN,
                IMAGE,
                add,
                remove);
    }

    private static Shape<Action.ChangeSnapshotPermissions> changeSnapshotPermissions() {
        Field<Action.ChangeSnapshotPermissions, Set<CreateVolumePermission>> add =
                Field.withDefault("add", SNAPSHOT_PERMISSIONS, Action.ChangeSnapshotPermissions::add, Set.of());
        Field<Action.ChangeSnapshotPermissions, Set<CreateVolumePermission>> remove =
                Field.withDefault("remove", SNAPSHOT_PERMISSIONS, Action.ChangeSnapshotPermissions::remove, Set.of());
        return Shape.of(
                v -> new Action.ChangeSnapshotPermissions(v.get(IN), v.get(SNAPSHOT), v.get(add), v.get(remove)),
                IN,
                SNAPSHOT,
                add,
                remove);
    }

    private static Shape<Action.SetTags> setTags() {
        Field<Action.SetTags, Tags> tags = Field.of("tags", TAGS_TO_SET, Action.SetTags::tags);
        return Shape.of(v -> new Action.SetTags(v.get(IN), v.get(RESOURCE), v.get(tags)), IN, RESOURCE, tags);
    }

    private static Shape<Action.RemoveTags> removeTags() {
        Field<Action.RemoveTags, Set<String>> keys = Field.of("keys", KEYS, Action.RemoveTags::keys);
        return Shape.of(v -> new Action.RemoveTags(v.get(IN), v.get(RESOURCE), v.get(keys)), IN, RESOURCE, keys);
    }

    private static Shape<Action.SetDescription> setDescription() {
        Field<Action.SetDescription, String> text =
                Field.of("description", Codec.TEXT, Action.SetDescription::description);
        return Shape.of(v -> new Action.SetDescription(v.get(IN), v.get(IMAGE), v.get(text)), IN, IMAGE, text);
    }

    private static Shape<PointerAction.Point> point() {
        Field<PointerAction.Point, ImageId> image = Field.of("image", IMAGE_ID, PointerAction.Point::imageId);
        Field<PointerAction.Point, String> description =
                Field.withDefault("description", Codec.TEXT, PointerAction.Point::description, ParameterMark.TEXT);
        return Shape.of(
                v -> new PointerAction.Point(v.get(IN), v.get(PARAMETER), v.get(image), v.get(description)),
                IN,
                PARAMETER,
                image,
                description);
    }

    private static Shape<PointerAction.Remove> removePointer() {
        return Shape.of(v -> new PointerAction.Remove(v.get(IN), v.get(PARAMETER)), IN, PARAMETER);
    }
}
