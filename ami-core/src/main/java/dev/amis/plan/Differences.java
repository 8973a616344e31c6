package dev.amis.plan;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares the facts that a plan relies on with what is so now, in words without tag values. */
final class Differences {

    private final Facts planned;
    private final Facts now;
    private final Instant at;
    private final List<String> found = new ArrayList<>();

    private Differences(Facts planned, Facts now, Instant at) {
        this.planned = planned;
        this.now = now;
        this.at = at;
    }

    /**
     * Names what has changed.
     *
     * @param planned the facts of the plan; what is not set is not compared
     * @param now what was read; what could not be read counts as changed
     * @param at when it was read
     */
    static List<String> between(Facts planned, Facts now, Instant at) {
        Differences differences = new Differences(planned, now, at);
        differences.ofState();
        differences.ofLaunch();
        differences.ofTags();
        differences.ofPermissions();
        differences.ofParameter();
        differences.ofTemplate();
        return differences.found;
    }

    /** Says that an image is protected, and when it will not be. */
    static String protection(DeregistrationProtection protection) {
        return "it is protected from being deregistered (" + protection + "); possible "
                + protection.coolingDownUntil().map(until -> "after " + until).orElse("after its protection is lifted");
    }

    private void ofState() {
        compare("state", planned.state(), now.state(), Object::toString);
        compare("deprecation time", planned.deprecationTime(), now.deprecationTime(), Differences::date);
        planned.protection()
                .filter(this::differs)
                .ifPresent(before -> found.add(now.protection()
                        .filter(protection -> protection.blocksAt(at))
                        .map(Differences::protection)
                        .orElse("its protection was lifted")));
        if (planned.description().isPresent() && !planned.description().equals(now.description())) {
            found.add("its description was changed");
        }
    }

    /** A cool-down that has passed is no protection, however EC2 words it. */
    private boolean differs(DeregistrationProtection before) {
        boolean bothOff = !before.blocksAt(at)
                && now.protection()
                        .filter(protection -> !protection.blocksAt(at))
                        .isPresent();
        return !bothOff && !now.protection().equals(Optional.of(before));
    }

    private void ofLaunch() {
        if (planned.lastLaunchedTime().isEmpty()) {
            return;
        }
        Instant latest = now.lastLaunchedTime().orElse(Instant.MAX);
        if (latest.isAfter(planned.lastLaunchedTime().get())) {
            found.add("it was launched at " + date(latest));
        }
    }

    private void ofParameter() {
        compare("value", planned.parameterValue(), now.parameterValue(), value -> value);
        if (planned.parameterDescription().isPresent()
                && !planned.parameterDescription().equals(now.parameterDescription())) {
            found.add("its description was changed, by which it may be somebody else's");
        }
    }

    private void ofTemplate() {
        compare("default version", planned.defaultVersion(), now.defaultVersion(), Differences::version);
        if (planned.defaultVersion().isEmpty()) {
            compare("default version", planned.defaultDescription(), now.defaultDescription(), text -> text);
        }
        compare("latest version", planned.latestVersion(), now.latestVersion(), Differences::version);
    }

    private static String version(long number) {
        return number == 0 ? "" : Long.toString(number);
    }

    private void ofTags() {
        Tags present = now.tags().orElse(Tags.none());
        planned.tags().ifPresent(tags -> {
            Set<String> changed = new TreeSet<>(changed(tags, present));
            changed.addAll(changed(present, tags));
            changedTags(changed);
        });
        Set<String> changed = new TreeSet<>(changed(planned.someTags(), present));
        planned.missingTags().stream().filter(present::contains).forEach(changed::add);
        changedTags(changed);
    }

    private void ofPermissions() {
        compare("launch permissions", planned.launchPermissions(), now.launchPermissions(), ActionText::list);
        compare("snapshot permissions", planned.snapshotPermissions(), now.snapshotPermissions(), ActionText::list);
    }

    private void changedTags(Set<String> keys) {
        if (!keys.isEmpty()) {
            found.add("its tags were changed: " + ActionText.list(keys));
        }
    }

    private static Set<String> changed(Tags tags, Tags present) {
        Set<String> keys = new TreeSet<>();
        for (Map.Entry<String, String> tag : tags.asMap().entrySet()) {
            if (present.get(tag.getKey()).filter(tag.getValue()::equals).isEmpty()) {
                keys.add(tag.getKey());
            }
        }
        return keys;
    }

    private <T> void compare(String what, Optional<T> before, Optional<T> present, Function<T, String> text) {
        if (before.isPresent() && !before.equals(present)) {
            String after = present.map(text).map(Differences::named).orElse("not known");
            found.add("its " + what + " changed from " + named(text.apply(before.get())) + " to " + after);
        }
    }

    private static String named(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static String date(Instant instant) {
        return instant.equals(Instant.MIN)
                ? "none"
                : instant.equals(Instant.MAX) ? "an unknown time" : instant.toString();
    }
}
