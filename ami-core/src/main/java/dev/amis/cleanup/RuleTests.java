package dev.amis.cleanup;

import dev.amis.model.Tags;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the rules of a policy keep. */
final class RuleTests {

    private RuleTests() {}

    /** The tests of all rules that need no further call. */
    static List<KeepTest> of(RetentionPolicy policy, Instant now) {
        List<KeepTest> tests = new ArrayList<>();
        for (KeepRule rule : policy.keepRules()) {
            if (rule instanceof KeepRule.Latest latest) {
                tests.add(test(
                        Kind.AMONG_LATEST,
                        "one of the latest " + latest.count(),
                        member -> member.availableRank() > 0 && member.availableRank() <= latest.count()));
            } else if (rule instanceof KeepRule.NewerThan newer) {
                Instant since = now.minus(newer.age());
                tests.add(test(Kind.NEWER_THAN, rule.describe(), member -> member.isCreatedAtOrAfter(since)));
            } else if (rule instanceof KeepRule.Tagged tagged) {
                tests.add(test(
                        Kind.TAGGED,
                        "tagged " + tagged.key(),
                        member -> has(member.image().tags(), tagged)));
            } else if (rule instanceof KeepRule.LaunchedWithin launched) {
                Instant since = now.minus(launched.age());
                tests.add(test(Kind.LAUNCHED_WITHIN, rule.describe(), member -> isLaunchedSince(since, member)));
            }
        }
        return tests;
    }

    private static KeepTest test(Kind kind, String text, Predicate<Member> keeps) {
        Reason reason = new Reason(kind, text);
        return member -> keeps.test(member) ? reason : null;
    }

    private static boolean has(Tags tags, KeepRule.Tagged rule) {
        return rule.value().isEmpty()
                ? tags.contains(rule.key())
                : tags.get(rule.key()).equals(rule.value());
    }

    private static boolean isLaunchedSince(Instant since, Member member) {
        return member.image()
                .lastLaunchedTime()
                .filter(time -> !time.isBefore(since))
                .isPresent();
    }
}
