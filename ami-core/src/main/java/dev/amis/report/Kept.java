package dev.amis.report;

import dev.amis.plan.Plan;
import dev.amis.plan.Reason;
import dev.amis.plan.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Why images stay: how often each kind of reason keeps one. */
final class Kept {

    private Kept() {}

    /** The reasons, the most frequent first. */
    static String describe(Plan plan) {
        Map<Reason.Kind, Long> images = images(plan);
        if (images.isEmpty()) {
            return "nothing is kept";
        }
        String reasons = images.entrySet().stream()
                .sorted(Map.Entry.<Reason.Kind, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> Words.number(entry.getValue()) + " " + words(entry.getKey()))
                .collect(Collectors.joining(", "));
        long sum = images.values().stream().mapToLong(Long::longValue).sum();
        boolean several = sum > Tally.of(plan.decisions()).images(Verdict.KEEP);
        return reasons + (several ? "; some have several reasons" : "");
    }

    private static Map<Reason.Kind, Long> images(Plan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.verdict() == Verdict.KEEP)
                .flatMap(decision ->
                        decision.reasons().stream().map(Reason::kind).distinct())
                .collect(Collectors.groupingBy(
                        kind -> kind, () -> new EnumMap<>(Reason.Kind.class), Collectors.counting()));
    }

    private static String words(Reason.Kind kind) {
        return switch (kind) {
            case AMONG_LATEST -> "among the latest";
            case NEWER_THAN -> "too young";
            case TAGGED -> "by a tag";
            case LAUNCHED_WITHIN -> "launched lately";
            case PREVIOUS -> "to roll back to";
            case LISTED -> "named by id";
            case SEVERAL_RULES -> "by several rules together";
            case NOT_EXPIRED -> "not expired";
            case WAITING -> "waiting for the next stage";
            case LAUNCHED_SINCE -> "launched since the last stage";
            case COPY_KEPT -> "with a copy that is kept";
            case IN_USE -> "in use";
            case USE_UNKNOWN -> "possibly in use";
            case SHARED -> "shared";
            case PROTECTED -> "protected";
            case LAST_AVAILABLE -> "last available of a family";
            case NO_FAMILY -> "of no family";
            case NOT_ELIGIBLE -> "not eligible";
            case DONE_ALREADY -> "done already";
            case NOTHING_KEEPS_IT -> "without a reason to keep";
        };
    }
}
