package dev.amis.testing.endpoint;

import dev.amis.spi.RegionalProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DisableImageBlockPublicAccessRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageBlockPublicAccessResponse;
import software.amazon.awssdk.services.ec2.model.DisableImageDeprecationRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageDeprecationResponse;
import software.amazon.awssdk.services.ec2.model.DisableImageDeregistrationProtectionRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageDeregistrationProtectionResponse;
import software.amazon.awssdk.services.ec2.model.DisableImageRequest;
import software.amazon.awssdk.services.ec2.model.DisableImageResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageBlockPublicAccessRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageBlockPublicAccessResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageDeprecationRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageDeprecationResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageDeregistrationProtectionRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageDeregistrationProtectionResponse;
import software.amazon.awssdk.services.ec2.model.EnableImageRequest;
import software.amazon.awssdk.services.ec2.model.EnableImageResponse;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateRequest;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;

/** The actions on the life of images: deprecation, disabling, protection, and the block of public access. */
final class LifecycleActions {

    private LifecycleActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "EnableImageDeprecation" ->
                Action.of(
                        EnableImageDeprecationRequest::builder,
                        EnableImageDeprecationRequest.class,
                        LifecycleActions::deprecate,
                        "ImageId",
                        "DeprecateAt");
            case "DisableImageDeprecation" ->
                Action.of(
                        DisableImageDeprecationRequest::builder,
                        DisableImageDeprecationRequest.class,
                        (request, account) -> {
                            account.imageLifecycle().disableImageDeprecation(ImageActions.imageId(request.imageId()));
                            return DisableImageDeprecationResponse.builder()
                                    .returnValue(true)
                                    .build();
                        },
                        "ImageId");
            case "DisableImage" ->
                Action.of(
                        DisableImageRequest::builder,
                        DisableImageRequest.class,
                        (request, account) -> {
                            account.imageLifecycle().disableImage(ImageActions.imageId(request.imageId()));
                            return DisableImageResponse.builder()
                                    .returnValue(true)
                                    .build();
                        },
                        "ImageId");
            case "EnableImage" ->
                Action.of(
                        EnableImageRequest::builder,
                        EnableImageRequest.class,
                        (request, account) -> {
                            account.imageLifecycle().enableImage(ImageActions.imageId(request.imageId()));
                            return EnableImageResponse.builder()
                                    .returnValue(true)
                                    .build();
                        },
                        "ImageId");
            case "EnableImageDeregistrationProtection" ->
                Action.of(
                        EnableImageDeregistrationProtectionRequest::builder,
                        EnableImageDeregistrationProtectionRequest.class,
                        LifecycleActions::protect,
                        "ImageId",
                        "WithCooldown");
            case "DisableImageDeregistrationProtection" ->
                Action.of(
                        DisableImageDeregistrationProtectionRequest::builder,
                        DisableImageDeregistrationProtectionRequest.class,
                        LifecycleActions::unprotect,
                        "ImageId");
            case "GetImageBlockPublicAccessState" ->
                Action.of(
                        GetImageBlockPublicAccessStateRequest::builder,
                        GetImageBlockPublicAccessStateRequest.class,
                        LifecycleActions::publicAccess);
            case "EnableImageBlockPublicAccess" ->
                Action.of(
                        EnableImageBlockPublicAccessRequest::builder,
                        EnableImageBlockPublicAccessRequest.class,
                        LifecycleActions::block,
                        "ImageBlockPublicAccessState");
            case "DisableImageBlockPublicAccess" ->
                Action.of(
                        DisableImageBlockPublicAccessRequest::builder,
                        DisableImageBlockPublicAccessRequest.class,
                        LifecycleActions::unblock);
            default -> null;
        };
    }

    private static SdkPojo deprecate(EnableImageDeprecationRequest request, RegionalProvider account) {
        account.imageLifecycle()
                .enableImageDeprecation(
                        ImageActions.imageId(request.imageId()), Read.required("DeprecateAt", request.deprecateAt()));
        return EnableImageDeprecationResponse.builder().returnValue(true).build();
    }

    private static SdkPojo protect(EnableImageDeregistrationProtectionRequest request, RegionalProvider account) {
        boolean cooldown = Read.truth(request.withCooldown());
        account.imageLifecycle().enableImageDeregistrationProtection(ImageActions.imageId(request.imageId()), cooldown);
        return EnableImageDeregistrationProtectionResponse.builder()
                .returnValue(cooldown ? "enabled-with-cooldown" : "enabled-without-cooldown")
                .build();
    }

    private static SdkPojo unprotect(DisableImageDeregistrationProtectionRequest request, RegionalProvider account) {
        var id = ImageActions.imageId(request.imageId());
        account.imageLifecycle().disableImageDeregistrationProtection(id);
        String now = account
                .images()
                .describeImages(dev.amis.spi.DescribeImagesRequest.builder()
                        .addImageId(id)
                        .includeDisabled(true)
                        .build())
                .items()
                .stream()
                .findFirst()
                .map(image -> image.deregistrationProtection().text())
                .orElse("disabled");
        return DisableImageDeregistrationProtectionResponse.builder()
                .returnValue(now)
                .build();
    }

    private static SdkPojo publicAccess(GetImageBlockPublicAccessStateRequest request, RegionalProvider account) {
        boolean blocked =
                Read.required("port", account.blockPublicAccess().orElse(null)).isBlocked();
        return GetImageBlockPublicAccessStateResponse.builder()
                .imageBlockPublicAccessState(blocked ? "block-new-sharing" : "unblocked")
                .build();
    }

    private static SdkPojo block(EnableImageBlockPublicAccessRequest request, RegionalProvider account) {
        String state = Optional.ofNullable(request.imageBlockPublicAccessStateAsString())
                .orElse("");
        if (!state.equals("block-new-sharing")) {
            throw new WireError(
                    "InvalidParameterValue", "Invalid value '" + state + "' for ImageBlockPublicAccessState");
        }
        Read.required("port", account.blockPublicAccess().orElse(null)).block();
        return EnableImageBlockPublicAccessResponse.builder()
                .imageBlockPublicAccessState("block-new-sharing")
                .build();
    }

    private static SdkPojo unblock(DisableImageBlockPublicAccessRequest request, RegionalProvider account) {
        Read.required("port", account.blockPublicAccess().orElse(null)).unblock();
        return DisableImageBlockPublicAccessResponse.builder()
                .imageBlockPublicAccessState("unblocked")
                .build();
    }
}
