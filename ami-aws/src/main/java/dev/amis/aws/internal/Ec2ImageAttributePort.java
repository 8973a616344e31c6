package dev.amis.aws.internal;

import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ImageAttributeName;
import software.amazon.awssdk.services.ec2.model.LaunchPermissionModifications;
import software.amazon.awssdk.services.ec2.model.ResetImageAttributeName;

/** Attributes of images through the SDK. */
final class Ec2ImageAttributePort implements ImageAttributePort {

    private final Ec2 ec2;

    Ec2ImageAttributePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Set<LaunchPermission> describeLaunchPermissions(ImageId imageId) {
        var answer = ec2.make(
                Call.of("DescribeImageAttribute", imageId),
                () -> ec2.client()
                        .describeImageAttribute(asked ->
                                asked.imageId(imageId.value()).attribute(ImageAttributeName.LAUNCH_PERMISSION)));
        Set<LaunchPermission> permissions = new LinkedHashSet<>();
        answer.launchPermissions().forEach(permission -> permissions.add(PermissionMapping.read(permission)));
        return permissions;
    }

    @Override
    public void modifyLaunchPermissions(ModifyLaunchPermissionsRequest request) {
        var change = LaunchPermissionModifications.builder();
        if (!request.add().isEmpty()) {
            change.add(PermissionMapping.write(request.add()));
        }
        if (!request.remove().isEmpty()) {
            change.remove(PermissionMapping.write(request.remove()));
        }
        var built = change.build();
        ec2.make(
                Call.of("ModifyImageAttribute", request.imageId()),
                () -> ec2.client()
                        .modifyImageAttribute(asked ->
                                asked.imageId(request.imageId().value()).launchPermission(built)));
    }

    @Override
    public void resetLaunchPermissions(ImageId imageId) {
        ec2.make(
                Call.of("ResetImageAttribute", imageId),
                () -> ec2.client()
                        .resetImageAttribute(asked ->
                                asked.imageId(imageId.value()).attribute(ResetImageAttributeName.LAUNCH_PERMISSION)));
    }

    @Override
    public void cancelLaunchPermission(ImageId imageId) {
        ec2.make(
                Call.of("CancelImageLaunchPermission", imageId),
                () -> ec2.client().cancelImageLaunchPermission(asked -> asked.imageId(imageId.value())));
    }

    @Override
    public void modifyDescription(ImageId imageId, String description) {
        ec2.make(
                Call.of("ModifyImageAttribute", imageId),
                () -> ec2.client()
                        .modifyImageAttribute(asked ->
                                asked.imageId(imageId.value()).description(value -> value.value(description))));
    }

    @Override
    public void requireImdsV2(ImageId imageId) {
        ec2.make(
                Call.of("ModifyImageAttribute", imageId),
                () -> ec2.client()
                        .modifyImageAttribute(
                                asked -> asked.imageId(imageId.value()).imdsSupport(value -> value.value("v2.0"))));
    }
}
