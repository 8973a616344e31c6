package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A launch template: its versions by their numbers, and which of them is the default. */
final class Template extends Resource {

    private final LaunchTemplateId id;
    private final String name;
    private final SortedMap<Long, LaunchTemplateVersion> versions = new TreeMap<>();
    private final Region region;
    private Optional<Instant> createTime = Optional.empty();
    private long defaultVersion = 1;
    private long newest;
    private Tags tags = Tags.none();

    Template(AccountId owner, LaunchTemplateId id, String name, Region region) {
        super(owner);
        this.id = id;
        this.name = name;
        this.region = region;
    }

    LaunchTemplateId templateId() {
        return id;
    }

    @Override
    String id() {
        return id.value();
    }

    @Override
    Tags ownTags() {
        return tags;
    }

    @Override
    void setOwnTags(Tags given) {
        tags = given;
    }

    String name() {
        return name;
    }

    /** The versions as EC2 tells them, the default one marked. */
    List<LaunchTemplateVersion> versions() {
        return versions.values().stream().map(this::marked).toList();
    }

    int size() {
        return versions.size();
    }

    long latest() {
        return versions.isEmpty() ? 0 : versions.lastKey();
    }

    /** The number of the version to come: numbers of deleted versions are not given again. */
    long next() {
        return newest + 1;
    }

    void delete(long number) {
        versions.remove(number);
    }

    LaunchTemplate described() {
        return LaunchTemplate.builder()
                .launchTemplateId(id)
                .launchTemplateName(name)
                .region(region)
                .defaultVersionNumber(defaultVersion)
                .latestVersionNumber(latest())
                .createTime(createTime)
                .tags(tags)
                .build();
    }

    void put(LaunchTemplateVersion version) {
        createTime = createTime.or(version::createTime);
        versions.put(version.versionNumber(), version);
        newest = Math.max(newest, version.versionNumber());
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
