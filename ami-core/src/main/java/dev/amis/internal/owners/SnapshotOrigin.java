package dev.amis.internal.owners;

import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import dev.amis.model.VolumeId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a snapshot was provably made for. The whole description must be one that EC2 writes: a beginning that looks alike is
 * a text like any other.
 *
 * @param by the action that made it
 * @param image the image that it was made for; nothing for an import, which names itself only
 * @param imageName the name that an imported image has
 */
public record SnapshotOrigin(String by, Optional<ImageId> image, Optional<String> imageName) {

    private static final String ID = "[0-9a-f]{8}(?:[0-9a-f]{9})?";

    /** Sources: EC2-written descriptions as seen in accounts; old ones name the volume as well. */
    private static final Pattern CREATED =
            Pattern.compile("Created by CreateImage\\(i-" + ID + "\\) for (ami-" + ID + ")(?: from vol-" + ID + ")?");

    private static final Pattern COPIED =
            Pattern.compile("Copied for DestinationAmi (ami-" + ID + ") from SourceAmi ami-" + ID
                    + " for SourceSnapshot snap-" + ID + "\\.?(?: Task created on [0-9,]+\\.?)?");

    private static final Pattern IMPORTED =
            Pattern.compile("Created by AWS-VMImport service for (import-ami-[0-9a-z]+)");

    /** Copies of snapshots carry this volume; a text that tells of CreateImage was then copied with them by hand. */
    private static final Optional<VolumeId> OF_COPIES = Optional.of(VolumeId.of("vol-ffffffff"));

    /**
     * Reads where a snapshot comes from.
     *
     * @param snapshot the snapshot
     * @param tags the keys of tags whose value is the id of the image that a snapshot was made for
     * @return what it was made for; nothing if that is not proven, or texts contradict one another
     */
    public static Optional<SnapshotOrigin> of(Snapshot snapshot, List<String> tags) {
        Optional<SnapshotOrigin> told = snapshot.description().flatMap(text -> parse(snapshot, text));
        List<ImageId> tagged = tags.stream()
                .flatMap(key -> snapshot.tags().get(key).stream())
                .flatMap(value -> imageId(value).stream())
                .distinct()
                .toList();
        if (told.isEmpty()) {
            return tagged.size() == 1
                    ? Optional.of(new SnapshotOrigin("by its tag", Optional.of(tagged.get(0)), Optional.empty()))
                    : Optional.empty();
        }
        return told.filter(one -> tagged.stream()
                .allMatch(image -> one.image().filter(image::equals).isPresent()));
    }

    private static Optional<SnapshotOrigin> parse(Snapshot snapshot, String text) {
        Matcher created = CREATED.matcher(text);
        if (created.matches()) {
            return snapshot.volumeId().equals(OF_COPIES)
                    ? Optional.empty()
                    : Optional.of(made("by CreateImage", created.group(1)));
        }
        Matcher copied = COPIED.matcher(text);
        if (copied.matches()) {
            return Optional.of(made("by CopyImage", copied.group(1)));
        }
        Matcher imported = IMPORTED.matcher(text);
        return imported.matches()
                ? Optional.of(new SnapshotOrigin("by an import", Optional.empty(), Optional.of(imported.group(1))))
                : Optional.empty();
    }

    private static SnapshotOrigin made(String by, String image) {
        return new SnapshotOrigin(by, Optional.of(ImageId.of(image)), Optional.empty());
    }

    private static Optional<ImageId> imageId(String text) {
        return Pattern.matches("ami-" + ID, text) ? Optional.of(ImageId.of(text)) : Optional.empty();
    }

    /** What it was made for, in words. */
    @Override
    public String toString() {
        return "made " + by + " for "
                + image.map(ImageId::value).or(() -> imageName).orElse("an image");
    }
}
