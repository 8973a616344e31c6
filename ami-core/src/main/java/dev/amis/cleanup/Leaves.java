package dev.amis.cleanup;

import java.util.ArrayList;
import java.util.List;

/** The rules of which combinations are made up. */
final class Leaves {

    private Leaves() {}

    /** All rules that are no combinations, however deep they are. */
    static List<KeepRule> of(List<KeepRule> rules) {
        List<KeepRule> leaves = new ArrayList<>();
        collect(rules, leaves);
        return leaves;
    }

    private static void collect(List<KeepRule> rules, List<KeepRule> leaves) {
        for (KeepRule rule : rules) {
            if (rule instanceof KeepRule.AllOf all) {
                collect(all.rules(), leaves);
            } else if (rule instanceof KeepRule.AnyOf any) {
                collect(any.rules(), leaves);
            } else {
                leaves.add(rule);
            }
        }
    }
}
