package dev.amis.internal.owners;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who needs snapshots of one Region, and which sources could not be read: then nothing counts as free. */
public final class SnapshotOwners {

    /** The account's own images, whatever their state. */
    public static final String IMAGES = "images";

    /** Images of other accounts that this one can see. */
    public static final String IMAGES_OF_OTHERS = "images of others";

    /** Volumes that were made from a snapshot. */
    public static final String VOLUMES = "volumes";

    /** Block device mappings of launch templates. */
    public static final String LAUNCH_TEMPLATES = "block devices of launch templates";

    /** Block device mappings of any version of launch templates. */
    public static final String ALL_TEMPLATE_VERSIONS = "block devices of all versions of launch templates";

    /** Windows images that are configured for fast launch. */
    public static final String FAST_LAUNCH = "fast launch";

    /** Copies that are being made of a snapshot. */
    public static final String COPIES = "snapshot copies in progress";

    /** Images in the Recycle Bin, any of which may need what was there before it. */
    public static final String RECYCLE_BIN = "images in the Recycle Bin";

    /** Images in the Recycle Bin, as far as snapshots name them. */
    public static final String RECYCLE_BIN_BY_NAME = "images in the Recycle Bin by description";

    private static final Map<String, SnapshotSource> SOURCES = new LinkedHashMap<>();

    static {
        SOURCES.put(IMAGES, new OwnImages());
        SOURCES.put(IMAGES_OF_OTHERS, new ImagesOfOthers());
        SOURCES.put(VOLUMES, new VolumesOfSnapshots());
        SOURCES.put(LAUNCH_TEMPLATES, new TemplateVolumes(false));
        SOURCES.put(ALL_TEMPLATE_VERSIONS, new TemplateVolumes(true));
        SOURCES.put(FAST_LAUNCH, new FastLaunches());
        SOURCES.put(COPIES, new CopiesOfSnapshots());
        SOURCES.put(RECYCLE_BIN, new RecycledImages(false));
        SOURCES.put(RECYCLE_BIN_BY_NAME, new RecycledImages(true));
    }

    private final Map<SnapshotId, List<SnapshotNeed>> needs = new LinkedHashMap<>();
    private final Map<String, String> unread = new LinkedHashMap<>();

    private SnapshotOwners() {}

    /**
     * Asks sources.
     *
     * @param session the account
     * @param region the Region of the snapshots
     * @param question what is asked
     * @param snapshots the snapshots; without any nothing is asked
     * @return what was told
     */
    public static SnapshotOwners read(
            Session session, Region region, Question question, Collection<Snapshot> snapshots) {
        SnapshotOwners owners = new SnapshotOwners();
        SnapshotSource.Where where =
                new SnapshotSource.Where(session.in(region), question.regions(), session::in, question.tagKeys());
        if (!snapshots.isEmpty()) {
            question.sources()
                    .forEach(name ->
                            owners.ask(name, where, snapshots, question.least().getOrDefault(name, 0)));
        }
        return owners;
    }

    /**
     * What is asked.
     *
     * @param sources the names of sources; one that is not known here counts as not readable
     * @param regions the Regions to which copies may be on their way
     * @param tagKeys the keys of tags that name the image that a snapshot was made for
     * @param least how many uses a source must tell of to be believed, by its name
     */
    public record Question(
            Collection<String> sources, Collection<Region> regions, List<String> tagKeys, Map<String, Integer> least) {}

    private void ask(String name, SnapshotSource.Where where, Collection<Snapshot> snapshots, int least) {
        SnapshotSource source = SOURCES.get(name);
        if (source == null) {
            unread.put(name, "it is not known here");
            return;
        }
        try {
            List<SnapshotNeed> told = source.needs(where, snapshots);
            told.forEach(need -> needs.computeIfAbsent(need.snapshotId(), none -> new ArrayList<>())
                    .add(need));
            if (told.size() < least) {
                unread.put(name, "it told of " + told.size() + " uses, but at least " + least + " were expected");
            }
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException failure) {
            unread.put(name, failure.failure().message());
        } catch (RuntimeException failure) {
            unread.put(name, String.valueOf(failure.getMessage()));
        }
    }

    /**
     * What needs a snapshot, or may.
     *
     * @param snapshot the snapshot
     * @return all that was told; none makes it free only if every source could be read
     */
    public List<SnapshotNeed> of(SnapshotId snapshot) {
        return List.copyOf(needs.getOrDefault(snapshot, List.of()));
    }

    /**
     * The sources that could not be read, or are not believed.
     *
     * @return why, by name
     */
    public Map<String, String> unread() {
        return unread;
    }
}
