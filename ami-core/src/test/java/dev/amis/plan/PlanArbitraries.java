package dev.amis.plan;

import dev.amis.error.Failure;
import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import dev.amis.usage.UnreadSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans and reports of all kinds. */
@SuppressWarnings("exports")
public final class PlanArbitraries {

    private PlanArbitraries() {}

    public static Arbitrary<Plan> plans() {
        return Combinators.combine(
                        texts(),
                        accounts(),
                        instants(),
                        decisions().list().ofMaxSize(4),
                        planned().list().ofMaxSize(4),
                        unread().list().ofMaxSize(2),
                        Combinators.combine(
                                        texts().list().ofMaxSize(2), savings().optional())
                                .as(Extras::new))
                .as((title, account, at, decisions, actions, unread, extras) -> Plan.builder()
                        .title(title)
                        .account(account)
                        .createdAt(at)
                        .expiresAt(at.plus(Plan.LIFETIME))
                        .calls(title.length())
                        .addAllDecisions(decisions)
                        .addAllActions(actions)
                        .addAllUnreadSources(unread)
                        .addAllNotes(extras.notes)
                        .savings(extras.savings)
                        .build());
    }

    private record Extras(List<String> notes, Optional<PlanSavings> savings) {}

    private static Arbitrary<PlanSavings> savings() {
        Arbitrary<DecisionCost> costs =
                Combinators.combine(regions(), resources(), costs()).as(DecisionCost::new);
        return Combinators.combine(
                        instants()
                                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                                .optional(),
                        costs(),
                        texts().list().ofMaxSize(2),
                        costs.list().ofMaxSize(3))
                .as((asOf, perMonth, gaps, each) -> PlanSavings.builder()
                        .pricesAsOf(asOf)
                        .perMonth(perMonth)
                        .addAllGaps(gaps)
                        .addAllCosts(each)
                        .build());
    }

    private static Arbitrary<MonthlyCost> costs() {
        Arbitrary<BigDecimal> usd = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal(1_000_000))
                .ofScale(12);
        return Combinators.combine(usd, usd.optional(), Arbitraries.of(true, false))
                .as(MonthlyCost::new);
    }

    private static Arbitrary<ResourceId> resources() {
        return Arbitraries.oneOf(images().map(id -> id), snapshots().map(id -> id));
    }

    static Arbitrary<ChangeReport> reports() {
        return Combinators.combine(
                        texts(),
                        accounts(),
                        instants(),
                        results().list().ofMaxSize(4),
                        planned().list().ofMaxSize(2))
                .as((title, account, at, results, notBegun) -> ChangeReport.builder()
                        .title(title)
                        .planFingerprint("0123abcd")
                        .account(account)
                        .startedAt(at)
                        .finishedAt(at.plusSeconds(3))
                        .addAllResults(results)
                        .addAllNotBegun(notBegun)
                        .build());
    }

    static Arbitrary<PlannedAction> planned() {
        return Combinators.combine(actions(), texts(), facts(), reversibilities())
                .as(PlannedAction::new);
    }

    static Arbitrary<Action> actions() {
        Arbitrary<Action> onImages = Combinators.combine(
                        regions(), images(), Arbitraries.integers().between(0, 7))
                .as(PlanArbitraries::plainAction);
        Arbitrary<Action> onSnapshots = Combinators.combine(
                        regions(), snapshots(), Arbitraries.integers().between(0, 1))
                .as((region, id, kind) ->
                        kind == 0 ? new Action.DeleteSnapshot(region, id) : new Action.RestoreSnapshot(region, id));
        Arbitrary<Action> onParameters = Combinators.combine(
                        regions(), images(), Arbitraries.of("/golden/web", "plain"), Arbitraries.of(true, false))
                .as((region, image, name, point) -> point
                        ? new PointerAction.Point(region, ParameterName.of(name), image)
                        : new PointerAction.Remove(region, ParameterName.of(name)));
        return Arbitraries.oneOf(onImages, onSnapshots, onParameters, onTemplates(), detailed(), sharing(), tagging());
    }

    private static Arbitrary<Action> onTemplates() {
        Arbitrary<LaunchTemplateId> templates =
                Arbitraries.longs().greaterOrEqual(0).map(n -> LaunchTemplateId.of(String.format("lt-0%016x", n)));
        Arbitrary<LaunchTemplateData> data = Combinators.combine(
                        texts(), Arbitraries.of("ImageId", "UserData", "MetadataOptions.HttpTokens"))
                .as((value, name) -> LaunchTemplateData.none().with(name, value));
        Arbitrary<String> described = Arbitraries.of("web [amis 0123456789abcdef on version 3]", "x", "é – \"quoted\"");
        Arbitrary<TemplateVersionName> versions = Arbitraries.oneOf(
                Arbitraries.longs().greaterOrEqual(1).map(TemplateVersionName.Numbered::new),
                described.map(TemplateVersionName.Described::new));
        return Arbitraries.oneOf(
                Combinators.combine(regions(), data, described)
                        .as((region, says, text) ->
                                new TemplateAction.Create(region, "web", says, text, Tags.of("Team", "web"), "token")),
                regions().map(region -> new TemplateAction.Remove(region, "web/(1)")),
                Combinators.combine(
                                regions(),
                                templates,
                                Arbitraries.longs().greaterOrEqual(1).optional(),
                                data,
                                described)
                        .as((region, id, source, says, text) ->
                                new TemplateAction.NewVersion(region, id, source, says, text, "token")),
                Combinators.combine(regions(), templates, versions).as(TemplateAction.SetDefault::new),
                Combinators.combine(regions(), templates, versions).as(TemplateAction.DeleteVersion::new));
    }

    private static Action plainAction(Region region, ImageId id, int kind) {
        return switch (kind) {
            case 0 -> new Action.CancelDeprecation(region, id);
            case 1 -> new Action.Disable(region, id);
            case 2 -> new Action.Enable(region, id);
            case 3 -> new Action.Unprotect(region, id);
            case 4 -> new Action.RequireImdsV2(region, id);
            case 5 -> new Action.RestoreImage(region, id);
            case 6 -> new Action.Protect(region, id, true);
            default -> new Action.Protect(region, id, false);
        };
    }

    private static Arbitrary<Action> detailed() {
        return Arbitraries.oneOf(
                Combinators.combine(regions(), images(), instants()).as(Action.Deprecate::new),
                Combinators.combine(regions(), images(), texts()).as(Action.SetDescription::new),
                Combinators.combine(
                                regions(),
                                images(),
                                Arbitraries.of(true, false),
                                snapshots().list().ofMaxSize(3))
                        .as(Action.Deregister::new));
    }

    private static Arbitrary<Action> sharing() {
        Arbitrary<Action> images = Combinators.combine(
                        regions(),
                        images(),
                        launchPermissions().set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(1, 2))
                .as((region, id, some, kind) -> new Action.ChangeLaunchPermissions(
                        region, id, kind == 1 ? some : Set.of(), kind == 1 ? Set.of() : some));
        Arbitrary<Action> ofSnapshots = Combinators.combine(
                        regions(),
                        snapshots(),
                        snapshotPermissions().set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(1, 2))
                .as((region, id, some, kind) -> new Action.ChangeSnapshotPermissions(
                        region, id, kind == 1 ? some : Set.of(), kind == 1 ? Set.of() : some));
        return Arbitraries.oneOf(images, ofSnapshots);
    }

    private static Arbitrary<Action> tagging() {
        Arbitrary<Action> set = Combinators.combine(regions(), images(), tags().filter(tags -> !tags.isEmpty()))
                .as((region, id, tags) -> new Action.SetTags(region, id.value(), tags));
        Arbitrary<Action> remove = Combinators.combine(
                        regions(), snapshots(), keys().set().ofMinSize(1).ofMaxSize(3))
                .as((region, id, keys) -> new Action.RemoveTags(region, id.value(), keys));
        return Arbitraries.oneOf(set, remove);
    }

    private static Arbitrary<Facts> facts() {
        Arbitrary<Facts> ofState = Combinators.combine(
                        Arbitraries.of(ImageState.class).optional(),
                        dates().optional(),
                        protections().optional(),
                        dates().optional(),
                        tags().optional())
                .as((state, deprecation, protection, launch, tags) -> Facts.builder()
                        .state(state)
                        .deprecationTime(deprecation)
                        .protection(protection)
                        .lastLaunchedTime(launch)
                        .tags(tags)
                        .build());
        Arbitrary<Facts> ofOthers = Combinators.combine(
                        tags(),
                        keys().set().ofMaxSize(2),
                        texts().optional(),
                        launchPermissions().set().ofMaxSize(3).optional(),
                        snapshotPermissions().set().ofMaxSize(2).optional(),
                        texts().list().ofMaxSize(2))
                .as((some, missing, description, launch, snapshot, unused) -> Facts.builder()
                        .someTags(some)
                        .addAllMissingTags(missing)
                        .description(description)
                        .launchPermissions(launch)
                        .snapshotPermissions(snapshot)
                        .addAllUnusedIn(unused)
                        .build());
        Arbitrary<Facts> ofTemplates = Combinators.combine(
                        Arbitraries.longs().optional(),
                        texts().optional(),
                        Arbitraries.longs().optional())
                .as((usual, description, latest) -> Facts.builder()
                        .defaultVersion(usual)
                        .defaultDescription(description)
                        .latestVersion(latest)
                        .build());
        return Arbitraries.oneOf(ofState, ofOthers, ofTemplates, Arbitraries.just(Facts.none()));
    }

    private static Arbitrary<ActionResult> results() {
        return Combinators.combine(
                        planned(),
                        Arbitraries.of(Outcome.class),
                        texts(),
                        failures().optional(),
                        deletions().list().ofMaxSize(2),
                        planned().list().ofMaxSize(2),
                        instants().optional())
                .as(ActionResult::new);
    }

    private static Arbitrary<Failure> failures() {
        return Combinators.combine(
                        texts(), texts(), texts().optional(), regions().optional(), texts().optional())
                .as((operation, reason, code, region, other) -> Failure.of(operation, reason)
                        .code(code)
                        .region(region)
                        .resource(other)
                        .advice(other)
                        .requestId(other)
                        .build());
    }

    private static Arbitrary<SnapshotDeletion> deletions() {
        return Combinators.combine(snapshots(), Arbitraries.of(SnapshotDeletionCode.class))
                .as(SnapshotDeletion::new);
    }

    private static Arbitrary<Decision> decisions() {
        return Combinators.combine(
                        regions(),
                        resources(),
                        texts(),
                        instants().optional(),
                        Arbitraries.longs().between(0, 1L << 40),
                        texts(),
                        Arbitraries.integers().between(0, 100_000),
                        Combinators.combine(
                                        Arbitraries.of(Verdict.class),
                                        reasons().list().ofMinSize(1).ofMaxSize(3))
                                .as(Judgement::new))
                .as((region, image, name, created, gib, family, rank, judged) ->
                        new Decision(region, image, name, created, gib, family, rank, judged.verdict, judged.reasons));
    }

    private record Judgement(Verdict verdict, List<Reason> reasons) {}

    private static Arbitrary<Reason> reasons() {
        return Combinators.combine(Arbitraries.of(Reason.Kind.class), texts()).as(Reason::new);
    }

    private static Arbitrary<Reversibility> reversibilities() {
        Arbitrary<Reversibility> until =
                Arbitraries.longs().between(1, 3_650).map(days -> Reversibility.recycleBin(Duration.ofDays(days)));
        Arbitrary<Reversibility> others = Combinators.combine(
                        Arbitraries.of(Reversibility.Kind.class).filter(kind -> kind != Reversibility.Kind.UNTIL),
                        texts())
                .as((kind, note) -> new Reversibility(kind, Optional.empty(), note));
        return Arbitraries.oneOf(until, others);
    }

    private static Arbitrary<UnreadSource> unread() {
        return Combinators.combine(regions(), texts(), texts()).as(UnreadSource::new);
    }

    private static Arbitrary<Tags> tags() {
        return Arbitraries.maps(keys(), texts()).ofMaxSize(3).map(Tags::of);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(key -> !key.toLowerCase(Locale.ROOT).startsWith("aws:"));
    }

    /** Everything that Java calls a character, halves of surrogate pairs as well. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings().ascii().ofMaxLength(60),
                Arbitraries.of("", "\"", "\\", "\n", "{}", "null", "é", "\ud83d\ude00", "\ud83d", "<b>|`</b>&amp;"));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<Instant> dates() {
        return Arbitraries.oneOf(instants(), Arbitraries.just(Instant.MIN));
    }

    private static Arbitrary<DeregistrationProtection> protections() {
        return Arbitraries.oneOf(
                instants().map(DeregistrationProtection::coolingDownUntil),
                Arbitraries.of("disabled", "enabled-with-cooldown", "enabled-without-cooldown", "something new")
                        .map(DeregistrationProtection::parse));
    }

    private static Arbitrary<LaunchPermission> launchPermissions() {
        return Arbitraries.oneOf(
                accounts().map(LaunchPermission::of),
                Arbitraries.of(
                        LaunchPermission.EVERYONE,
                        LaunchPermission.of(
                                OrganizationArn.of("arn:aws:organizations::123456789012:organization/o-abcdefghij")),
                        LaunchPermission.of(OrganizationalUnitArn.of(
                                "arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-ab12-abcdefgh"))));
    }

    private static Arbitrary<CreateVolumePermission> snapshotPermissions() {
        return Arbitraries.oneOf(
                accounts().map(CreateVolumePermission::of), Arbitraries.just(CreateVolumePermission.EVERYONE));
    }

    private static Arbitrary<AccountId> accounts() {
        return Arbitraries.strings().numeric().ofLength(12).map(AccountId::of);
    }

    private static Arbitrary<Region> regions() {
        return Arbitraries.of(Region.EU_WEST_1, Region.US_EAST_1, Region.AP_SOUTHEAST_2);
    }

    private static Arbitrary<ImageId> images() {
        return hex().map(digits -> ImageId.of("ami-" + digits));
    }

    private static Arbitrary<SnapshotId> snapshots() {
        return hex().map(digits -> SnapshotId.of("snap-" + digits));
    }

    private static Arbitrary<String> hex() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(17);
    }
}
