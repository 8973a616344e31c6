package dev.amis.verify;

import static dev.amis.internal.json.ModelCodecs.IMAGE_ID;
import static dev.amis.internal.json.ModelCodecs.INSTANT;
import static dev.amis.internal.json.ModelCodecs.REGION;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Document;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.ModelCodecs;
import dev.amis.internal.json.Shape;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.Region;
import dev.amis.model.StateReason;
import dev.amis.model.StatusCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How verifications are written. */
final class VerificationJson {

    private static final Codec<StatusCheck> STATUS_CHECK = ModelCodecs.constants(StatusCheck.class);

    private static final Codec<InstanceId> INSTANCE_ID = Codec.TEXT.map(InstanceId::of, InstanceId::value);

    static final Document<Verification> DOCUMENT = new Document<>("verification", 1, verification());

    private VerificationJson() {}

    private static Shape<Verification> verification() {
        Field<Verification, String> id = Field.of("id", Codec.TEXT, Verification::id);
        Field<Verification, ImageId> image = Field.of("image", IMAGE_ID, Verification::imageId);
        Field<Verification, Region> region = Field.of("region", REGION, Verification::region);
        Field<Verification, Instant> started = Field.of("startedAt", INSTANT, Verification::startedAt);
        Field<Verification, Instant> finished = Field.of("finishedAt", INSTANT, Verification::finishedAt);
        Field<Verification, List<TestedInstance>> instances =
                Field.list("instances", instance(), Verification::instances);
        Field<Verification, List<InstanceId>> others = Field.list("othersLeft", INSTANCE_ID, Verification::othersLeft);
        return Shape.of(
                v -> {
                    Verification.Builder read = Verification.builder();
                    read.id(v.get(id))
                            .imageId(v.get(image))
                            .region(v.get(region))
                            .startedAt(v.get(started))
                            .finishedAt(v.get(finished))
                            .addAllInstances(v.get(instances))
                            .addAllOthersLeft(v.get(others));
                    return read.build();
                },
                id,
                image,
                region,
                started,
                finished,
                instances,
                others);
    }

    private static Shape<TestedInstance> instance() {
        Field<TestedInstance, Optional<InstanceId>> id =
                Field.optional("instance", INSTANCE_ID, TestedInstance::instanceId);
        Field<TestedInstance, Optional<InstanceType>> type = Field.optional(
                "type", Codec.TEXT.map(InstanceType::of, InstanceType::value), TestedInstance::instanceType);
        Field<TestedInstance, Optional<String>> subnet = Field.optional("subnet", Codec.TEXT, TestedInstance::subnetId);
        Field<TestedInstance, String> state = Field.of("state", Codec.TEXT, TestedInstance::stateText);
        Field<TestedInstance, StatusCheck> own = Field.of("instanceCheck", STATUS_CHECK, TestedInstance::instanceCheck);
        Field<TestedInstance, StatusCheck> system = Field.of("systemCheck", STATUS_CHECK, TestedInstance::systemCheck);
        Field<TestedInstance, Optional<StateReason>> reason =
                Field.optional("stateReason", reason(), TestedInstance::stateReason);
        Field<TestedInstance, Optional<String>> problem =
                Field.optional("problem", Codec.TEXT, TestedInstance::problem);
        Field<TestedInstance, List<CheckResult>> checks = Field.list("checks", check(), TestedInstance::checks);
        Field<TestedInstance, Optional<String>> console =
                Field.optional("console", Codec.TEXT, TestedInstance::console);
        Field<TestedInstance, Instant> launched = Field.of("launchedAt", INSTANT, TestedInstance::launchedAt);
        Field<TestedInstance, Optional<Instant>> ready = Field.optional("readyAt", INSTANT, TestedInstance::readyAt);
        Field<TestedInstance, Boolean> terminated =
                Field.withDefault("terminated", Codec.BOOLEAN, TestedInstance::terminated, false);
        return Shape.of(
                v -> {
                    TestedInstance.Builder read = TestedInstance.builder();
                    read.instanceId(v.get(id))
                            .instanceType(v.get(type))
                            .subnetId(v.get(subnet))
                            .stateText(v.get(state))
                            .instanceCheck(v.get(own))
                            .systemCheck(v.get(system))
                            .stateReason(v.get(reason))
                            .problem(v.get(problem))
                            .addAllChecks(v.get(checks))
                            .console(v.get(console))
                            .launchedAt(v.get(launched))
                            .readyAt(v.get(ready))
                            .terminated(v.get(terminated));
                    return read.build();
                },
                id,
                type,
                subnet,
                state,
                own,
                system,
                reason,
                problem,
                checks,
                console,
                launched,
                ready,
                terminated);
    }

    private static Shape<StateReason> reason() {
        Field<StateReason, String> code = Field.of("code", Codec.TEXT, StateReason::code);
        Field<StateReason, String> message = Field.of("message", Codec.TEXT, StateReason::message);
        return Shape.of(v -> new StateReason(v.get(code), v.get(message)), code, message);
    }

    private static Shape<CheckResult> check() {
        Field<CheckResult, String> name = Field.of("name", Codec.TEXT, CheckResult::name);
        Field<CheckResult, Optional<Integer>> exitCode = Field.optional(
                "exitCode",
                Codec.INTEGER,
                check -> check.exitCode().isPresent()
                        ? Optional.of(check.exitCode().getAsInt())
                        : Optional.empty());
        Field<CheckResult, String> output = Field.withDefault("output", Codec.TEXT, CheckResult::output, "");
        Field<CheckResult, String> outcome = Field.of("outcome", Codec.TEXT, CheckResult::outcome);
        return Shape.of(
                v -> new CheckResult(
                        v.get(name),
                        v.get(exitCode).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        v.get(output),
                        v.get(outcome)),
                name,
                exitCode,
                output,
                outcome);
    }
}
