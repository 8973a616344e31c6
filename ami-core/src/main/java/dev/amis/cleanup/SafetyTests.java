package dev.amis.cleanup;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.usage.Reference;
import dev.amis.usage.UnreadSource;
import dev.amis.usage.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps images without being asked for: use, protection, unknown users. */
final class SafetyTests {

    private static final Reason PUBLIC = new Reason(Kind.SHARED, "public, and the policy leaves such alone");

    private SafetyTests() {}

    static List<KeepTest> of(RetentionPolicy policy, Region region, Usage usage, Instant now) {
        List<KeepTest> tests = new ArrayList<>();
        if (policy.asksForUse()) {
            tests.add(use(region, usage));
        }
        if (policy.retirement().removes()) {
            tests.add((image, place) -> protection(image, now));
            if (!policy.includingPublic()) {
                tests.add((image, place) -> image.isPublic() ? PUBLIC : null);
            }
        }
        return tests;
    }

    private static KeepTest use(Region region, Usage usage) {
        Map<ImageId, List<Reference>> references = usage.references(region);
        Reason unknown = unknown(usage.unreadSources(region));
        return (image, place) -> {
            List<Reference> found = references.get(image.imageId());
            return found == null ? unknown : inUse(found);
        };
    }

    private static @Nullable Reason unknown(List<UnreadSource> unread) {
        if (unread.isEmpty()) {
            return null;
        }
        // Why stands once in the plan, with its unread sources, and not with each of thousands of images.
        String sources = unread.stream().map(UnreadSource::source).distinct().collect(Collectors.joining(", "));
        return new Reason(Kind.USE_UNKNOWN, "possibly in use, not read: " + sources);
    }

    private static Reason inUse(List<Reference> references) {
        int more = references.size() - 1;
        return new Reason(Kind.IN_USE, "in use: " + references.get(0) + (more == 0 ? "" : " and " + more + " more"));
    }

    private static @Nullable Reason protection(Image image, Instant now) {
        DeregistrationProtection protection = image.deregistrationProtection();
        if (!protection.blocksAt(now)) {
            return null;
        }
        return new Reason(
                Kind.PROTECTED,
                protection.mode() == Mode.COOLING_DOWN
                                && protection.coolingDownUntil().isPresent()
                        ? "protected, possible after "
                                + protection.coolingDownUntil().get()
                        : "protected from being deregistered (" + protection.text() + ")");
    }
}
