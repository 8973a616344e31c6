package dev.amis.cleanup;

import java.util.ArrayList;
import java.util.List;

/** How rules are put together, and how that reads. */
final class RuleTexts {

    private RuleTexts() {}

    /** A list of rules and one more. */
    static List<KeepRule> joined(List<KeepRule> rules, KeepRule more) {
        List<KeepRule> joined = new ArrayList<>(rules);
        joined.add(more);
        return joined;
    }

    /** A rule as a part of something longer: a combination is set off from what is around it. */
    static String inParentheses(KeepRule rule) {
        return isCombined(rule) ? "(" + rule.describe() + ")" : rule.describe();
    }

    /** The rules of a policy, of which one suffices. */
    static List<String> of(List<KeepRule> rules, boolean alone) {
        return rules.stream()
                .map(rule -> alone && rules.size() == 1 ? rule.describe() : inParentheses(rule))
                .toList();
    }

    private static boolean isCombined(KeepRule rule) {
        return rule instanceof KeepRule.AllOf || rule instanceof KeepRule.AnyOf;
    }
}
