package dev.amis.launch;

import java.util.List;

/**
 * What pruning decided about one version of a launch template, and why.
 *
 * @param version its number
 * @param isKept whether it stays
 * @param reasons why, at least one
 */
public record VersionDecision(long version, boolean isKept, List<String> reasons) {

    /** Makes a decision of a copy of the reasons. */
    public VersionDecision {
        reasons = List.copyOf(reasons);
    }

    /** One line: which version, what, and why. */
    @Override
    public String toString() {
        return "version " + version + (isKept ? " stays: " : " goes: ") + String.join("; ", reasons);
    }
}
