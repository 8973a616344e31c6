package dev.amis.testing;

import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;
import java.util.Set;

/** The port of image attributes over the world. */
record InMemoryImageAttributes(Ec2 ec2, Caller caller) implements ImageAttributePort {

    @Override
    public Set<LaunchPermission> describeLaunchPermissions(ImageId imageId) {
        return Answers.of(() -> ec2.describeLaunchPermissions(caller.reading(), imageId));
    }

    @Override
    public void modifyLaunchPermissions(ModifyLaunchPermissionsRequest request) {
        Answers.run(() -> ec2.modifyLaunchPermissions(caller, request));
    }

    @Override
    public void resetLaunchPermissions(ImageId imageId) {
        Answers.run(() -> ec2.resetLaunchPermissions(caller, imageId));
    }

    @Override
    public void cancelLaunchPermission(ImageId imageId) {
        Answers.run(() -> ec2.cancelImageLaunchPermission(caller, imageId));
    }

    @Override
    public void modifyDescription(ImageId imageId, String description) {
        Answers.run(() -> ec2.modifyDescription(caller, imageId, description));
    }

    @Override
    public void requireImdsV2(ImageId imageId) {
        Answers.run(() -> ec2.requireImdsV2(caller, imageId));
    }
}
