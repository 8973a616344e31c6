package dev.amis.testing.internal;

import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A launch template: its versions by their numbers, and which of them is the default. */
final class Template {

    private final LaunchTemplateId id;
    private final String name;
    private final SortedMap<Long, LaunchTemplateVersion> versions = new TreeMap<>();
    private long defaultVersion = 1;

    Template(LaunchTemplateId id, String name) {
        this.id = id;
        this.name = name;
    }

    LaunchTemplateId id() {
        return id;
    }

    String name() {
        return name;
    }

    /** The versions as EC2 tells them, the default one marked. */
    List<LaunchTemplateVersion> versions() {
        return versions.values().stream().map(this::marked).toList();
    }

    long latest() {
        return versions.isEmpty() ? 0 : versions.lastKey();
    }

    long defaultVersion() {
        return defaultVersion;
    }

    void put(LaunchTemplateVersion version) {
        versions.put(version.versionNumber(), version);
        if (version.isDefaultVersion() || versions.size() == 1) {
            defaultVersion = version.versionNumber();
        }
    }

    void defaultVersion(long number) {
        defaultVersion = number;
    }

    /** The version that a number, {@code $Latest} or {@code $Default} stands for. */
    Optional<LaunchTemplateVersion> find(String word) {
        long number = switch (word) {
            case "$Latest" -> latest();
            case "$Default" -> defaultVersion;
            default -> word.matches("\\d{1,18}") ? Long.parseLong(word) : -1;
        };
        return Optional.ofNullable(versions.get(number)).map(this::marked);
    }

    private LaunchTemplateVersion marked(LaunchTemplateVersion version) {
        return version.withIsDefaultVersion(version.versionNumber() == defaultVersion);
    }
}
