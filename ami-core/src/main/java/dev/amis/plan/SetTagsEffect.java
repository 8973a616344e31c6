package dev.amis.plan;

import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code CreateTags}; the way back is the values before, and no tag where there was none. */
final class SetTagsEffect extends TagsEffect<Action.SetTags> {

    @Override
    public boolean isDone(Action.SetTags action, Observation now) {
        return now.facts()
                .tags()
                .map(tags -> tags.asMap()
                        .entrySet()
                        .containsAll(action.tags().asMap().entrySet()))
                .orElse(false);
    }

    @Override
    public List<SnapshotDeletion> make(Action.SetTags action, RegionalProvider ec2) {
        ec2.tags().createTags(new CreateTagsRequest(List.of(action.resource()), action.tags()));
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.SetTags action, Facts before, Instant now) {
        return back(action, action.tags().asMap().keySet(), before, action.tags(), now);
    }
}
