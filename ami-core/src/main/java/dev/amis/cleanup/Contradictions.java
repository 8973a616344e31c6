package dev.amis.cleanup;

import java.util.List;
import java.util.Optional;

/** Refuses policies of which one part takes back what another one says. */
final class Contradictions {

    private Contradictions() {}

    static void check(RetentionPolicy policy) {
        if (policy.retirement() instanceof Stages) {
            ofStages(policy);
        }
        List<OnlyRule.Tagged> only = policy.onlyRules().stream()
                .filter(OnlyRule.Tagged.class::isInstance)
                .map(OnlyRule.Tagged.class::cast)
                .toList();
        for (OnlyRule.Tagged one : only) {
            refuse(
                    only.stream().anyMatch(other -> differ(one, other)),
                    "onlyTagged " + one.key(),
                    "no image has two values of a tag");
            refuse(
                    keepsAll(policy.keepRules(), one),
                    "keepingTagged " + one.key(),
                    "all images that it is about are tagged so, and would stay");
        }
    }

    private static void ofStages(RetentionPolicy policy) {
        refuse(
                policy.includingDisabled(),
                "includingDisabled",
                "in stages, disabled images are deregistered after their time");
        refuse(policy.includingFailed(), "includingFailed", "images that could not be made have no stages");
        refuse(
                policy.useProtection() == UseProtection.NEVER,
                "ignoringUse",
                "no stage is entered while something refers to the image");
    }

    private static boolean differ(OnlyRule.Tagged one, OnlyRule.Tagged other) {
        return one.key().equals(other.key())
                && one.value().isPresent()
                && other.value().isPresent()
                && !one.value().equals(other.value());
    }

    private static boolean keepsAll(List<KeepRule> rules, OnlyRule.Tagged only) {
        return rules.contains(new KeepRule.Tagged(only.key(), Optional.empty()))
                || rules.contains(new KeepRule.Tagged(only.key(), only.value()));
    }

    private static void refuse(boolean isSaid, String what, String why) {
        if (isSaid) {
            throw new IllegalArgumentException(what + " contradicts the rest of the policy: " + why);
        }
    }
}
