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
record InMemoryImages(Ec2 ec2, Caller caller) implements ImagePort {

    @Override
    public Page<Image> describeImages(DescribeImagesRequest request) {
        return Answers.of(() -> ec2.describeImages(caller.reading(), request));
    }

    @Override
    public ImageId createImage(CreateImageRequest request) {
        return Answers.of(() -> ec2.createImage(caller, request));
    }

    @Override
    public ImageId registerImage(RegisterImageRequest request) {
        return Answers.of(() -> ec2.registerImage(caller, request));
    }

    @Override
    public ImageId copyImage(CopyImageRequest request) {
        return Answers.of(() -> ec2.copyImage(caller, request));
    }

    @Override
    public List<SnapshotDeletion> deregisterImage(DeregisterImageRequest request) {
        return Answers.of(() -> ec2.deregisterImage(caller, request));
    }
}
