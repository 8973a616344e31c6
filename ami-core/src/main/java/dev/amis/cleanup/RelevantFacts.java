package dev.amis.cleanup;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Tags;
import dev.amis.plan.Facts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a decision to retire an image relies on: if one of these has changed since, the image is left alone.
 *
 * <p>Of a combination of rules, the tags and launches that any part looks at are among the facts by their values, so whatever
 * part did not hold does not hold yet; ages only grow, and lists of ids are the policy's own. Who may launch an image is among
 * them if the answer was nobody: where it was not asked, other parts decided, and where somebody may, that did not suffice to
 * keep it.
 */
final class RelevantFacts {

    private final RetentionPolicy policy;
    private final List<String> unusedIn;
    private final Sharing sharing;
    private final boolean asksForSharing;
    private final boolean launches;
    private final boolean protections;
    private final boolean deprecations;
    private final List<String> tagKeys;
    private final Map<ImageState, Facts> untagged = new EnumMap<>(ImageState.class);
    private final Map<Common, Facts> tagged = new HashMap<>();

    /** Of most images nothing but this matters; those that agree in it share their facts. */
    private record Common(ImageState state, Tags tags) {}

    /**
     * Prepares the facts.
     *
     * @param unusedIn the names of the sources that were asked for references
     * @param sharing what was asked about launch permissions
     */
    RelevantFacts(RetentionPolicy policy, List<String> unusedIn, Sharing sharing) {
        this.policy = policy;
        this.unusedIn = unusedIn;
        this.sharing = sharing;
        List<KeepRule> rules = Leaves.of(policy.keepRules());
        this.tagKeys = tagKeys(policy, rules);
        this.asksForSharing = rules.contains(new KeepRule.Shared());
        this.launches = policy.asksForUse() || rules.stream().anyMatch(KeepRule.LaunchedWithin.class::isInstance);
        this.protections = policy.retirement().removes();
        this.deprecations = !protections || policy.retirement() instanceof Stages;
    }

    private static List<String> tagKeys(RetentionPolicy policy, List<KeepRule> rules) {
        Set<String> keys = new LinkedHashSet<>();
        for (KeepRule rule : rules) {
            if (rule instanceof KeepRule.Tagged tagged) {
                keys.add(tagged.key());
            } else if (rule instanceof KeepRule.Until until) {
                keys.add(until.key());
            }
        }
        policy.onlyRules().forEach(rule -> keys.add(rule.key()));
        if (policy.families() instanceof FamilyRule.ByTag byTag) {
            keys.add(byTag.key());
        }
        if (policy.retirement() instanceof Stages) {
            keys.add(Stages.DISABLED_AT);
        }
        return List.copyOf(keys);
    }

    /** Whether an image's facts may be others after calls were made about it. */
    boolean dependOnCalls() {
        return asksForSharing;
    }

    Facts of(Image image) {
        Facts facts = shared(image.state(), tags(image.tags()));
        if (launches && image.lastLaunchedTime().isPresent()) {
            facts = facts.withLastLaunchedTime(image.lastLaunchedTime().get());
        }
        // Most images have the same protection, and then they can have the same facts.
        if (protections && !image.deregistrationProtection().equals(DeregistrationProtection.DISABLED)) {
            facts = facts.withProtection(image.deregistrationProtection());
        }
        if (deprecations && image.deprecationTime().isPresent()) {
            facts = facts.withDeprecationTime(image.deprecationTime().get());
        }
        if (asksForSharing && sharing.isKnownAsUnshared(image.imageId())) {
            facts = facts.withLaunchPermissions(Set.of());
        }
        return policy.families() instanceof FamilyRule.ByFunction ? facts.withTags(image.tags()) : facts;
    }

    /** The tags that a rule looks at; most images have none of them. */
    private Tags tags(Tags all) {
        boolean any = false;
        for (String key : tagKeys) {
            any |= all.contains(key);
        }
        if (!any) {
            return Tags.none();
        }
        Map<String, String> some = new LinkedHashMap<>(all.asMap());
        some.keySet().retainAll(tagKeys);
        return Tags.read(some);
    }

    private Facts shared(ImageState state, Tags tags) {
        return tags.isEmpty()
                ? untagged.computeIfAbsent(state, one -> share(new Common(one, tags)))
                : tagged.computeIfAbsent(new Common(state, tags), this::share);
    }

    private Facts share(Common common) {
        Facts.Builder facts = Facts.builder();
        facts.state(common.state()).someTags(common.tags()).addAllUnusedIn(unusedIn);
        tagKeys.stream().filter(key -> !common.tags().contains(key)).forEach(facts::addMissingTag);
        if (launches) {
            facts.lastLaunchedTime(Instant.MIN);
        }
        if (protections) {
            facts.protection(DeregistrationProtection.DISABLED);
        }
        if (deprecations) {
            facts.deprecationTime(Instant.MIN);
        }
        return facts.build();
    }
}
