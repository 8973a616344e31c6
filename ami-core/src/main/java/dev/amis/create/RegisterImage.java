package dev.amis.create;

import dev.amis.internal.Session;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.ImageName;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.RegisterImageRequest;

/** The beginning of registering an image: on what. */
public final class RegisterImage {

    /** The root device of an image unless another is named; the one that Amazon Linux uses. */
    static final String ROOT_DEVICE = "/dev/xvda";

    private final Session session;
    private final ImageName name;

    /**
     * Begins registering an image; {@code Amis.register} does it.
     *
     * @param session the account
     * @param name the name of the image to be
     */
    @SuppressWarnings("exports")
    public RegisterImage(Session session, ImageName name) {
        this.session = session;
        this.name = name;
    }

    /**
     * Puts the root device on a snapshot of the Region that is meant.
     *
     * @param snapshot the snapshot of a volume that an operating system boots from
     * @return the next step, which asks for the architecture
     */
    public OnSnapshot fromSnapshot(SnapshotId snapshot) {
        return new OnSnapshot(session, name, snapshot);
    }

    /**
     * Puts the root device on a snapshot, in that snapshot's Region.
     *
     * @param snapshot the snapshot of a volume that an operating system boots from
     * @return the next step, which asks for the architecture
     */
    public OnSnapshot fromSnapshot(Snapshot snapshot) {
        return new OnSnapshot(session.at(snapshot.region()), name, snapshot.snapshotId());
    }

    /** An image to be whose architecture is still to be said; it cannot be told from a snapshot. */
    public static final class OnSnapshot {

        private final Session session;
        private final ImageName name;
        private final SnapshotId snapshot;

        private OnSnapshot(Session session, ImageName name, SnapshotId snapshot) {
            this.session = session;
            this.name = name;
            this.snapshot = snapshot;
        }

        /**
         * Says what processors the image is for. EC2's own default would be {@code i386}, which hardly anything runs.
         *
         * @param architecture for example {@link Architecture#ARM64}
         * @return the request, to be completed
         */
        public ImageRegistration architecture(Architecture architecture) {
            return new ImageRegistration(
                    session,
                    snapshot,
                    RegisterImageRequest.builder()
                            .name(name)
                            .architecture(architecture)
                            .rootDeviceName(ROOT_DEVICE)
                            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                                    ROOT_DEVICE,
                                    EbsBlockDevice.builder()
                                            .snapshotId(snapshot)
                                            .build()))
                            .build());
        }
    }
}
