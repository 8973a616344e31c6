package dev.amis.plan;

import static dev.amis.internal.json.ModelCodecs.ACCOUNT;
import static dev.amis.internal.json.ModelCodecs.IMAGE_ID;
import static dev.amis.internal.json.ModelCodecs.INSTANT;
import static dev.amis.internal.json.ModelCodecs.REGION;
import static dev.amis.internal.json.ModelCodecs.SNAPSHOT_ID;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Document;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.ModelCodecs;
import dev.amis.internal.json.Shape;
import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import dev.amis.model.SnapshotId;
import dev.amis.usage.UnreadSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How plans stand in documents. */
final class PlanJson {

    private static final Document<Plan> DOCUMENT = new Document<>("plan", 1, plan());

    private PlanJson() {}

    static String fingerprint(Plan plan) {
        return DOCUMENT.fingerprint(plan);
    }

    static String write(Plan plan) {
        return DOCUMENT.toText(plan);
    }

    /** As {@link #write}, in one line. */
    static String line(Plan plan) {
        return DOCUMENT.toLine(plan);
    }

    static Plan read(String text) {
        return DOCUMENT.ofText(text);
    }

    private static Shape<Plan> plan() {
        Field<Plan, String> title = Field.of("title", Codec.TEXT, Plan::title);
        Field<Plan, AccountId> account = Field.of("account", ACCOUNT, Plan::account);
        Field<Plan, Instant> createdAt = Field.of("createdAt", INSTANT, Plan::createdAt);
        Field<Plan, Instant> expiresAt = Field.of("expiresAt", INSTANT, Plan::expiresAt);
        Field<Plan, Integer> calls = Field.withDefault("calls", Codec.INTEGER, Plan::calls, 0);
        Field<Plan, List<String>> notes = Field.list("notes", Codec.TEXT, Plan::notes);
        Field<Plan, List<Decision>> decisions = Field.list("decisions", decision(), Plan::decisions);
        Field<Plan, List<PlannedAction>> actions = Field.list("actions", PlannedJson.PLANNED, Plan::actions);
        Field<Plan, List<UnreadSource>> unread = Field.list("unreadSources", unread(), Plan::unreadSources);
        Field<Plan, Optional<PlanSavings>> savings = Field.optional("savings", SavingsJson.SAVINGS, Plan::savings);
        return Shape.of(
                v -> Plan.builder()
                        .title(v.get(title))
                        .account(v.get(account))
                        .createdAt(v.get(createdAt))
                        .expiresAt(v.get(expiresAt))
                        .calls(v.get(calls))
                        .savings(v.get(savings))
                        .addAllNotes(v.get(notes))
                        .addAllDecisions(v.get(decisions))
                        .addAllActions(v.get(actions))
                        .addAllUnreadSources(v.get(unread))
                        .build(),
                title,
                account,
                createdAt,
                expiresAt,
                calls,
                savings,
                notes,
                decisions,
                actions,
                unread);
    }

    private static Codec<Decision> decision() {
        Field<Decision, Region> region = Field.of("region", REGION, Decision::region);
        Field<Decision, Optional<ImageId>> image =
                Field.optional("image", IMAGE_ID, decision -> only(ImageId.class, decision));
        Field<Decision, Optional<SnapshotId>> snapshot =
                Field.optional("snapshot", SNAPSHOT_ID, decision -> only(SnapshotId.class, decision));
        Field<Decision, String> name = Field.withDefault("name", Codec.TEXT, Decision::name, "");
        Field<Decision, Optional<Instant>> created = Field.optional("created", INSTANT, Decision::created);
        Field<Decision, Long> size = Field.of("volumeGib", Codec.LONG, Decision::volumeGib);
        Field<Decision, String> family = Field.withDefault("family", Codec.TEXT, Decision::family, "");
        Field<Decision, Integer> rank = Field.withDefault("rank", Codec.INTEGER, Decision::rank, 0);
        Field<Decision, Verdict> verdict = Field.of("verdict", ModelCodecs.constants(Verdict.class), Decision::verdict);
        Field<Decision, List<Reason>> reasons = Field.list("reasons", reason(), Decision::reasons);
        return Shape.of(
                v -> new Decision(
                        v.get(region),
                        oneOf(v.get(image), v.get(snapshot)),
                        v.get(name),
                        v.get(created),
                        v.get(size),
                        v.get(family),
                        v.get(rank),
                        v.get(verdict),
                        v.get(reasons)),
                region,
                image,
                snapshot,
                name,
                created,
                size,
                family,
                rank,
                verdict,
                reasons);
    }

    private static <T extends ResourceId> Optional<T> only(Class<T> kind, Decision decision) {
        return Optional.of(decision.id()).filter(kind::isInstance).map(kind::cast);
    }

    private static ResourceId oneOf(Optional<ImageId> image, Optional<SnapshotId> snapshot) {
        if (image.isPresent() == snapshot.isPresent()) {
            throw new IllegalArgumentException("either image or snapshot must be there");
        }
        return image.isPresent() ? image.get() : snapshot.orElseThrow();
    }

    private static Codec<Reason> reason() {
        Field<Reason, Reason.Kind> kind = Field.of("kind", ModelCodecs.constants(Reason.Kind.class), Reason::kind);
        Field<Reason, String> text = Field.of("text", Codec.TEXT, Reason::text);
        return Shape.of(v -> new Reason(v.get(kind), v.get(text)), kind, text);
    }

    private static Codec<UnreadSource> unread() {
        Field<UnreadSource, Region> region = Field.of("region", REGION, UnreadSource::region);
        Field<UnreadSource, String> source = Field.of("source", Codec.TEXT, UnreadSource::source);
        Field<UnreadSource, String> why = Field.of("why", Codec.TEXT, UnreadSource::why);
        return Shape.of(v -> new UnreadSource(v.get(region), v.get(source), v.get(why)), region, source, why);
    }
}
