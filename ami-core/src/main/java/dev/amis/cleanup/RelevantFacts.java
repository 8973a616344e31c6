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

/** What a decision to retire an image relies on: if one of these has changed since, the image is left alone. */
final class RelevantFacts {

    private final RetentionPolicy policy;
    private final List<String> unusedIn;
    private final boolean launches;
    private final List<String> tagKeys;
    private final Map<ImageState, Facts> untagged = new EnumMap<>(ImageState.class);
    private final Map<Common, Facts> tagged = new HashMap<>();

    /** Of most images nothing but this matters; those that agree in it share their facts. */
    private record Common(ImageState state, Tags tags) {}

    /**
     * Prepares the facts.
     *
     * @param unusedIn the names of the sources that were asked for references
     */
    RelevantFacts(RetentionPolicy policy, List<String> unusedIn) {
        this.policy = policy;
        this.unusedIn = unusedIn;
        boolean keepsLaunched = false;
        Set<String> keys = new LinkedHashSet<>();
        for (KeepRule rule : policy.keepRules()) {
            keepsLaunched |= rule instanceof KeepRule.LaunchedWithin;
            if (rule instanceof KeepRule.Tagged tagged) {
                keys.add(tagged.key());
            }
        }
        if (policy.families() instanceof FamilyRule.ByTag byTag) {
            keys.add(byTag.key());
        }
        this.tagKeys = List.copyOf(keys);
        this.launches = keepsLaunched || policy.asksForUse();
    }

    Facts of(Image image) {
        Facts facts = shared(image.state(), tags(image.tags()));
        if (launches && image.lastLaunchedTime().isPresent()) {
            facts = facts.withLastLaunchedTime(image.lastLaunchedTime().get());
        }
        if (policy.retirement().removes()) {
            // Most images have the same protection, and then they can have the same facts.
            if (!image.deregistrationProtection().equals(DeregistrationProtection.DISABLED)) {
                facts = facts.withProtection(image.deregistrationProtection());
            }
        } else if (image.deprecationTime().isPresent()) {
            facts = facts.withDeprecationTime(image.deprecationTime().get());
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
        if (policy.retirement().removes()) {
            facts.protection(DeregistrationProtection.DISABLED);
        } else {
            facts.deprecationTime(Instant.MIN);
        }
        if (policy.keepRules().contains(new KeepRule.Shared())) {
            facts.launchPermissions(Set.of());
        }
        return facts.build();
    }
}
