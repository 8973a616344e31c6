package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.internal.ImageAlias;
import dev.amis.internal.Session;
import dev.amis.launch.LaunchCheck;
import dev.amis.launch.LaunchFinding;
import dev.amis.launch.VersionOnTop;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at all that a roll-out is about, and refuses what would go wrong. Reads only. */
final class Planning {

    private record VersionKey(Region region, String template, long version) {}

    private record Checked(Region region, LaunchTemplateData data, Set<InstanceType> types) {}

    private final Session session;
    private final Asked asked;
    private final List<GroupTarget> groups = new ArrayList<>();
    private final Map<VersionKey, TemplateTarget> templates = new LinkedHashMap<>();
    private final List<PointerTarget> pointers = new ArrayList<>();
    private final Map<String, LaunchTemplate> summaries = new LinkedHashMap<>();
    private final Map<Checked, List<LaunchFinding>> checked = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    Planning(Session session, Asked asked) {
        this.session = session;
        this.asked = asked;
    }

    RolloutPlan plan() {
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("neither groups, templates nor pointers are named, but some must be");
        }
        asked.regions().forEach(this::image);
        asked.pointers().forEach(named -> pointers.add(PointerPlanning.target(session, named, image(named.region()))));
        Map<Region, Map<String, AutoScalingGroup>> all = new LinkedHashMap<>();
        for (Asked.NamedGroup named : asked.groups()) {
            RegionPorts ports = new RegionPorts(session.in(named.region()));
            Map<String, AutoScalingGroup> here = all.computeIfAbsent(named.region(), region -> byName(ports));
            AutoScalingGroup group =
                    here.containsKey(named.name()) ? here.get(named.name()) : ports.group(named.name());
            add(ports, named, group);
        }
        for (Asked.NamedTemplate named : asked.templates()) {
            add(named);
        }
        Bystanders bystanders = new Bystanders(session, groups, templates.values(), pointers);
        asked.regions().forEach(region -> notes.addAll(others(bystanders, region, all)));
        return RolloutPlan.builder()
                .account(session.account())
                .createdAt(session.now())
                .addAllGroups(groups)
                .addAllTemplates(templates.values().stream()
                        .sorted(Comparator.comparing(
                                        (TemplateTarget one) -> one.region().value())
                                .thenComparing(TemplateTarget::launchTemplateId)
                                .thenComparing(TemplateTarget::version))
                        .toList())
                .addAllPointers(pointers)
                .preferences(asked.preferences())
                .waveDeadline(asked.waveDeadline())
                .addAllNotes(notes)
                .build();
    }

    private static List<String> others(
            Bystanders bystanders, Region region, Map<Region, Map<String, AutoScalingGroup>> known) {
        try {
            return bystanders.notes(region, known.get(region));
        } catch (AmiException unread) {
            return List.of(
                    "which other groups in " + region + " are touched could not be read: " + unread.getMessage());
        }
    }

    private void add(Asked.NamedTemplate named) {
        RegionPorts ports = new RegionPorts(session.in(named.region()));
        LaunchTemplateVersion version = ports.version(
                LaunchTemplateSpecification.named(named.name(), LaunchTemplateSpecification.DEFAULT_VERSION));
        Optional<PointerTarget> pointer = pointer(version);
        if (pointer.isPresent()) {
            notes.add(version + " in " + named.region() + " takes its image from "
                    + pointer.get().parameter() + ", so it needs no new version");
        } else {
            add(ports, version, true, Set.of());
        }
    }

    private Optional<PointerTarget> pointer(LaunchTemplateVersion version) {
        return pointers.stream()
                .filter(one -> one.region().equals(version.region()) && one.isNamedBy(version.imageReference()))
                .findFirst();
    }

    private static Map<String, AutoScalingGroup> byName(RegionPorts ports) {
        Map<String, AutoScalingGroup> byName = new LinkedHashMap<>();
        ports.allGroups().forEach(group -> byName.put(group.name(), group));
        return byName;
    }

    private void add(RegionPorts ports, Asked.NamedGroup named, AutoScalingGroup group) {
        GroupLaunchSource source = source(group);
        ports.activeRefresh(group.name()).ifPresent(refresh -> {
            throw new ConflictException(Failure.of("roll-out", "it is being refreshed already: " + refresh)
                    .resource(group.name())
                    .region(group.region())
                    .code("InstanceRefreshInProgress")
                    .advice("Wait for its end, or cancel it")
                    .build());
        });
        LaunchTemplateSpecification specification = Sources.specification(source);
        LaunchTemplateVersion version = ports.version(specification);
        boolean byPointer = pointer(version).isPresent();
        String word = specification.effectiveVersion();
        if (byPointer && word.equals(LaunchTemplateSpecification.LATEST_VERSION)) {
            throw refused(
                    group,
                    "it follows the latest version of " + version.launchTemplateName()
                            + ", whose image is what a parameter says, and the roll-out makes a later one",
                    "Let it follow the default version, or name a version by its number");
        }
        version.imageReference()
                .filter(text -> ImageAlias.is(text) && !byPointer)
                .ifPresent(text -> notes.add(group.name() + " in " + group.region() + " took its image from " + text
                        + ", and launches from a version that names the image itself from now on"));
        boolean byDefault = word.equals(LaunchTemplateSpecification.DEFAULT_VERSION) && !byPointer;
        TemplateTarget template = add(ports, version, byDefault, types(source));
        GroupNotes.strays(group, version).ifPresent(notes::add);
        notes.addAll(GroupNotes.permissions(version));
        notes.addAll(GroupNotes.outOfTheOrdinary(group, asked.preferences()));
        notes.addAll(GroupNotes.otherRollouts(session, group, template));
        groups.add(GroupTarget.builder()
                .region(group.region())
                .name(group.name())
                .wave(named.wave())
                .source(source)
                .launchTemplateId(version.launchTemplateId())
                .version(version.versionNumber())
                .imageReference(version.imageReference())
                .newImage(template.newImage())
                .instances(group.instances().size())
                .protectedFromScaleIn((int) GroupNotes.guarded(group).count())
                .inStandby((int) GroupNotes.inStandby(group).count())
                .build());
    }

    private static GroupLaunchSource source(AutoScalingGroup group) {
        Optional<GroupLaunchSource> source = group.launchSource();
        if (source.flatMap(Sources::find).isEmpty()) {
            throw refused(
                    group,
                    "it launches from " + source.map(Object::toString).orElse("nothing"),
                    "Let it launch from a launch template");
        }
        if (source.get() instanceof GroupLaunchSource.MixedInstances mixed
                && mixed.policy().overrides().stream()
                        .anyMatch(one -> one.launchTemplate().isPresent()
                                || one.imageReference().isPresent())) {
            throw refused(
                    group,
                    "overrides of its mixed instances policy name templates or images of their own",
                    "Let only the policy itself name a launch template");
        }
        return source.get();
    }

    private static InvalidRequestException refused(AutoScalingGroup group, String why, String advice) {
        return new InvalidRequestException(Failure.of("roll-out", why)
                .resource(group.name())
                .region(group.region())
                .advice(advice)
                .build());
    }

    private static Set<InstanceType> types(GroupLaunchSource source) {
        Set<InstanceType> types = new LinkedHashSet<>();
        if (source instanceof GroupLaunchSource.MixedInstances mixed) {
            mixed.policy().overrides().stream()
                    .map(LaunchTemplateOverride::instanceType)
                    .forEach(type -> type.ifPresent(types::add));
        }
        return types;
    }

    private TemplateTarget add(
            RegionPorts ports, LaunchTemplateVersion version, boolean switchesDefault, Set<InstanceType> types) {
        Image image = image(version.region());
        check(ports, version, image, types);
        VersionKey key =
                new VersionKey(version.region(), version.launchTemplateId().value(), version.versionNumber());
        LaunchTemplate summary = summaries.computeIfAbsent(
                version.region() + " " + version.launchTemplateId(),
                text -> ports.template(version.launchTemplateId()));
        TemplateTarget before = templates.get(key);
        TemplateTarget target = TemplateTarget.builder()
                .region(version.region())
                .launchTemplateId(version.launchTemplateId())
                .launchTemplateName(version.launchTemplateName())
                .version(version.versionNumber())
                .imageReference(version.imageReference())
                .image(standsFor(ports, version))
                .newImage(image.imageId())
                .defaultVersion(summary.defaultVersionNumber())
                .latestVersion(summary.latestVersionNumber())
                .switchesDefault(switchesDefault || (before != null && before.switchesDefault()))
                .build();
        templates.put(key, target);
        return target;
    }

    /** The image that a version stands for, also where it names a parameter. */
    private Optional<ImageId> standsFor(RegionPorts ports, LaunchTemplateVersion version) {
        if (version.imageReference().filter(ImageAlias::is).isEmpty()) {
            return version.imageId();
        }
        try {
            return ports.image(version.launchTemplateId(), version.versionNumber());
        } catch (AmiException unread) {
            notes.add("which image " + version.imageReference().orElseThrow() + " stands for in " + version.region()
                    + " could not be read, so it is not kept to go back to: " + unread.getMessage());
            return Optional.empty();
        }
    }

    private Image image(Region region) {
        Image image = asked.images().get(region);
        if (image == null) {
            throw new IllegalArgumentException("no image is named for " + region + ", but only for "
                    + asked.images().keySet() + "; copy it there first");
        }
        return image;
    }

    private void check(RegionPorts ports, LaunchTemplateVersion version, Image image, Set<InstanceType> types) {
        LaunchTemplateData data =
                VersionOnTop.of(ports.provider(), version, image.imageId()).says();
        List<LaunchFinding> findings = checked.computeIfAbsent(
                new Checked(version.region(), data, types), key -> LaunchCheck.of(ports.provider(), data, types));
        findings.stream().filter(LaunchFinding::isError).findFirst().ifPresent(error -> {
            throw new InvalidRequestException(Failure.of("roll-out of " + image.imageId(), error.message())
                    .resource(version.toString())
                    .region(version.region())
                    .advice("Choose an image that fits, or change the template first")
                    .build());
        });
        findings.forEach(finding -> notes.add(version + " in " + version.region() + ": " + finding));
    }
}
