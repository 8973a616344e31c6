package dev.amis.plan;

import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What setting and removing tags have in common: the way back touches the keys that were changed, and no others. */
abstract class TagsEffect<A extends Action.OnTags> implements Effect<A> {

    @Override
    public Observation look(A action, Facts reliedOn, Observer observer) {
        String resource = action.resource();
        if (resource.startsWith("lt-")) {
            return observer.templateTags(action.region(), LaunchTemplateId.of(resource));
        }
        if (!resource.startsWith("ami-")) {
            return observer.snapshot(action.region(), SnapshotId.of(resource));
        }
        return reliedOn.launchPermissions().isPresent()
                ? observer.imageAndPermissions(action.region(), ImageId.of(resource))
                : observer.image(action.region(), ImageId.of(resource));
    }

    @Override
    public Reversibility reversibility(A action, Facts before, Instant now) {
        return Reversibility.reversible("the tags before are put back");
    }

    /** Puts keys back to what they were, relying on what the action left of them. */
    static List<PlannedAction> back(
            Action.OnTags action, Collection<String> keys, Facts before, Tags left, Instant now) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> added = new LinkedHashSet<>();
        for (String key : keys) {
            known(before).get(key).ifPresent(value -> values.put(key, value));
            if (wasMissing(before, key)) {
                added.add(key);
            }
        }
        values.entrySet()
                .removeIf(tag ->
                        left.get(tag.getKey()).filter(tag.getValue()::equals).isPresent());
        List<PlannedAction> back = new ArrayList<>();
        if (!values.isEmpty()) {
            Action set = new Action.SetTags(action.region(), action.resource(), Tags.of(values));
            back.add(PlannedAction.of(set, ImageEffect.takesBack(action), relyingOn(left, values.keySet()), now));
        }
        if (!added.isEmpty()) {
            Action remove = new Action.RemoveTags(action.region(), action.resource(), added);
            back.add(PlannedAction.of(remove, ImageEffect.takesBack(action), relyingOn(left, added), now));
        }
        return back;
    }

    private static Facts relyingOn(Tags left, Collection<String> keys) {
        Map<String, String> some = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String key : keys) {
            left.get(key).ifPresentOrElse(value -> some.put(key, value), () -> missing.add(key));
        }
        return Facts.builder()
                .someTags(Tags.of(some))
                .addAllMissingTags(missing)
                .build();
    }

    private static Tags known(Facts before) {
        return before.tags().orElse(before.someTags());
    }

    private static boolean wasMissing(Facts before, String key) {
        return before.tags()
                .map(tags -> !tags.contains(key))
                .orElse(before.missingTags().contains(key));
    }
}
