package dev.amis.plan;

import dev.amis.model.Tags;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code DeleteTags}; the way back is the values before. */
final class RemoveTagsEffect extends TagsEffect<Action.RemoveTags> {

    @Override
    public boolean isDone(Action.RemoveTags action, Observation now) {
        return now.facts()
                .tags()
                .map(tags -> action.keys().stream().noneMatch(tags::contains))
                .orElse(false);
    }

    @Override
    public List<SnapshotDeletion> make(Action.RemoveTags action, RegionalProvider ec2) {
        ec2.tags().deleteTags(new DeleteTagsRequest(List.of(action.resource()), action.keys()));
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.RemoveTags action, Facts before, Instant now) {
        return back(action, action.keys(), before, Tags.none(), now).stream()
                .filter(back -> back.action() instanceof Action.SetTags)
                .toList();
    }
}
