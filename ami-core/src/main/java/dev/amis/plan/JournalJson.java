package dev.amis.plan;

import static dev.amis.internal.json.ModelCodecs.INSTANT;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Document;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.Shape;
import java.time.Instant;
import java.util.List;

/** How the lines of a journal in a file look: first the plan, then what was begun and what became of it. */
final class JournalJson {

    /**
     * An action is about to be made.
     *
     * @param index the place of the action in the plan
     * @param at when it was written
     * @param undo what takes it back
     */
    record Begun(int index, Instant at, List<PlannedAction> undo) {}

    /**
     * An action has ended.
     *
     * @param index the place of the action in the plan
     * @param result what became of it
     */
    record Ended(int index, ActionResult result) {}

    static final Document<Begun> BEGUN = new Document<>("journal-entry", 1, begun());
    static final Document<Ended> ENDED = new Document<>("journal-result", 1, ended());

    private JournalJson() {}

    private static Shape<Begun> begun() {
        Field<Begun, Integer> index = Field.of("index", Codec.INTEGER, Begun::index);
        Field<Begun, Instant> at = Field.of("at", INSTANT, Begun::at);
        Field<Begun, List<PlannedAction>> undo = Field.list("undo", PlannedJson.PLANNED, Begun::undo);
        return Shape.of(v -> new Begun(v.get(index), v.get(at), v.get(undo)), index, at, undo);
    }

    private static Shape<Ended> ended() {
        Field<Ended, Integer> index = Field.of("index", Codec.INTEGER, Ended::index);
        Field<Ended, ActionResult> result = Field.of("result", ReportJson.RESULT, Ended::result);
        return Shape.of(v -> new Ended(v.get(index), v.get(result)), index, result);
    }
}
