package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.RetirementWorld.NOW;

import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.FleetState;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.spi.PutParameterRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts sketched images into an account, with their snapshots and what refers to them. */
final class RetirementSeed {

    private static final String NOBODYS = "ami-0123456789abcdef0";

    private final InMemoryAws aws;
    private final Set<SnapshotId> common = new HashSet<>();
    private int instances;
    private int templates;

    RetirementSeed(InMemoryAws aws) {
        this.aws = aws;
    }

    void put(Sketch sketch) {
        sketch.snapshots().stream()
                .filter(id -> !id.equals(Sketch.common(sketch.region())) || common.add(id))
                .forEach(id -> aws.seed().snapshot(snapshot(sketch, id)));
        aws.seed().image(image(sketch), permissions(sketch).toArray(LaunchPermission[]::new));
        InMemoryRegion region = aws.in(sketch.region());
        Launchers launchers = new Launchers(region, sketch.number());
        for (Trait trait : sketch.traits()) {
            switch (trait) {
                case RUNNING -> aws.seed().instance(instance(sketch, InstanceState.RUNNING));
                case STOPPED -> aws.seed().instance(instance(sketch, InstanceState.STOPPED));
                case TERMINATED -> aws.seed().instance(instance(sketch, InstanceState.TERMINATED));
                case IN_DEFAULT_VERSION ->
                    template(region, sketch, 1, sketch.id().value(), NOBODYS);
                case IN_LATEST_VERSION ->
                    template(region, sketch, 1, NOBODYS, sketch.id().value());
                case IN_OLD_VERSION -> template(region, sketch, 2, sketch.id().value(), NOBODYS, NOBODYS);
                case IN_GROUP_VERSION -> launchers.group(oldVersion(region, sketch));
                case IN_GROUP_INSTANCE -> launchers.groupOfInstance(oldVersion(region, sketch));
                case IN_GROUP_OVERRIDE -> launchers.groupOverriding(sketch.id());
                case IN_LAUNCH_CONFIGURATION ->
                    region.launchConfiguration("configuration-" + sketch.number(), sketch.id());
                case IN_SPOT_FLEET -> launchers.spotFleet(sketch.id(), FleetState.ACTIVE);
                case IN_FLEET_VERSION -> launchers.fleet(oldVersion(region, sketch));
                case IN_CANCELLED_FLEET -> launchers.spotFleet(sketch.id(), FleetState.CANCELLED);
                case NAMED_BY_PARAMETER -> region.imageParameter("/now/" + sketch.number(), sketch.id());
                case ONCE_NAMED_BY_PARAMETER ->
                    region.imageParameter("/once/" + sketch.number(), sketch.id())
                            .imageParameter("/once/" + sketch.number(), ImageId.of(NOBODYS));
                case PARENT_OF_RECIPE ->
                    region.imageRecipe(
                            "recipe-" + sketch.number(), "1.0.0", sketch.id().value());
                case PARENT_BY_PARAMETER -> recipeByParameter(region, sketch);
                case UNDER_CONTAINERS ->
                    region.containerRecipe(
                            "container-" + sketch.number(),
                            "1.0.0",
                            Optional.of(sketch.id().value()));
                case BEING_COPIED -> aws.seed().image(copy(sketch, sketch.region()));
                case BEING_COPIED_AWAY -> aws.seed().image(copy(sketch, away(sketch.region())));
                default -> {}
            }
        }
    }

    /** Where a copy goes to that leaves a Region. */
    static Region away(Region from) {
        List<Region> all = RetirementWorld.REGIONS;
        return all.get((all.indexOf(from) + 1) % all.size());
    }

    private Image image(Sketch sketch) {
        return Image.builder()
                .imageId(sketch.id())
                .region(sketch.region())
                .name(sketch.name())
                .ownerId(aws.account())
                .architecture(Architecture.X86_64)
                .stateText(
                        sketch.state() == ImageState.UNKNOWN
                                ? "hibernating"
                                : sketch.state().text())
                .creationDate(sketch.is(Trait.UNDATED) ? Optional.empty() : Optional.of(made(sketch)))
                .isPublic(sketch.isPublic())
                .deprecationTime(deprecation(sketch))
                .lastLaunchedTime(launch(sketch))
                .deregistrationProtection(protection(sketch))
                .rootDeviceName("/dev/xvda")
                .addAllBlockDeviceMappings(mappings(sketch))
                .tags(tags(sketch))
                .build();
    }

    private static Instant made(Sketch sketch) {
        return NOW.minus(Duration.ofDays(sketch.days()));
    }

    private static Optional<Instant> deprecation(Sketch sketch) {
        if (sketch.is(Trait.DEPRECATED)) {
            return Optional.of(NOW.minus(Duration.ofDays(10)));
        }
        if (sketch.is(Trait.DEPRECATED_SOON)) {
            return Optional.of(NOW.plus(Duration.ofDays(3)));
        }
        if (sketch.is(Trait.DEPRECATED_LATE)) {
            return Optional.of(NOW.plus(Duration.ofDays(200)));
        }
        return sketch.isPublic()
                ? Optional.of(made(sketch).atOffset(ZoneOffset.UTC).plusYears(2).toInstant())
                : Optional.empty();
    }

    private static Optional<Instant> launch(Sketch sketch) {
        if (sketch.is(Trait.LAUNCHED_LATELY)) {
            return Optional.of(NOW.minus(Duration.ofDays(2)));
        }
        return sketch.is(Trait.LAUNCHED_LONG_AGO) ? Optional.of(NOW.minus(Duration.ofDays(100))) : Optional.empty();
    }

    private static DeregistrationProtection protection(Sketch sketch) {
        if (sketch.is(Trait.PROTECTED)) {
            return DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN;
        }
        if (sketch.is(Trait.PROTECTED_WITH_COOLDOWN)) {
            return DeregistrationProtection.ENABLED_WITH_COOLDOWN;
        }
        if (sketch.is(Trait.COOLING_DOWN)) {
            return DeregistrationProtection.coolingDownUntil(NOW.plus(Duration.ofHours(12)));
        }
        return sketch.is(Trait.COOLED_DOWN)
                ? DeregistrationProtection.coolingDownUntil(NOW.minus(Duration.ofHours(1)))
                : DeregistrationProtection.DISABLED;
    }

    private static List<BlockDeviceMapping> mappings(Sketch sketch) {
        List<BlockDeviceMapping> mappings = new ArrayList<>();
        char letter = 'a';
        for (SnapshotId snapshot : sketch.snapshots()) {
            EbsBlockDevice volume =
                    EbsBlockDevice.builder().snapshotId(snapshot).volumeSize(8).build();
            mappings.add(BlockDeviceMapping.ebs("/dev/xvd" + letter++, volume));
        }
        return mappings;
    }

    private static Tags tags(Sketch sketch) {
        Map<String, String> tags = new TreeMap<>();
        if (!sketch.family().isEmpty()) {
            tags.put("Family", sketch.family());
        }
        if (sketch.is(Trait.KEEP)) {
            tags.put("Keep", "yes");
        } else if (sketch.is(Trait.MAYBE_KEEP)) {
            tags.put("Keep", "maybe");
        }
        if (sketch.is(Trait.BACKUP)) {
            tags.put("aws:backup:source-resource", "i-0123456789abcdef0");
        }
        if (sketch.is(Trait.CRITICAL)) {
            tags.put("Critical", "yes");
        }
        return Tags.read(tags);
    }

    private static List<LaunchPermission> permissions(Sketch sketch) {
        return sketch.is(Trait.SHARED) && sketch.isShared() ? List.of(LaunchPermission.of(Account.FRIEND)) : List.of();
    }

    private Snapshot snapshot(Sketch sketch, SnapshotId id) {
        return Snapshot.builder()
                .snapshotId(id)
                .region(sketch.region())
                .ownerId(aws.account())
                .stateText(SnapshotState.COMPLETED.text())
                .startTime(made(sketch))
                .volumeSize(8)
                .tags(sketch.is(Trait.CRITICAL) ? Tags.of("Critical", "yes") : Tags.none())
                .build();
    }

    private Instance instance(Sketch sketch, InstanceState state) {
        return Instance.builder()
                .instanceId(InstanceId.of(String.format("i-%017x", ++instances)))
                .region(sketch.region())
                .ownerId(aws.account())
                .imageId(sketch.id())
                .state(state)
                .instanceType(InstanceType.of("m5.large"))
                .build();
    }

    /** A version that is neither the default one of its template nor the latest. */
    private LaunchTemplateSpecification oldVersion(InMemoryRegion region, Sketch sketch) {
        LaunchTemplateId template =
                template(region, sketch, 3, NOBODYS, sketch.id().value(), NOBODYS, NOBODYS);
        return LaunchTemplateSpecification.of(template, "2");
    }

    private static void recipeByParameter(InMemoryRegion region, Sketch sketch) {
        String name = "/text/" + sketch.number();
        region.parameter(PutParameterRequest.builder()
                .name(ParameterName.of(name))
                .value(sketch.id().value())
                .build());
        region.imageRecipe("by-parameter-" + sketch.number(), "1.0.0", "ssm:" + name);
    }

    /** A template with these images in its versions. */
    private LaunchTemplateId template(InMemoryRegion region, Sketch sketch, int byDefault, String... versions) {
        String name = "template-" + sketch.number() + "-" + ++templates;
        List<LaunchTemplateId> ids = new ArrayList<>();
        for (String version : versions) {
            ids.add(region.putLaunchTemplateVersion(name, version).launchTemplateId());
        }
        region.defaultLaunchTemplateVersion(ids.get(0), byDefault);
        return ids.get(0);
    }

    private Image copy(Sketch sketch, Region to) {
        int offset = to.equals(sketch.region()) ? 0x3000 : 0x4000;
        return Image.builder()
                .imageId(ImageId.of(String.format("ami-%017x", offset + sketch.number())))
                .region(to)
                .name("copy of " + sketch.number() + " in " + sketch.region())
                .ownerId(aws.account())
                .architecture(Architecture.X86_64)
                .state(ImageState.PENDING)
                .creationDate(NOW)
                .sourceImageId(sketch.id())
                .sourceImageRegion(sketch.region())
                .build();
    }
}
