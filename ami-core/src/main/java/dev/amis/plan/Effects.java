package dev.amis.plan;

import java.util.Map;

/** Finds the effect of an action. */
final class Effects {

    private static final Map<Class<? extends Action>, Effect<? extends Action>> BY_KIND = Map.ofEntries(
            Map.entry(Action.Deprecate.class, new DeprecateEffect()),
            Map.entry(Action.CancelDeprecation.class, new CancelDeprecationEffect()),
            Map.entry(Action.Disable.class, new DisableEffect()),
            Map.entry(Action.Enable.class, new EnableEffect()),
            Map.entry(Action.Protect.class, new ProtectEffect()),
            Map.entry(Action.Unprotect.class, new UnprotectEffect()),
            Map.entry(Action.Deregister.class, new DeregisterEffect()),
            Map.entry(Action.ChangeLaunchPermissions.class, new LaunchPermissionsEffect()),
            Map.entry(Action.ChangeSnapshotPermissions.class, new SnapshotPermissionsEffect()),
            Map.entry(Action.SetTags.class, new SetTagsEffect()),
            Map.entry(Action.RemoveTags.class, new RemoveTagsEffect()),
            Map.entry(Action.SetDescription.class, new DescriptionEffect()),
            Map.entry(Action.RequireImdsV2.class, new RequireImdsV2Effect()),
            Map.entry(Action.DeleteSnapshot.class, new DeleteSnapshotEffect()),
            Map.entry(Action.RestoreSnapshot.class, new RestoreSnapshotEffect()),
            Map.entry(Action.RestoreImage.class, new RestoreImageEffect()),
            Map.entry(PointerAction.Point.class, new PointEffect()),
            Map.entry(PointerAction.Remove.class, new RemovePointerEffect()),
            Map.entry(TemplateAction.Create.class, new CreateTemplateEffect()),
            Map.entry(TemplateAction.Remove.class, new RemoveTemplateEffect()),
            Map.entry(TemplateAction.NewVersion.class, new NewVersionEffect()),
            Map.entry(TemplateAction.SetDefault.class, new SetDefaultEffect()),
            Map.entry(TemplateAction.DeleteVersion.class, new DeleteVersionEffect()));

    private Effects() {}

    /** The effect that belongs to an action's kind; the map pairs each kind with its own, which the compiler cannot see. */
    @SuppressWarnings("unchecked")
    static Effect<Action> of(Action action) {
        Effect<? extends Action> effect = BY_KIND.get(action.getClass());
        if (effect == null) {
            throw new IllegalStateException("no effect is known of " + action.getClass());
        }
        return (Effect<Action>) effect;
    }
}
