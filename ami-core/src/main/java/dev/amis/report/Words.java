package dev.amis.report;

import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason;
import dev.amis.plan.Reversibility;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words and numbers that both forms of a report use. */
final class Words {

    private Words() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with its noun, whose plural ends in s. */
    static String count(long number, String noun) {
        return number(number) + " " + noun(number, noun);
    }

    static String noun(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }

    /** A heading for several: {@code Images}. */
    static String title(String noun) {
        return Character.toUpperCase(noun.charAt(0)) + noun.substring(1) + "s";
    }

    static String dollars(long cents) {
        return "$" + number(cents / 100) + String.format(Locale.ROOT, ".%02d", cents % 100);
    }

    static String gib(long gib) {
        return number(gib) + " GiB";
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** To the minute, earlier rather than later: what expires must not be shown to live longer. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ')
                .replaceFirst(":00Z$", " UTC");
    }

    /** When the account was looked at, and what that took. */
    static String made(Plan plan) {
        return time(plan.createdAt()) + (plan.calls() == 0 ? "" : ", read by " + count(plan.calls(), "call"));
    }

    static String age(Decision decision, Instant now) {
        return decision.created().map(created -> age(created, now)).orElse("?");
    }

    private static String age(Instant created, Instant now) {
        Duration age = Duration.between(created, now);
        return age.toDays() > 0 ? number(age.toDays()) + " d" : Math.max(age.toHours(), 0) + " h";
    }

    static String rank(Decision decision) {
        return decision.rank() == 0 ? "" : String.valueOf(decision.rank());
    }

    static String reasons(Decision decision) {
        return decision.reasons().stream().map(Reason::text).collect(Collectors.joining("; "));
    }

    static String undo(Reversibility.Kind kind) {
        return switch (kind) {
            case REVERSIBLE -> "can be undone";
            case PARTLY -> "can be undone in part";
            case UNTIL -> "can be undone for a while";
            case IRREVERSIBLE -> "cannot be undone";
        };
    }
}
