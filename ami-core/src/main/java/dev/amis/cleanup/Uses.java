package dev.amis.cleanup;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.usage.ReferenceSources;
import dev.amis.usage.UnreadSource;
import dev.amis.usage.Usage;
import dev.amis.usage.UsageQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who refers to images, asked once for all policies that ask the same sources. */
final class Uses {

    private final Map<Set<String>, Usage> byIgnoredSources;

    private Uses(Map<Set<String>, Usage> byIgnoredSources) {
        this.byIgnoredSources = byIgnoredSources;
    }

    static Uses read(Session session, ReferenceSources sources, List<RetentionPolicy> policies) {
        Map<Set<String>, Set<Region>> asked = new LinkedHashMap<>();
        policies.stream()
                .filter(RetentionPolicy::asksForUse)
                .forEach(policy -> asked.computeIfAbsent(policy.ignoredSources(), ignored -> new LinkedHashSet<>())
                        .addAll(policy.regions()));
        Map<Set<String>, Usage> read = new LinkedHashMap<>();
        asked.forEach((ignored, regions) -> read.put(
                ignored,
                UsageQuery.of(session, sources)
                        .in(List.copyOf(regions))
                        .without(ignored)
                        .read()));
        return new Uses(read);
    }

    /** What a policy is to know; nothing if it does not ask. */
    Usage of(RetentionPolicy policy) {
        return policy.asksForUse()
                ? Objects.requireNonNull(
                        byIgnoredSources.get(policy.ignoredSources()), "whoever asks for use was asked about")
                : Usage.of(policy.regions(), List.of(), List.of(), List.of());
    }

    /** What refers to images that are not there, each once. */
    Set<String> dangling(DanglingReferences search, Map<Region, List<Image>> own) {
        Set<String> notes = new LinkedHashSet<>();
        byIgnoredSources.values().forEach(usage -> notes.addAll(search.notes(usage, own)));
        return notes;
    }

    /** What the sources came across that keeps no image, each once. */
    Set<String> findings() {
        Set<String> notes = new LinkedHashSet<>();
        byIgnoredSources.values().forEach(usage -> usage.findings().forEach(finding -> notes.add(finding.toString())));
        return notes;
    }

    /** The sources that could not be read, each once. */
    List<UnreadSource> unreadSources() {
        Set<UnreadSource> unread = new LinkedHashSet<>();
        byIgnoredSources.values().forEach(usage -> unread.addAll(usage.unreadSources()));
        return new ArrayList<>(unread);
    }
}
