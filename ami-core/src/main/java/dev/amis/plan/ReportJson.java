package dev.amis.plan;

import static dev.amis.internal.json.ModelCodecs.ACCOUNT;
import static dev.amis.internal.json.ModelCodecs.INSTANT;
import static dev.amis.internal.json.ModelCodecs.SNAPSHOT_ID;

import dev.amis.error.Failure;
import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Document;
import dev.amis.internal.json.FailureJson;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.ModelCodecs;
import dev.amis.internal.json.Shape;
import dev.amis.model.AccountId;
import dev.amis.model.SnapshotId;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How reports stand in documents. */
final class ReportJson {

    static final Codec<ActionResult> RESULT = result();

    private static final Document<ChangeReport> DOCUMENT = new Document<>("report", 1, report());

    private ReportJson() {}

    static String fingerprint(ChangeReport report) {
        return DOCUMENT.fingerprint(report);
    }

    static String write(ChangeReport report) {
        return DOCUMENT.toText(report);
    }

    static ChangeReport read(String text) {
        return DOCUMENT.ofText(text);
    }

    private static Shape<ChangeReport> report() {
        Field<ChangeReport, String> title = Field.of("title", Codec.TEXT, ChangeReport::title);
        Field<ChangeReport, String> plan = Field.of("plan", Codec.TEXT, ChangeReport::planFingerprint);
        Field<ChangeReport, AccountId> account = Field.of("account", ACCOUNT, ChangeReport::account);
        Field<ChangeReport, Instant> started = Field.of("startedAt", INSTANT, ChangeReport::startedAt);
        Field<ChangeReport, Instant> finished = Field.of("finishedAt", INSTANT, ChangeReport::finishedAt);
        Field<ChangeReport, List<ActionResult>> results = Field.list("results", RESULT, ChangeReport::results);
        Field<ChangeReport, List<PlannedAction>> notBegun =
                Field.list("notBegun", PlannedJson.PLANNED, ChangeReport::notBegun);
        return Shape.of(
                v -> ChangeReport.builder()
                        .title(v.get(title))
                        .planFingerprint(v.get(plan))
                        .account(v.get(account))
                        .startedAt(v.get(started))
                        .finishedAt(v.get(finished))
                        .addAllResults(v.get(results))
                        .addAllNotBegun(v.get(notBegun))
                        .build(),
                title,
                plan,
                account,
                started,
                finished,
                results,
                notBegun);
    }

    private static Codec<ActionResult> result() {
        Field<ActionResult, PlannedAction> planned = Field.of("planned", PlannedJson.PLANNED, ActionResult::planned);
        Field<ActionResult, Outcome> outcome =
                Field.of("outcome", ModelCodecs.constants(Outcome.class), ActionResult::outcome);
        Field<ActionResult, String> detail = Field.withDefault("detail", Codec.TEXT, ActionResult::detail, "");
        Field<ActionResult, Optional<Failure>> failure =
                Field.optional("failure", FailureJson.FAILURE, ActionResult::failure);
        Field<ActionResult, List<SnapshotDeletion>> snapshots =
                Field.list("snapshots", deletion(), ActionResult::snapshots);
        Field<ActionResult, List<PlannedAction>> undo = Field.list("undo", PlannedJson.PLANNED, ActionResult::undo);
        Field<ActionResult, Optional<Instant>> until = Field.optional("undoUntil", INSTANT, ActionResult::undoUntil);
        return Shape.of(
                v -> new ActionResult(
                        v.get(planned),
                        v.get(outcome),
                        v.get(detail),
                        v.get(failure),
                        v.get(snapshots),
                        v.get(undo),
                        v.get(until)),
                planned,
                outcome,
                detail,
                failure,
                snapshots,
                undo,
                until);
    }

    private static Codec<SnapshotDeletion> deletion() {
        Field<SnapshotDeletion, SnapshotId> snapshot = Field.of("snapshot", SNAPSHOT_ID, SnapshotDeletion::snapshotId);
        Field<SnapshotDeletion, SnapshotDeletionCode> code =
                Field.of("code", ModelCodecs.constants(SnapshotDeletionCode.class), SnapshotDeletion::code);
        return Shape.of(v -> new SnapshotDeletion(v.get(snapshot), v.get(code)), snapshot, code);
    }
}
