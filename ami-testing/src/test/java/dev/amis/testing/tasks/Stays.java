package dev.amis.testing.tasks;

import dev.amis.cleanup.FamilyRule;
import dev.amis.cleanup.KeepRule;
import dev.amis.cleanup.RetentionPolicy;
import dev.amis.cleanup.Retirement;
import dev.amis.cleanup.UseProtection;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the sketched images a policy has to leave alone, told from the sketches alone and one rule at a time. */
final class Stays {

    private static final Comparator<Sketch> NEWEST_FIRST = Comparator.comparing((Sketch one) -> one.is(Trait.UNDATED))
            .thenComparing(Sketch::days)
            .thenComparing(Sketch::number, Comparator.reverseOrder());

    private final RetirementWorld world;
    private final RetentionPolicy policy;
    private final boolean removes;

    private Stays(RetirementCase one) {
        this.world = one.world();
        this.policy = one.policy();
        this.removes = policy.retirement().removes();
    }

    /** All that must stay, and nothing else does. */
    static Set<Sketch> in(RetirementCase one) {
        Stays stays = new Stays(one);
        Set<Sketch> all = new HashSet<>();
        Map<Region, List<Sketch>> regions =
                one.world().images().stream().collect(Collectors.groupingBy(Sketch::region));
        regions.forEach((region, images) -> all.addAll(stays.ofRegion(region, images)));
        return all;
    }

    /** What a rule or somebody's use keeps by itself, whatever becomes of others of its family. */
    static Set<Sketch> byItself(RetirementCase one) {
        Stays stays = new Stays(one);
        return one.world().images().stream()
                .filter(image -> !one.policy().regions().contains(image.region())
                        || stays.family(image).isEmpty()
                        || stays.isKept(image))
                .collect(Collectors.toSet());
    }

    /** The families of which an image was available, each with those images. */
    static List<List<Sketch>> availableByFamily(RetirementCase one) {
        Stays stays = new Stays(one);
        return List.copyOf(one.world().images().stream()
                .filter(Sketch::isAvailable)
                .collect(Collectors.groupingBy(image -> image.region() + " " + stays.family(image)))
                .values());
    }

    private Set<Sketch> ofRegion(Region region, List<Sketch> images) {
        if (!policy.regions().contains(region)) {
            return Set.copyOf(images);
        }
        Set<Sketch> staying = new HashSet<>();
        Map<String, List<Sketch>> families = images.stream().collect(Collectors.groupingBy(this::family));
        families.forEach((name, family) -> staying.addAll(name.isEmpty() ? family : ofFamily(family)));
        return staying;
    }

    private String family(Sketch image) {
        return policy.families() instanceof FamilyRule.ByName && !image.family().equals("web") ? "" : image.family();
    }

    private Set<Sketch> ofFamily(List<Sketch> images) {
        List<Sketch> family = new ArrayList<>(images);
        family.sort(NEWEST_FIRST);
        List<Sketch> available = family.stream().filter(Sketch::isAvailable).toList();
        Set<Sketch> staying = new HashSet<>(available.subList(0, Math.min(latest(), available.size())));
        family.stream().filter(this::isKept).forEach(staying::add);
        boolean oneStays = staying.stream().anyMatch(Sketch::isAvailable);
        family.stream().filter(this::isDoneAlready).forEach(staying::add);
        if (!oneStays) {
            available.stream()
                    .filter(image -> !staying.contains(image))
                    .findFirst()
                    .ifPresent(staying::add);
        }
        return staying;
    }

    private int latest() {
        return policy.keepRules().stream()
                .mapToInt(rule -> rule instanceof KeepRule.Latest latest ? latest.count() : 0)
                .max()
                .orElse(0);
    }

    private boolean isKept(Sketch image) {
        return isOutOfReach(image)
                || policy.keepRules().stream().anyMatch(rule -> keeps(rule, image))
                || (asksForUse() && isInUse(image))
                || (removes && (image.isProtected() || (image.isPublic() && !policy.includingPublic())));
    }

    private boolean isOutOfReach(Sketch image) {
        boolean dereg = policy.retirement() instanceof Retirement.Deregister;
        return image.is(Trait.UNDATED)
                || image.is(Trait.BACKUP)
                || switch (image.state()) {
                    case AVAILABLE -> false;
                    case DISABLED -> !(dereg && policy.includingDisabled());
                    case FAILED -> !(dereg && policy.includingFailed());
                    default -> true;
                };
    }

    /** With whom an image is shared takes a call, which is not made for one that is deprecated already. */
    private boolean keeps(KeepRule rule, Sketch image) {
        if (rule instanceof KeepRule.NewerThan newer) {
            return image.days() <= newer.age().toDays();
        }
        if (rule instanceof KeepRule.Tagged tagged) {
            return image.is(Trait.KEEP)
                    || (image.is(Trait.MAYBE_KEEP) && tagged.value().isEmpty());
        }
        return rule instanceof KeepRule.LaunchedWithin
                ? image.is(Trait.LAUNCHED_LATELY)
                : rule instanceof KeepRule.Shared && image.isShared() && !isDoneAlready(image);
    }

    private boolean asksForUse() {
        return policy.useProtection() == UseProtection.ALWAYS
                || (policy.useProtection() == UseProtection.WHERE_REMOVED && removes);
    }

    private boolean isInUse(Sketch image) {
        boolean byInstance = image.is(Trait.RUNNING) || image.is(Trait.STOPPED);
        boolean byTemplate = image.is(Trait.IN_DEFAULT_VERSION)
                || image.is(Trait.IN_LATEST_VERSION)
                || world.ambiguous().contains(image.region());
        boolean byGroup = image.is(Trait.IN_GROUP_VERSION)
                || image.is(Trait.IN_GROUP_INSTANCE)
                || image.is(Trait.IN_GROUP_OVERRIDE);
        boolean byFleet = image.is(Trait.IN_SPOT_FLEET) || image.is(Trait.IN_FLEET_VERSION);
        boolean byCopy = image.is(Trait.BEING_COPIED)
                || (image.is(Trait.BEING_COPIED_AWAY)
                        && policy.regions().contains(RetirementSeed.away(image.region())));
        boolean byRecipe = image.is(Trait.PARENT_OF_RECIPE)
                || image.is(Trait.PARENT_BY_PARAMETER)
                || image.is(Trait.UNDER_CONTAINERS);
        return byCopy
                || byFleet
                || image.is(Trait.IN_LAUNCH_CONFIGURATION)
                || (byGroup && !policy.ignoredSources().contains("Auto Scaling groups"))
                || (image.is(Trait.NAMED_BY_PARAMETER)
                        && !policy.ignoredSources().contains("parameters"))
                || (byRecipe && !policy.ignoredSources().contains("image recipes"))
                || (byInstance && !policy.ignoredSources().contains("instances"))
                || (byTemplate && !policy.ignoredSources().contains("launch templates"));
    }

    private boolean isDoneAlready(Sketch image) {
        return policy.retirement() instanceof Retirement.Deprecate deprecate
                && image.state() != ImageState.FAILED
                && (image.is(Trait.DEPRECATED)
                        || (image.is(Trait.DEPRECATED_SOON)
                                && deprecate.after().orElse(policy.validFor()).compareTo(Duration.ofDays(3)) >= 0));
    }
}
