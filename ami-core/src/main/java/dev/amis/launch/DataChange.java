package dev.amis.launch;

import dev.amis.internal.ImageLookup;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateData;
import dev.amis.spi.RegionalProvider;
import java.util.List;

/** One step from what a version says to what another is to say. */
sealed interface DataChange {

    LaunchTemplateData on(LaunchTemplateData data);

    /** All of these parameters; each goes before what the version says below its first word, as EC2 has it. */
    record Put(LaunchTemplateData changes) implements DataChange {

        @Override
        public LaunchTemplateData on(LaunchTemplateData data) {
            return changes.on(data);
        }
    }

    /** One parameter, and nothing beside it. */
    record Set(String name, String value) implements DataChange {

        public Set {
            LaunchTemplateData.none().with(name, value);
        }

        @Override
        public LaunchTemplateData on(LaunchTemplateData data) {
            return data.with(name, value);
        }

        @Override
        public String toString() {
            return name.equals("ImageId") ? value : name;
        }
    }

    /** A parameter goes, with all below it. */
    record Drop(String name) implements DataChange {

        @Override
        public LaunchTemplateData on(LaunchTemplateData data) {
            return data.without(name);
        }
    }

    static LaunchTemplateData apply(List<DataChange> changes, LaunchTemplateData data) {
        LaunchTemplateData changed = data;
        for (DataChange change : changes) {
            changed = change.on(changed);
        }
        return changed;
    }

    /**
     * Lets the root volume come from the new image: a snapshot that the version before names for it holds the old one's disk.
     *
     * @return what is said without that snapshot
     */
    static LaunchTemplateData withoutOldRoot(
            RegionalProvider region, LaunchTemplateData before, LaunchTemplateData after) {
        boolean sameImage = before.imageReference().equals(after.imageReference());
        boolean ownVolumes = !before.blockDeviceMappings().equals(after.blockDeviceMappings());
        if (sameImage
                || ownVolumes
                || before.imageReference().isEmpty()
                || after.blockDeviceMappings().isEmpty()) {
            return after;
        }
        return after.imageReference()
                .flatMap(text -> ResolvedImage.of(region, text).imageId())
                .flatMap(id -> ImageLookup.find(region, id))
                .flatMap(Image::rootDeviceName)
                .map(root -> withoutSnapshot(after, root))
                .orElse(after);
    }

    private static LaunchTemplateData withoutSnapshot(LaunchTemplateData data, String device) {
        LaunchTemplateData changed = data;
        for (var parameter : data.parameters().entrySet()) {
            String name = parameter.getKey();
            if (name.matches("BlockDeviceMappings\\.\\d+\\.DeviceName")
                    && parameter.getValue().equals(device)) {
                changed = changed.without(name.replace("DeviceName", "Ebs.SnapshotId"));
            }
        }
        return changed;
    }
}
