package dev.amis.testing;

import dev.amis.model.ImageId;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;
import java.time.Instant;

/** The port of the life of images over the world. */
record InMemoryImageLifecycle(Ec2 ec2, Caller caller) implements ImageLifecyclePort {

    @Override
    public void enableImageDeprecation(ImageId imageId, Instant deprecateAt) {
        Answers.run(() -> ec2.enableImageDeprecation(caller, imageId, deprecateAt));
    }

    @Override
    public void disableImageDeprecation(ImageId imageId) {
        Answers.run(() -> ec2.disableImageDeprecation(caller, imageId));
    }

    @Override
    public void disableImage(ImageId imageId) {
        Answers.run(() -> ec2.disableImage(caller, imageId));
    }

    @Override
    public void enableImage(ImageId imageId) {
        Answers.run(() -> ec2.enableImage(caller, imageId));
    }

    @Override
    public void enableImageDeregistrationProtection(ImageId imageId, boolean withCooldown) {
        Answers.run(() -> ec2.enableImageDeregistrationProtection(caller, imageId, withCooldown));
    }

    @Override
    public void disableImageDeregistrationProtection(ImageId imageId) {
        Answers.run(() -> ec2.disableImageDeregistrationProtection(caller, imageId));
    }
}
