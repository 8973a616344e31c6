package dev.amis.cleanup;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.plan.Action;
import dev.amis.plan.Facts;
import dev.amis.plan.PlannedAction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the actions of one Region: what is done with an image that is retired, and what that relies on. */
final class Actions {

    private static final String REASON = "no rule of the policy keeps it";

    private final RetentionPolicy policy;
    private final Region region;
    private final List<String> unusedIn;
    private final Instant deprecateAt;
    private final Reversal reversal;
    private final boolean needsTags;
    private final Map<ImageState, Facts> byState = new EnumMap<>(ImageState.class);

    /**
     * Prepares the actions.
     *
     * @param unusedIn the names of the sources that were asked for references
     * @param deprecateAt the date that is set if the policy deprecates
     */
    Actions(RetentionPolicy policy, Region region, List<String> unusedIn, Instant deprecateAt, Reversal reversal) {
        this.policy = policy;
        this.region = region;
        this.unusedIn = unusedIn;
        this.deprecateAt = deprecateAt;
        this.reversal = reversal;
        this.needsTags = policy.families() instanceof FamilyRule.ByTag
                || policy.keepRules().stream().anyMatch(KeepRule.Tagged.class::isInstance);
    }

    PlannedAction on(Image image) {
        Action action = action(image);
        return new PlannedAction(action, REASON, facts(image), reversal.of(action, image));
    }

    private Action action(Image image) {
        return switch (policy.retirement().verdict()) {
            case KEEP -> throw new IllegalStateException("nothing is done with images that stay");
            case DEPRECATE -> new Action.Deprecate(region, image.imageId(), deprecateAt);
            case DISABLE -> new Action.Disable(region, image.imageId());
            case DEREGISTER ->
                new Action.Deregister(
                        region,
                        image.imageId(),
                        ((Retirement.Deregister) policy.retirement()).withSnapshots(),
                        image.snapshotIds());
        };
    }

    /** Most images differ in nothing that matters here, and share their facts. */
    private Facts facts(Image image) {
        Facts facts = byState.computeIfAbsent(image.state(), this::shared);
        if (reliesOnLaunches() && image.lastLaunchedTime().isPresent()) {
            facts = facts.withLastLaunchedTime(image.lastLaunchedTime().get());
        }
        if (policy.retirement() instanceof Retirement.Deprecate
                && image.deprecationTime().isPresent()) {
            facts = facts.withDeprecationTime(image.deprecationTime().get());
        }
        if (policy.retirement().removes()) {
            facts = facts.withProtection(image.deregistrationProtection());
        }
        return needsTags ? facts.withTags(image.tags()) : facts;
    }

    private Facts shared(ImageState state) {
        Facts.Builder facts = Facts.builder();
        facts.state(state);
        facts.addAllUnusedIn(unusedIn);
        if (reliesOnLaunches()) {
            facts.lastLaunchedTime(Instant.MIN);
        }
        if (policy.retirement().removes()) {
            facts.protection(DeregistrationProtection.DISABLED);
        }
        if (policy.keepRules().contains(new KeepRule.Shared())) {
            facts.launchPermissions(Set.of());
        }
        if (policy.retirement() instanceof Retirement.Deprecate) {
            facts.deprecationTime(Instant.MIN);
        }
        return facts.build();
    }

    private boolean reliesOnLaunches() {
        return policy.asksForUse() || policy.keepRules().stream().anyMatch(KeepRule.LaunchedWithin.class::isInstance);
    }
}
