package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.model.Tags;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the rules of a policy keep: each rule is turned into a test once. */
final class RuleTests {

    private final List<KeepRule> rules;
    private final Instant now;
    private final KeepTest sharing;

    /**
     * Prepares the tests.
     *
     * @param sharing tells whether others may launch an image
     */
    RuleTests(RetentionPolicy policy, Instant now, KeepTest sharing) {
        this.rules = policy.keepRules();
        this.now = now;
        this.sharing = sharing;
    }

    /** The tests of the rules that need just this; the latest of a family are counted by {@link Latest}. */
    List<KeepTest> that(Need need) {
        return rules.stream()
                .filter(rule -> !(rule instanceof KeepRule.Latest))
                .filter(rule -> Need.of(rule) == need)
                .map(this::test)
                .toList();
    }

    private KeepTest test(KeepRule rule) {
        return switch (Need.of(rule)) {
            case IMAGE -> ofImage(rule);
            case FAMILY, CALL -> rule instanceof KeepRule.Shared ? sharing : ofFamily(rule);
        };
    }

    private KeepTest ofFamily(KeepRule rule) {
        if (rule instanceof KeepRule.Latest latest) {
            Reason reason = new Reason(Kind.AMONG_LATEST, "one of the latest " + latest.count());
            return (image, place) -> place.rank() > 0 && place.rank() <= latest.count() ? reason : null;
        }
        if (rule instanceof KeepRule.Previous) {
            Reason reason = new Reason(Kind.PREVIOUS, "the previous one, to roll back to");
            return (image, place) -> place.isPrevious() ? reason : null;
        }
        return combined(rule);
    }

    private KeepTest ofImage(KeepRule rule) {
        if (rule instanceof KeepRule.NewerThan newer) {
            Instant since = now.minus(newer.age());
            return test(Kind.NEWER_THAN, rule.describe(), image -> isSince(since, image.creationDate()));
        }
        if (rule instanceof KeepRule.Tagged tagged) {
            return test(
                    Kind.TAGGED, "tagged " + tagged.key(), image -> has(image.tags(), tagged.key(), tagged.value()));
        }
        if (rule instanceof KeepRule.Until until) {
            return DateTagTest.until(until.key(), now);
        }
        if (rule instanceof KeepRule.LaunchedWithin launched) {
            Instant since = now.minus(launched.age());
            return test(Kind.LAUNCHED_WITHIN, rule.describe(), image -> isSince(since, image.lastLaunchedTime()));
        }
        if (rule instanceof KeepRule.Images listed) {
            return test(Kind.LISTED, "named by its id", image -> listed.images().contains(image.imageId()));
        }
        return combined(rule);
    }

    /** What takes least is asked first, so that a call is made only where it decides. */
    private KeepTest combined(KeepRule rule) {
        boolean all = rule instanceof KeepRule.AllOf;
        List<KeepRule> parts =
                new ArrayList<>(rule instanceof KeepRule.AllOf allOf ? allOf.rules() : ((KeepRule.AnyOf) rule).rules());
        parts.sort(Comparator.comparing(Need::of));
        List<KeepTest> tests = parts.stream().map(this::test).toList();
        return all
                ? new AllTests(tests)
                : (image, place) -> {
                    Reason reason = null;
                    for (int i = 0; i < tests.size() && reason == null; i++) {
                        reason = tests.get(i).keeps(image, place);
                    }
                    return reason;
                };
    }

    private static KeepTest test(Kind kind, String text, Predicate<Image> keeps) {
        Reason reason = new Reason(kind, text);
        return (image, place) -> keeps.test(image) ? reason : null;
    }

    private static boolean isSince(Instant since, Optional<Instant> time) {
        return time.isPresent() && !time.get().isBefore(since);
    }

    static boolean has(Tags tags, String key, Optional<String> value) {
        return value.isEmpty() ? tags.contains(key) : tags.get(key).equals(value);
    }
}
