package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.Tags;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the rules of a policy keep, except those that compare an image with its family or take a call. */
final class RuleTests {

    private RuleTests() {}

    static List<KeepTest> of(RetentionPolicy policy, Instant now) {
        List<KeepTest> tests = new ArrayList<>();
        for (KeepRule rule : policy.keepRules()) {
            if (rule instanceof KeepRule.NewerThan newer) {
                Instant since = now.minus(newer.age());
                tests.add(test(Kind.NEWER_THAN, rule.describe(), image -> isSince(since, image.creationDate())));
            } else if (rule instanceof KeepRule.Tagged tagged) {
                tests.add(test(Kind.TAGGED, "tagged " + tagged.key(), image -> has(image.tags(), tagged)));
            } else if (rule instanceof KeepRule.LaunchedWithin launched) {
                Instant since = now.minus(launched.age());
                tests.add(
                        test(Kind.LAUNCHED_WITHIN, rule.describe(), image -> isSince(since, image.lastLaunchedTime())));
            }
        }
        return tests;
    }

    private static KeepTest test(Kind kind, String text, Predicate<Image> keeps) {
        Reason reason = new Reason(kind, text);
        return image -> keeps.test(image) ? reason : null;
    }

    private static boolean isSince(Instant since, Optional<Instant> time) {
        return time.isPresent() && !time.get().isBefore(since);
    }

    private static boolean has(Tags tags, KeepRule.Tagged rule) {
        return rule.value().isEmpty()
                ? tags.contains(rule.key())
                : tags.get(rule.key()).equals(rule.value());
    }
}
