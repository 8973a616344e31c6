package dev.amis.rollout;

import static dev.amis.internal.json.ModelCodecs.ACCOUNT;
import static dev.amis.internal.json.ModelCodecs.DURATION;
import static dev.amis.internal.json.ModelCodecs.IMAGE_ID;
import static dev.amis.internal.json.ModelCodecs.INSTANT;
import static dev.amis.internal.json.ModelCodecs.REGION;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Document;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.ModelCodecs;
import dev.amis.internal.json.Shape;
import dev.amis.internal.json.Variants;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.ParameterName;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import java.util.OptionalInt;

/** How plans and reports of roll-outs stand in documents. */
final class RolloutJson {

    private static final Codec<LaunchTemplateId> TEMPLATE_ID =
            Codec.TEXT.map(LaunchTemplateId::of, LaunchTemplateId::value);
    private static final Codec<OptionalInt> NUMBER = Codec.INTEGER.map(OptionalInt::of, OptionalInt::getAsInt);
    private static final Codec<LaunchTemplateSpecification> SPECIFICATION = specification();
    private static final Codec<GroupLaunchSource> SOURCE = source();

    static final Document<RolloutPlan> PLAN = new Document<>("rollout", 1, plan());
    static final Document<RolloutReport> REPORT = new Document<>("rollout-report", 1, report());

    private RolloutJson() {}

    private static Codec<LaunchTemplateSpecification> specification() {
        var id = Field.optional("id", TEMPLATE_ID, LaunchTemplateSpecification::launchTemplateId);
        var name = Field.optional("name", Codec.TEXT, LaunchTemplateSpecification::launchTemplateName);
        var version = Field.optional("version", Codec.TEXT, LaunchTemplateSpecification::version);
        return Shape.of(
                v -> new LaunchTemplateSpecification(v.get(id), v.get(name), v.get(version)), id, name, version);
    }

    private static Codec<GroupLaunchSource> source() {
        var template = Field.of("template", SPECIFICATION, GroupLaunchSource.Template::launchTemplate);
        var type = Field.optional(
                "type", Codec.TEXT.map(InstanceType::of, InstanceType::value), LaunchTemplateOverride::instanceType);
        var other = Field.optional("template", SPECIFICATION, LaunchTemplateOverride::launchTemplate);
        var image = Field.optional("image", Codec.TEXT, LaunchTemplateOverride::imageReference);
        Codec<LaunchTemplateOverride> override =
                Shape.of(v -> new LaunchTemplateOverride(v.get(type), v.get(other), v.get(image)), type, other, image);
        var base = Field.<GroupLaunchSource.MixedInstances, LaunchTemplateSpecification>optional(
                "template", SPECIFICATION, mixed -> mixed.policy().launchTemplate());
        var overrides = Field.<GroupLaunchSource.MixedInstances, LaunchTemplateOverride>list(
                "overrides", override, mixed -> mixed.policy().overrides());
        var configuration = Field.of("name", Codec.TEXT, GroupLaunchSource.Configuration::launchConfigurationName);
        return new Variants<GroupLaunchSource>("launchesFrom")
                .add(
                        "launch-template",
                        GroupLaunchSource.Template.class,
                        Shape.of(v -> new GroupLaunchSource.Template(v.get(template)), template))
                .add(
                        "mixed-instances-policy",
                        GroupLaunchSource.MixedInstances.class,
                        Shape.of(
                                v -> new GroupLaunchSource.MixedInstances(
                                        new LaunchTemplateConfig(v.get(base), v.get(overrides))),
                                base,
                                overrides))
                .add(
                        "launch-configuration",
                        GroupLaunchSource.Configuration.class,
                        Shape.of(v -> new GroupLaunchSource.Configuration(v.get(configuration)), configuration));
    }

    private static Codec<RefreshPreferences> preferences() {
        var least = Field.withDefault(
                "minHealthyPercentage", NUMBER, RefreshPreferences::minHealthyPercentage, OptionalInt.empty());
        var most = Field.withDefault(
                "maxHealthyPercentage", NUMBER, RefreshPreferences::maxHealthyPercentage, OptionalInt.empty());
        var warmup = Field.optional("instanceWarmup", DURATION, RefreshPreferences::instanceWarmup);
        var checkpoints = Field.list("checkpointPercentages", Codec.INTEGER, RefreshPreferences::checkpointPercentages);
        var delay = Field.optional("checkpointDelay", DURATION, RefreshPreferences::checkpointDelay);
        var skip = Field.withDefault("skipMatching", Codec.BOOLEAN, RefreshPreferences::skipMatching, false);
        var back = Field.withDefault("autoRollback", Codec.BOOLEAN, RefreshPreferences::autoRollback, false);
        var alarms = Field.list("alarms", Codec.TEXT, RefreshPreferences::alarms);
        var guarded = Field.optional(
                "scaleInProtectedInstances",
                Codec.TEXT.map(ScaleInProtectedInstances::parse, ScaleInProtectedInstances::text),
                RefreshPreferences::scaleInProtectedInstances);
        var standby = Field.optional(
                "standbyInstances",
                Codec.TEXT.map(StandbyInstances::parse, StandbyInstances::text),
                RefreshPreferences::standbyInstances);
        return Shape.of(
                v -> RefreshPreferences.builder()
                        .minHealthyPercentage(v.get(least))
                        .maxHealthyPercentage(v.get(most))
                        .instanceWarmup(v.get(warmup))
                        .addAllCheckpointPercentages(v.get(checkpoints))
                        .checkpointDelay(v.get(delay))
                        .skipMatching(v.get(skip))
                        .autoRollback(v.get(back))
                        .addAllAlarms(v.get(alarms))
                        .scaleInProtectedInstances(v.get(guarded))
                        .standbyInstances(v.get(standby))
                        .build(),
                least,
                most,
                warmup,
                checkpoints,
                delay,
                skip,
                back,
                alarms,
                guarded,
                standby);
    }

    private static Codec<GroupTarget> group() {
        var region = Field.of("region", REGION, GroupTarget::region);
        var name = Field.of("name", Codec.TEXT, GroupTarget::name);
        var wave = Field.of("wave", Codec.INTEGER, GroupTarget::wave);
        var from = Field.of("source", SOURCE, GroupTarget::source);
        var template = Field.of("launchTemplate", TEMPLATE_ID, GroupTarget::launchTemplateId);
        var version = Field.of("version", Codec.LONG, GroupTarget::version);
        var image = Field.optional("image", Codec.TEXT, GroupTarget::imageReference);
        var next = Field.of("newImage", IMAGE_ID, GroupTarget::newImage);
        var instances = Field.of("instances", Codec.INTEGER, GroupTarget::instances);
        var guarded = Field.withDefault("protectedFromScaleIn", Codec.INTEGER, GroupTarget::protectedFromScaleIn, 0);
        var standby = Field.withDefault("inStandby", Codec.INTEGER, GroupTarget::inStandby, 0);
        return Shape.of(
                v -> GroupTarget.builder()
                        .region(v.get(region))
                        .name(v.get(name))
                        .wave(v.get(wave))
                        .source(v.get(from))
                        .launchTemplateId(v.get(template))
                        .version(v.get(version))
                        .imageReference(v.get(image))
                        .newImage(v.get(next))
                        .instances(v.get(instances))
                        .protectedFromScaleIn(v.get(guarded))
                        .inStandby(v.get(standby))
                        .build(),
                region,
                name,
                wave,
                from,
                template,
                version,
                image,
                next,
                instances,
                guarded,
                standby);
    }

    private static Codec<TemplateTarget> template() {
        var region = Field.of("region", REGION, TemplateTarget::region);
        var id = Field.of("launchTemplate", TEMPLATE_ID, TemplateTarget::launchTemplateId);
        var name = Field.of("name", Codec.TEXT, TemplateTarget::launchTemplateName);
        var version = Field.of("version", Codec.LONG, TemplateTarget::version);
        var image = Field.optional("image", Codec.TEXT, TemplateTarget::imageReference);
        var resolved = Field.optional("imageId", IMAGE_ID, TemplateTarget::image);
        var next = Field.of("newImage", IMAGE_ID, TemplateTarget::newImage);
        var byDefault = Field.of("defaultVersion", Codec.LONG, TemplateTarget::defaultVersion);
        var latest = Field.of("latestVersion", Codec.LONG, TemplateTarget::latestVersion);
        var switches = Field.withDefault("switchesDefault", Codec.BOOLEAN, TemplateTarget::switchesDefault, false);
        return Shape.of(
                v -> TemplateTarget.builder()
                        .region(v.get(region))
                        .launchTemplateId(v.get(id))
                        .launchTemplateName(v.get(name))
                        .version(v.get(version))
                        .imageReference(v.get(image))
                        .image(v.get(resolved))
                        .newImage(v.get(next))
                        .defaultVersion(v.get(byDefault))
                        .latestVersion(v.get(latest))
                        .switchesDefault(v.get(switches))
                        .build(),
                region,
                id,
                name,
                version,
                image,
                resolved,
                next,
                byDefault,
                latest,
                switches);
    }

    private static Codec<PointerTarget> pointer() {
        var region = Field.of("region", REGION, PointerTarget::region);
        var parameter = Field.of(
                "parameter", Codec.TEXT.map(ParameterName::of, ParameterName::value), PointerTarget::parameter);
        var image = Field.of("image", IMAGE_ID, PointerTarget::image);
        var next = Field.of("newImage", IMAGE_ID, PointerTarget::newImage);
        return Shape.of(
                v -> PointerTarget.builder()
                        .region(v.get(region))
                        .parameter(v.get(parameter))
                        .image(v.get(image))
                        .newImage(v.get(next))
                        .build(),
                region,
                parameter,
                image,
                next);
    }

    private static Shape<RolloutPlan> plan() {
        var account = Field.of("account", ACCOUNT, RolloutPlan::account);
        var created = Field.of("createdAt", INSTANT, RolloutPlan::createdAt);
        var templates = Field.list("templates", template(), RolloutPlan::templates);
        var groups = Field.list("groups", group(), RolloutPlan::groups);
        var pointers = Field.list("pointers", pointer(), RolloutPlan::pointers);
        var how = Field.of("preferences", preferences(), RolloutPlan::preferences);
        var deadline = Field.of("waveDeadline", DURATION, RolloutPlan::waveDeadline);
        var notes = Field.list("notes", Codec.TEXT, RolloutPlan::notes);
        return Shape.of(
                v -> RolloutPlan.builder()
                        .account(v.get(account))
                        .createdAt(v.get(created))
                        .addAllTemplates(v.get(templates))
                        .addAllGroups(v.get(groups))
                        .addAllPointers(v.get(pointers))
                        .preferences(v.get(how))
                        .waveDeadline(v.get(deadline))
                        .addAllNotes(v.get(notes))
                        .build(),
                account,
                created,
                templates,
                groups,
                pointers,
                how,
                deadline,
                notes);
    }

    private static Shape<RolloutReport> report() {
        var region = Field.of("region", REGION, GroupResult::region);
        var name = Field.of("name", Codec.TEXT, GroupResult::name);
        var outcome = Field.of("outcome", ModelCodecs.constants(GroupResult.Outcome.class), GroupResult::outcome);
        var detail = Field.withDefault("detail", Codec.TEXT, GroupResult::detail, "");
        var ignored = Field.withDefault("ignored", Codec.INTEGER, GroupResult::ignored, 0);
        Codec<GroupResult> result = Shape.of(
                v -> new GroupResult(v.get(region), v.get(name), v.get(outcome), v.get(detail), v.get(ignored)),
                region,
                name,
                outcome,
                detail,
                ignored);
        var plan = Field.of("plan", PLAN, RolloutReport::plan);
        var status = Field.of("status", ModelCodecs.constants(RolloutReport.Status.class), RolloutReport::status);
        var reason = Field.optional("reason", Codec.TEXT, RolloutReport::reason);
        var groups = Field.list("groups", result, RolloutReport::groups);
        var started = Field.of("startedAt", INSTANT, RolloutReport::startedAt);
        var finished = Field.of("finishedAt", INSTANT, RolloutReport::finishedAt);
        return Shape.of(
                v -> RolloutReport.builder()
                        .plan(v.get(plan))
                        .status(v.get(status))
                        .reason(v.get(reason))
                        .addAllGroups(v.get(groups))
                        .startedAt(v.get(started))
                        .finishedAt(v.get(finished))
                        .build(),
                plan,
                status,
                reason,
                groups,
                started,
                finished);
    }
}
