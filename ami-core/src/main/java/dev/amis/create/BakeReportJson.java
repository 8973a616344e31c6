package dev.amis.create;

import dev.amis.error.AmiException;
import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Document;
import dev.amis.internal.json.FailureJson;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.ImageJson;
import dev.amis.internal.json.ModelCodecs;
import dev.amis.internal.json.Shape;
import dev.amis.model.Image;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.verify.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How reports of bakes are written. */
final class BakeReportJson {

    static final Codec<BakeStep.Kind> KIND = ModelCodecs.constants(BakeStep.Kind.class);
    static final Codec<BakeStep> STEP = step();
    static final Document<BakeReport> DOCUMENT = new Document<>("bake", 1, report());

    private BakeReportJson() {}

    private static Shape<BakeReport> report() {
        Field<BakeReport, ImageName> name =
                Field.of("name", Codec.TEXT.map(ImageName::of, ImageName::value), BakeReport::name);
        Field<BakeReport, InstanceId> instance =
                Field.of("instance", Codec.TEXT.map(InstanceId::of, InstanceId::value), BakeReport::instanceId);
        Field<BakeReport, Region> region = Field.of("region", ModelCodecs.REGION, BakeReport::region);
        Field<BakeReport, Instant> started = Field.of("startedAt", ModelCodecs.INSTANT, BakeReport::startedAt);
        Field<BakeReport, Instant> finished = Field.of("finishedAt", ModelCodecs.INSTANT, BakeReport::finishedAt);
        Field<BakeReport, List<BakeStep>> steps = Field.list("steps", STEP, BakeReport::steps);
        Field<BakeReport, Optional<Image>> image = Field.optional("image", ImageJson.IMAGE, BakeReport::image);
        Field<BakeReport, Optional<Verification>> verification = Field.optional(
                "verification", Codec.document(Verification::fromJson, Verification::toJson), BakeReport::verification);
        Field<BakeReport, Optional<AmiException>> problem =
                Field.optional("problem", FailureJson.EXCEPTION, BakeReport::problem);
        Field<BakeReport, List<String>> left = Field.list("leftBehind", Codec.TEXT, BakeReport::leftBehind);
        return Shape.of(
                v -> BakeReport.builder()
                        .name(v.get(name))
                        .instanceId(v.get(instance))
                        .region(v.get(region))
                        .startedAt(v.get(started))
                        .finishedAt(v.get(finished))
                        .addAllSteps(v.get(steps))
                        .image(v.get(image))
                        .verification(v.get(verification))
                        .problem(v.get(problem))
                        .addAllLeftBehind(v.get(left))
                        .build(),
                name,
                instance,
                region,
                started,
                finished,
                steps,
                image,
                verification,
                problem,
                left);
    }

    private static Codec<BakeStep> step() {
        Field<BakeStep, BakeStep.Kind> kind = Field.of("step", KIND, BakeStep::kind);
        Field<BakeStep, BakeStep.Outcome> outcome =
                Field.of("outcome", ModelCodecs.constants(BakeStep.Outcome.class), BakeStep::outcome);
        Field<BakeStep, String> detail = Field.withDefault("detail", Codec.TEXT, BakeStep::detail, "");
        return Shape.of(v -> new BakeStep(v.get(kind), v.get(outcome), v.get(detail)), kind, outcome, detail);
    }
}
