package dev.amis.rollout;

import dev.amis.model.Image;
import dev.amis.model.ParameterName;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a roll-out was asked for. */
record Asked(
        Map<Region, Image> images,
        List<NamedGroup> groups,
        List<NamedTemplate> templates,
        List<NamedPointer> pointers,
        RefreshPreferences preferences,
        Duration waveDeadline,
        int wave) {

    private static final Duration WAVE_DEADLINE = Duration.ofHours(6);

    /** A group that was named, in its wave. */
    record NamedGroup(Region region, String name, int wave) {}

    /** A template that was named. */
    record NamedTemplate(Region region, String name) {}

    /** A parameter that was named. */
    record NamedPointer(Region region, ParameterName name) {}

    static Asked of(Map<Region, Image> images) {
        return new Asked(
                Collections.unmodifiableMap(images),
                List.of(),
                List.of(),
                List.of(),
                RefreshPreferences.none().withSkipMatching(true),
                WAVE_DEADLINE,
                1);
    }

    Asked withGroup(Region region, String name) {
        if (groups.stream()
                .anyMatch(one -> one.region().equals(region) && one.name().equals(name))) {
            throw new IllegalArgumentException("group '" + name + "' in " + region + " was named twice");
        }
        return new Asked(
                images,
                and(groups, new NamedGroup(region, name, wave)),
                templates,
                pointers,
                preferences,
                waveDeadline,
                wave);
    }

    Asked withTemplate(Region region, String name) {
        NamedTemplate named = new NamedTemplate(region, name);
        return templates.contains(named)
                ? this
                : new Asked(images, groups, and(templates, named), pointers, preferences, waveDeadline, wave);
    }

    Asked withPointer(Region region, ParameterName name) {
        NamedPointer named = new NamedPointer(region, name);
        return pointers.contains(named)
                ? this
                : new Asked(images, groups, templates, and(pointers, named), preferences, waveDeadline, wave);
    }

    Asked withNextWave() {
        boolean empty = groups.stream().noneMatch(group -> group.wave() == wave);
        return new Asked(images, groups, templates, pointers, preferences, waveDeadline, empty ? wave : wave + 1);
    }

    Asked withPreferences(RefreshPreferences how) {
        return new Asked(images, groups, templates, pointers, how, waveDeadline, wave);
    }

    Asked withWaveDeadline(Duration atMost) {
        return new Asked(images, groups, templates, pointers, preferences, atMost, wave);
    }

    /** The Regions of all that was named. */
    Set<Region> regions() {
        Set<Region> regions = new LinkedHashSet<>();
        groups.forEach(one -> regions.add(one.region()));
        templates.forEach(one -> regions.add(one.region()));
        pointers.forEach(one -> regions.add(one.region()));
        return regions;
    }

    boolean isEmpty() {
        return groups.isEmpty() && templates.isEmpty() && pointers.isEmpty();
    }

    private static <T> List<T> and(List<T> some, T one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
}
