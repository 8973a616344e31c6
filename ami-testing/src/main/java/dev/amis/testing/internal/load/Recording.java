package dev.amis.testing.internal.load;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the files of a recording say. Things that a file says twice are there once. */
public final class Recording {

    /** Where a resource is, by which it is told from others. */
    private record Key(Region region, String id) {}

    private final Map<Key, Image> images = new LinkedHashMap<>();
    private final Map<Key, Snapshot> snapshots = new LinkedHashMap<>();
    private final Set<Key> suppliedSnapshots = new HashSet<>();
    private final Map<Key, Instance> instances = new LinkedHashMap<>();
    private final Map<Key, LaunchTemplateVersion> templateVersions = new LinkedHashMap<>();
    private final Map<Key, List<LaunchPermission>> launchPermissions = new LinkedHashMap<>();
    private final Map<Key, List<CreateVolumePermission>> createVolumePermissions = new LinkedHashMap<>();

    private Recording() {}

    /**
     * Reads all files of a directory.
     *
     * @param directory a directory with one for each Region, or with the files themselves
     * @param defaultRegion the Region of files that are in none of them
     * @return what they say
     * @throws IllegalArgumentException if there are no such files, or one is broken; the message has file, line and field
     * @throws java.io.UncheckedIOException if one cannot be read
     */
    public static Recording read(Path directory, Optional<Region> defaultRegion) {
        Recording recording = new Recording();
        RecordedFiles.in(directory, defaultRegion).forEach(recording::add);
        recording.addMissingSnapshots();
        return recording;
    }

    private void add(RecordedFiles.RecordedFile file) {
        Region region = file.region();
        JsonFile json = file.json();
        switch (file.call()) {
            case DESCRIBE_IMAGES -> json.elements("Images", one -> add(ImageReader.image(one, region)));
            case DESCRIBE_SNAPSHOTS -> json.elements("Snapshots", one -> add(SnapshotReader.snapshot(one, region)));
            case DESCRIBE_INSTANCES ->
                json.elements(
                        "Reservations",
                        one -> InstanceReader.instances(one, region).forEach(this::add));
            case DESCRIBE_LAUNCH_TEMPLATE_VERSIONS ->
                json.elements("LaunchTemplateVersions", one -> add(TemplateReader.version(one, region)));
            case DESCRIBE_IMAGE_ATTRIBUTE ->
                json.documents(one -> one.text("ImageId")
                        .ifPresent(id ->
                                launchPermissions.putIfAbsent(new Key(region, id), PermissionReader.ofImage(one))));
            case DESCRIBE_SNAPSHOT_ATTRIBUTE ->
                json.documents(one -> one.text("SnapshotId")
                        .ifPresent(id -> createVolumePermissions.putIfAbsent(
                                new Key(region, id), PermissionReader.ofSnapshot(one))));
        }
    }

    private void add(Image image) {
        images.putIfAbsent(key(image), image);
    }

    private void add(Snapshot snapshot) {
        snapshots.putIfAbsent(key(snapshot), snapshot);
    }

    private void add(Instance instance) {
        instances.putIfAbsent(new Key(instance.region(), instance.instanceId().value()), instance);
    }

    private void add(LaunchTemplateVersion version) {
        String id = version.launchTemplateId() + "/" + version.versionNumber();
        templateVersions.putIfAbsent(new Key(version.region(), id), version);
    }

    /** An image that is there has its snapshots, whether or not they were recorded. */
    private void addMissingSnapshots() {
        images.values().stream().flatMap(SuppliedSnapshots::of).forEach(snapshot -> {
            if (snapshots.putIfAbsent(key(snapshot), snapshot) == null) {
                suppliedSnapshots.add(key(snapshot));
            }
        });
    }

    /**
     * Tells whether a snapshot was recorded itself; otherwise only an image tells of it.
     *
     * @param snapshot a snapshot of this recording
     * @return whether the account could see it
     */
    public boolean wasRecorded(Snapshot snapshot) {
        return !suppliedSnapshots.contains(key(snapshot));
    }

    private static Key key(Snapshot snapshot) {
        return new Key(snapshot.region(), snapshot.snapshotId().value());
    }

    private static Key key(Image image) {
        return new Key(image.region(), image.imageId().value());
    }

    /**
     * The images.
     *
     * @return all of them, of whichever owner
     */
    public Collection<Image> images() {
        return images.values();
    }

    /**
     * The snapshots, also those that images stand on without having been recorded; their size is not known.
     *
     * @return all of them
     */
    public Collection<Snapshot> snapshots() {
        return snapshots.values();
    }

    /**
     * The instances.
     *
     * @return all of them
     */
    public Collection<Instance> instances() {
        return instances.values();
    }

    /**
     * The versions of launch templates.
     *
     * @return all of them
     */
    public Collection<LaunchTemplateVersion> templateVersions() {
        return templateVersions.values();
    }

    /**
     * Who may launch an image beside its owner.
     *
     * @param image an image of the recording
     * @return the permissions that were recorded
     */
    public List<LaunchPermission> permissionsOf(Image image) {
        return launchPermissions.getOrDefault(key(image), List.of());
    }

    /**
     * Who may copy a snapshot beside its owner.
     *
     * @param snapshot a snapshot of the recording
     * @return the permissions that were recorded
     */
    public List<CreateVolumePermission> permissionsOf(Snapshot snapshot) {
        return createVolumePermissions.getOrDefault(key(snapshot), List.of());
    }

    /**
     * The account that was recorded, as far as can be told: the owner of most images, AWS's own accounts aside. Of several
     * it is the one that owns more of the other resources, then the one that comes first.
     *
     * @return the account, nothing if nothing was recorded that an account owns
     */
    public Optional<AccountId> account() {
        Map<AccountId, Long> owned = new LinkedHashMap<>();
        owners(images.values(), image -> image.ownerAlias().isEmpty(), Image::ownerId)
                .forEach(owner -> owned.merge(owner, 1_000_000_000L, Long::sum));
        owners(snapshots.values(), snapshot -> snapshot.ownerAlias().isEmpty(), Snapshot::ownerId)
                .forEach(owner -> owned.merge(owner, 1L, Long::sum));
        owners(instances.values(), instance -> true, Instance::ownerId)
                .forEach(owner -> owned.merge(owner, 1L, Long::sum));
        long most = owned.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return owned.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static <T> Stream<AccountId> owners(
            Collection<T> resources, Predicate<T> own, Function<T, AccountId> owner) {
        return resources.stream().filter(own).map(owner);
    }

    /**
     * The Region that most images are in.
     *
     * @return the Region, nothing if nothing was recorded
     */
    public Optional<Region> region() {
        Map<Region, Long> counts = new LinkedHashMap<>();
        Stream.of(images.keySet(), instances.keySet(), snapshots.keySet(), templateVersions.keySet())
                .flatMap(Collection::stream)
                .forEach(key -> counts.merge(key.region(), 1L, Long::sum));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<Region, Long> entry) -> entry.getValue()))
                .map(Map.Entry::getKey);
    }

    /**
     * The newest instant at which something is said to have happened; dates to come, such as deprecation, do not count.
     *
     * @return the instant, nothing if no date was recorded
     */
    public Optional<Instant> newest() {
        return Stream.of(
                        images.values().stream()
                                .flatMap(image -> Stream.of(image.creationDate(), image.lastLaunchedTime())),
                        snapshots.values().stream()
                                .flatMap(snapshot -> Stream.of(snapshot.startTime(), snapshot.completionTime())),
                        instances.values().stream().map(Instance::launchTime),
                        templateVersions.values().stream().map(LaunchTemplateVersion::createTime))
                .flatMap(dates -> dates.flatMap(Optional::stream))
                .max(Comparator.naturalOrder());
    }
}
