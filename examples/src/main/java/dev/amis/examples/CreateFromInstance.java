package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.model.VolumeType;
import java.io.PrintStream;

/** An image from an instance. Starting the same request again finds the same image, also after a crash. */
final class CreateFromInstance {

    private CreateFromInstance() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        InstanceId instance = stage.instance();

        var request = amis.create(stage.name("web-1.0.0"))
                .fromInstance(instance)
                .noReboot()
                .description("web server, baked by example")
                .with(BlockDeviceMapping.ebs(
                        "/dev/sdf",
                        EbsBlockDevice.builder()
                                .volumeSize(100)
                                .volumeType(VolumeType.GP3)
                                .encrypted(true)
                                .build()))
                .tag("Environment", "production")
                .snapshotTag("Backup-Schedule", "none");
        out.println(request.describe());

        Image image = request.start().await();
        out.println("made      " + image);
        out.println("volumes   " + image.blockDeviceMappings().size());
        out.println("again     " + request.start().await().imageId().equals(image.imageId()));
    }
}
