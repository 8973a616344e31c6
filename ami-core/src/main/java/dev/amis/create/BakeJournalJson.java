package dev.amis.create;

import static dev.amis.internal.json.ModelCodecs.INSTANT;
import static dev.amis.internal.json.ModelCodecs.REGION;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Document;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.Shape;
import dev.amis.internal.json.Variants;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import java.time.Instant;

/** How the lines of a bake's journal in a file look. */
final class BakeJournalJson {

    private static final Document<BakeEntry> LINE = new Document<>("bake-journal-entry", 1, line());

    private BakeJournalJson() {}

    static String toLine(BakeEntry entry) {
        return LINE.toLine(entry);
    }

    static BakeEntry ofLine(String line) {
        return LINE.ofText(line);
    }

    private static Shape<BakeEntry> line() {
        Codec<BakeEntry> variants = new Variants<BakeEntry>("kind")
                .add("run", BakeEntry.Run.class, run())
                .add("begun", BakeEntry.Begun.class, begun())
                .add("sent", BakeEntry.Sent.class, sent())
                .add("ended", BakeEntry.Ended.class, ended())
                .add("done", BakeEntry.Done.class, done());
        Field<BakeEntry, BakeEntry> entry = Field.of("entry", variants, self -> self);
        return Shape.of(v -> v.get(entry), entry);
    }

    private static Shape<BakeEntry.Run> run() {
        Field<BakeEntry.Run, Instant> at = Field.of("at", INSTANT, BakeEntry.Run::at);
        Field<BakeEntry.Run, String> bake = Field.of("bake", Codec.TEXT, BakeEntry.Run::bake);
        Field<BakeEntry.Run, ImageName> name =
                Field.of("name", Codec.TEXT.map(ImageName::of, ImageName::value), BakeEntry.Run::name);
        Field<BakeEntry.Run, InstanceId> instance =
                Field.of("instance", Codec.TEXT.map(InstanceId::of, InstanceId::value), BakeEntry.Run::instanceId);
        Field<BakeEntry.Run, Region> region = Field.of("region", REGION, BakeEntry.Run::region);
        return Shape.of(
                v -> new BakeEntry.Run(v.get(at), v.get(bake), v.get(name), v.get(instance), v.get(region)),
                at,
                bake,
                name,
                instance,
                region);
    }

    private static Shape<BakeEntry.Begun> begun() {
        Field<BakeEntry.Begun, Instant> at = Field.of("at", INSTANT, BakeEntry.Begun::at);
        Field<BakeEntry.Begun, BakeStep.Kind> step = Field.of("step", BakeReportJson.KIND, BakeEntry.Begun::step);
        Field<BakeEntry.Begun, String> detail = Field.withDefault("detail", Codec.TEXT, BakeEntry.Begun::detail, "");
        return Shape.of(v -> new BakeEntry.Begun(v.get(at), v.get(step), v.get(detail)), at, step, detail);
    }

    private static Shape<BakeEntry.Sent> sent() {
        Field<BakeEntry.Sent, Instant> at = Field.of("at", INSTANT, BakeEntry.Sent::at);
        Field<BakeEntry.Sent, String> command = Field.of("command", Codec.TEXT, BakeEntry.Sent::commandId);
        return Shape.of(v -> new BakeEntry.Sent(v.get(at), v.get(command)), at, command);
    }

    private static Shape<BakeEntry.Ended> ended() {
        Field<BakeEntry.Ended, Instant> at = Field.of("at", INSTANT, BakeEntry.Ended::at);
        Field<BakeEntry.Ended, BakeStep> step = Field.of("result", BakeReportJson.STEP, BakeEntry.Ended::step);
        return Shape.of(v -> new BakeEntry.Ended(v.get(at), v.get(step)), at, step);
    }

    private static Shape<BakeEntry.Done> done() {
        Field<BakeEntry.Done, BakeReport> report =
                Field.of("report", Codec.document(BakeReport::fromJson, BakeReport::toJson), BakeEntry.Done::report);
        return Shape.of(v -> new BakeEntry.Done(v.get(report)), report);
    }
}
