package dev.amis.plan;

import static dev.amis.internal.json.ModelCodecs.DURATION;
import static dev.amis.internal.json.ModelCodecs.IMAGE_STATE;
import static dev.amis.internal.json.ModelCodecs.INSTANT_OR_NONE;
import static dev.amis.internal.json.ModelCodecs.PROTECTION;
import static dev.amis.internal.json.ModelCodecs.TAGS;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.ModelCodecs;
import dev.amis.internal.json.Shape;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How planned actions stand in documents, with what they rely on and how far they can be taken back. */
final class PlannedJson {

    static final Codec<PlannedAction> PLANNED = planned();

    private PlannedJson() {}

    private static Codec<PlannedAction> planned() {
        Field<PlannedAction, Action> action = Field.of("do", ActionJson.ACTION, PlannedAction::action);
        Field<PlannedAction, String> reason = Field.of("reason", Codec.TEXT, PlannedAction::reason);
        Field<PlannedAction, Facts> facts = Field.withDefault("facts", facts(), PlannedAction::facts, Facts.none());
        Field<PlannedAction, Reversibility> reversibility =
                Field.of("reversibility", reversibility(), PlannedAction::reversibility);
        return Shape.of(
                v -> new PlannedAction(v.get(action), v.get(reason), v.get(facts), v.get(reversibility)),
                action,
                reason,
                facts,
                reversibility);
    }

    private static Codec<Reversibility> reversibility() {
        Field<Reversibility, Reversibility.Kind> kind =
                Field.of("kind", ModelCodecs.constants(Reversibility.Kind.class), Reversibility::kind);
        Field<Reversibility, Optional<Duration>> retention =
                Field.optional("retention", DURATION, Reversibility::retention);
        Field<Reversibility, String> note = Field.of("note", Codec.TEXT, Reversibility::note);
        return Shape.of(v -> new Reversibility(v.get(kind), v.get(retention), v.get(note)), kind, retention, note);
    }

    private static Codec<Facts> facts() {
        Field<Facts, Optional<ImageState>> state = Field.optional("state", IMAGE_STATE, Facts::state);
        Field<Facts, Optional<Instant>> deprecation =
                Field.optional("deprecationTime", INSTANT_OR_NONE, Facts::deprecationTime);
        Field<Facts, Optional<DeregistrationProtection>> protection =
                Field.optional("protection", PROTECTION, Facts::protection);
        Field<Facts, Optional<Instant>> launched =
                Field.optional("lastLaunchedTime", INSTANT_OR_NONE, Facts::lastLaunchedTime);
        Field<Facts, Optional<Tags>> tags = Field.optional("tags", TAGS, Facts::tags);
        Field<Facts, Tags> someTags = Field.withDefault("someTags", TAGS, Facts::someTags, Tags.none());
        Field<Facts, Set<String>> missingTags =
                Field.withDefault("missingTags", ActionJson.KEYS, Facts::missingTags, Set.of());
        Field<Facts, Optional<String>> description = Field.optional("description", Codec.TEXT, Facts::description);
        Field<Facts, Optional<Set<LaunchPermission>>> launchPermissions =
                Field.optional("launchPermissions", ActionJson.LAUNCH_PERMISSIONS, Facts::launchPermissions);
        Field<Facts, Optional<Set<CreateVolumePermission>>> snapshotPermissions =
                Field.optional("snapshotPermissions", ActionJson.SNAPSHOT_PERMISSIONS, Facts::snapshotPermissions);
        Field<Facts, Optional<String>> parameterValue =
                Field.optional("parameterValue", Codec.TEXT, Facts::parameterValue);
        Field<Facts, Optional<String>> parameterDescription =
                Field.optional("parameterDescription", Codec.TEXT, Facts::parameterDescription);
        Field<Facts, Optional<Long>> defaultVersion =
                Field.optional("defaultVersion", Codec.LONG, Facts::defaultVersion);
        Field<Facts, Optional<String>> defaultDescription =
                Field.optional("defaultDescription", Codec.TEXT, Facts::defaultDescription);
        Field<Facts, Optional<Long>> latestVersion = Field.optional("latestVersion", Codec.LONG, Facts::latestVersion);
        Field<Facts, List<String>> unusedIn = Field.list("unusedIn", Codec.TEXT, Facts::unusedIn);
        return Shape.of(
                v -> Facts.builder()
                        .state(v.get(state))
                        .deprecationTime(v.get(deprecation))
                        .protection(v.get(protection))
                        .lastLaunchedTime(v.get(launched))
                        .tags(v.get(tags))
                        .someTags(v.get(someTags))
                        .addAllMissingTags(v.get(missingTags))
                        .description(v.get(description))
                        .launchPermissions(v.get(launchPermissions))
                        .snapshotPermissions(v.get(snapshotPermissions))
                        .parameterValue(v.get(parameterValue))
                        .parameterDescription(v.get(parameterDescription))
                        .defaultVersion(v.get(defaultVersion))
                        .defaultDescription(v.get(defaultDescription))
                        .latestVersion(v.get(latestVersion))
                        .addAllUnusedIn(v.get(unusedIn))
                        .build(),
                state,
                deprecation,
                protection,
                launched,
                tags,
                someTags,
                missingTags,
                description,
                launchPermissions,
                snapshotPermissions,
                parameterValue,
                parameterDescription,
                defaultVersion,
                defaultDescription,
                latestVersion,
                unusedIn);
    }
}
