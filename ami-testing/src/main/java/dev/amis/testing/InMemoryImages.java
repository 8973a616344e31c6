package dev.amis.testing;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImagePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;
import java.util.List;

/** The port of images over the world. */
final class InMemoryImages implements ImagePort {

    private final Ec2 ec2;
    private final Caller caller;

    InMemoryImages(Ec2 ec2, Caller caller) {
        this.ec2 = ec2;
        this.caller = caller;
    }

    @Override
    public Page<Image> describeImages(DescribeImagesRequest request) {
        return Answers.of(() -> ec2.describeImages(caller, request));
    }

    @Override
    public ImageId createImage(CreateImageRequest request) {
        return Answers.of(() -> ec2.createImage(caller, request));
    }

    @Override
    public ImageId registerImage(RegisterImageRequest request) {
        throw InMemoryRegion.notImitated("registrations");
    }

    @Override
    public ImageId copyImage(CopyImageRequest request) {
        throw InMemoryRegion.notImitated("copies");
    }

    @Override
    public List<SnapshotDeletion> deregisterImage(DeregisterImageRequest request) {
        return Answers.of(() -> ec2.deregisterImage(caller, request));
    }
}
