package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what several tests keep all; the first that does not ends it. */
final class AllTests implements KeepTest {

    private final List<KeepTest> tests;
    private final Map<List<Reason>, Reason> together = new HashMap<>();

    AllTests(List<KeepTest> tests) {
        this.tests = tests;
    }

    @Override
    public @Nullable Reason keeps(Image image, Place place) {
        List<Reason> reasons = new ArrayList<>(tests.size());
        for (KeepTest test : tests) {
            Reason reason = test.keeps(image, place);
            if (reason == null) {
                return null;
            }
            reasons.add(reason);
        }
        return together.computeIfAbsent(reasons, AllTests::together);
    }

    private static Reason together(List<Reason> reasons) {
        boolean known = reasons.stream().noneMatch(reason -> reason.kind() == Kind.USE_UNKNOWN);
        return new Reason(
                known ? Kind.SEVERAL_RULES : Kind.USE_UNKNOWN,
                reasons.stream().map(Reason::text).collect(Collectors.joining(" and ")));
    }
}
