package dev.amis.testing;

import dev.amis.error.AmiException;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.RegisterImageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does things to an in-memory account at random but repeatably, whatever comes of them. */
final class Script {

    private final InMemoryAws aws;
    private final Random random;
    private final List<String> outcomes = new ArrayList<>();

    Script(InMemoryAws aws, long seed) {
        this.aws = aws;
        this.random = new Random(seed);
    }

    /** Does so many things. */
    List<String> run(int steps) {
        for (int i = 0; i < steps; i++) {
            try {
                step();
                outcomes.add("OK");
            } catch (AmiException refusal) {
                outcomes.add(refusal.failure().code().orElse("unknown"));
            } catch (SimulatedCrash crash) {
                outcomes.add("crash");
            }
        }
        return outcomes;
    }

    private void step() {
        Stage stage = new Stage(aws, aws.in(random.nextBoolean() ? Region.US_EAST_1 : Region.EU_WEST_1));
        switch (random.nextInt(11)) {
            case 0, 1 -> aws.in(aws.region()).images().createImage(Stage.of(aws).creation("web-" + random.nextInt(20)));
            case 2 ->
                stage.here()
                        .images()
                        .copyImage(Stage.of(aws).copyOf(imageOf(Stage.of(aws)), "copy-" + random.nextInt(20)));
            case 3 -> stage.deregister(imageOf(stage));
            case 4 -> stage.here().images().deregisterImage(new DeregisterImageRequest(imageOf(stage), false));
            case 5 -> stage.here().imageLifecycle().disableImage(imageOf(stage));
            case 6 -> stage.here().imageLifecycle().enableImage(imageOf(stage));
            case 7 -> stage.share(imageOf(stage), LaunchPermission.of(Stage.OTHER));
            case 8 -> stage.here().snapshots().deleteSnapshot(snapshotOf(stage).snapshotId());
            case 9 -> register(stage);
            default -> aws.time().advance(Duration.ofMinutes(random.nextInt(30)));
        }
    }

    private void register(Stage stage) {
        Snapshot snapshot = snapshotOf(stage);
        stage.here()
                .images()
                .registerImage(RegisterImageRequest.builder()
                        .name(ImageName.of("registered-" + random.nextInt(20)))
                        .architecture(Architecture.X86_64)
                        .rootDeviceName("/dev/xvda")
                        .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                                "/dev/xvda",
                                EbsBlockDevice.builder()
                                        .snapshotId(snapshot.snapshotId())
                                        .build()))
                        .build());
    }

    private ImageId imageOf(Stage stage) {
        List<Image> own = Invariants.images(stage);
        return own.isEmpty()
                ? ImageId.of("ami-00000000000000bad")
                : own.get(random.nextInt(own.size())).imageId();
    }

    private Snapshot snapshotOf(Stage stage) {
        List<Snapshot> own = stage.ownSnapshots();
        return own.isEmpty()
                ? stage.snapshot(SnapshotId.of("snap-00000000000000bad"))
                : own.get(random.nextInt(own.size()));
    }
}
