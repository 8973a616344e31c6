package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which images a policy is about: those of its families that have the tags it asks for. */
final class Scope {

    private static final List<Reason> NO_FAMILY =
            List.of(new Reason(Kind.NO_FAMILY, "of no family that the policy is about"));

    private final FamilyNames names;
    private final List<OnlyRule.Tagged> tagged = new ArrayList<>();
    private final List<List<Reason>> untagged = new ArrayList<>();

    Scope(RetentionPolicy policy) {
        this.names = FamilyNames.by(policy.families());
        for (OnlyRule rule : policy.onlyRules()) {
            if (rule instanceof OnlyRule.Tagged only) {
                tagged.add(only);
                untagged.add(
                        List.of(new Reason(Kind.NOT_ELIGIBLE, "the policy is only about images " + rule.describe())));
            }
        }
    }

    /** The name of the family that counts for the policy, empty if it is not about the image. */
    String familyOf(Image image) {
        String family = names.familyOf(image);
        return family.isEmpty() || missing(image) >= 0 ? "" : family;
    }

    /** Why the policy is not about an image. */
    List<Reason> whyNotAbout(Image image) {
        int missing = missing(image);
        return missing < 0 || names.familyOf(image).isEmpty() ? NO_FAMILY : untagged.get(missing);
    }

    /** The first tag that the image does not have; -1 if it has all. */
    private int missing(Image image) {
        for (int i = 0; i < tagged.size(); i++) {
            OnlyRule.Tagged only = tagged.get(i);
            if (!RuleTests.has(image.tags(), only.key(), only.value())) {
                return i;
            }
        }
        return -1;
    }
}
