package dev.amis.aws.internal;

import dev.amis.model.ImageId;
import dev.amis.spi.ImageLifecyclePort;
import java.time.Instant;

/** The life of images through the SDK. */
final class Ec2ImageLifecyclePort implements ImageLifecyclePort {

    private final Ec2 ec2;

    Ec2ImageLifecyclePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public void enableImageDeprecation(ImageId imageId, Instant deprecateAt) {
        ec2.make(
                Call.of("EnableImageDeprecation", imageId),
                () -> ec2.client()
                        .enableImageDeprecation(
                                asked -> asked.imageId(imageId.value()).deprecateAt(deprecateAt)));
    }

    @Override
    public void disableImageDeprecation(ImageId imageId) {
        ec2.make(
                Call.of("DisableImageDeprecation", imageId),
                () -> ec2.client().disableImageDeprecation(asked -> asked.imageId(imageId.value())));
    }

    @Override
    public void disableImage(ImageId imageId) {
        ec2.make(
                Call.of("DisableImage", imageId),
                () -> ec2.client().disableImage(asked -> asked.imageId(imageId.value())));
    }

    @Override
    public void enableImage(ImageId imageId) {
        ec2.make(
                Call.of("EnableImage", imageId),
                () -> ec2.client().enableImage(asked -> asked.imageId(imageId.value())));
    }

    @Override
    public void enableImageDeregistrationProtection(ImageId imageId, boolean withCooldown) {
        ec2.make(
                Call.of("EnableImageDeregistrationProtection", imageId),
                () -> ec2.client()
                        .enableImageDeregistrationProtection(
                                asked -> asked.imageId(imageId.value()).withCooldown(withCooldown)));
    }

    @Override
    public void disableImageDeregistrationProtection(ImageId imageId) {
        ec2.make(
                Call.of("DisableImageDeregistrationProtection", imageId),
                () -> ec2.client().disableImageDeregistrationProtection(asked -> asked.imageId(imageId.value())));
    }
}
