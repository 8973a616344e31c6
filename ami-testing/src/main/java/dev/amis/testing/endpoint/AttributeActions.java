package dev.amis.testing.endpoint;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.internal.Direct;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CancelImageLaunchPermissionRequest;
import software.amazon.awssdk.services.ec2.model.CancelImageLaunchPermissionResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImageAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifyImageAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyImageAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ProductCode;
import software.amazon.awssdk.services.ec2.model.ResetImageAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResetImageAttributeResponse;

/** The actions on attributes of images, with every form in which clients ask for launch permissions. */
final class AttributeActions {

    private AttributeActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeImageAttribute" ->
                Action.of(
                        DescribeImageAttributeRequest::builder,
                        DescribeImageAttributeRequest.class,
                        AttributeActions::describe,
                        "ImageId",
                        "Attribute");
            case "ModifyImageAttribute" ->
                Action.of(
                        ModifyImageAttributeRequest::builder,
                        ModifyImageAttributeRequest.class,
                        AttributeActions::modify,
                        "ImageId",
                        "Attribute",
                        "Value",
                        "Description",
                        "ImdsSupport",
                        "LaunchPermission",
                        "OperationType",
                        "UserId",
                        "UserGroup",
                        "OrganizationArn",
                        "OrganizationalUnitArn");
            case "ResetImageAttribute" ->
                Action.of(
                        ResetImageAttributeRequest::builder,
                        ResetImageAttributeRequest.class,
                        AttributeActions::reset,
                        "ImageId",
                        "Attribute");
            case "CancelImageLaunchPermission" ->
                Action.of(
                        CancelImageLaunchPermissionRequest::builder,
                        CancelImageLaunchPermissionRequest.class,
                        (request, account) -> {
                            account.imageAttributes().cancelLaunchPermission(ImageActions.imageId(request.imageId()));
                            return CancelImageLaunchPermissionResponse.builder()
                                    .returnValue(true)
                                    .build();
                        },
                        "ImageId");
            default -> null;
        };
    }

    private static SdkPojo describe(DescribeImageAttributeRequest request, RegionalProvider account) {
        ImageId id = ImageActions.imageId(request.imageId());
        var answer = DescribeImageAttributeResponse.builder().imageId(id.value());
        String attribute = Read.required("Attribute", request.attributeAsString());
        if (attribute.equals("launchPermission")) {
            return answer.launchPermissions(account.imageAttributes().describeLaunchPermissions(id).stream()
                            .map(AttributeActions::write)
                            .toList())
                    .build();
        }
        Direct direct = Action.behind(account);
        Image image = direct.surroundings().describeImageAttribute(direct.caller(), id);
        switch (attribute) {
            case "description" ->
                answer.description(value -> value.value(image.description().orElse(null)));
            case "productCodes" ->
                answer.productCodes(image.productCodes().stream()
                        .map(code -> ProductCode.builder()
                                .productCodeId(code.code())
                                .productCodeType(code.type().value())
                                .build())
                        .toList());
            case "bootMode" -> image.bootMode().ifPresent(mode -> answer.bootMode(value -> value.value(mode.value())));
            case "tpmSupport" ->
                image.tpmSupport().ifPresent(tpm -> answer.tpmSupport(value -> value.value(tpm.value())));
            case "imdsSupport" ->
                image.imdsSupport().ifPresent(imds -> answer.imdsSupport(value -> value.value(imds.value())));
            case "sriovNetSupport" ->
                image.sriovNetSupport().ifPresent(text -> answer.sriovNetSupport(value -> value.value(text)));
            case "lastLaunchedTime" ->
                Write.time(image.lastLaunchedTime())
                        .ifPresent(text -> answer.lastLaunchedTime(value -> value.value(text)));
            case "deregistrationProtection" ->
                answer.deregistrationProtection(
                        value -> value.value(image.deregistrationProtection().text()));
            default ->
                throw new WireError("InvalidParameterValue", "The attribute '" + attribute + "' is not imitated");
        }
        return answer.build();
    }

    private static SdkPojo modify(ModifyImageAttributeRequest request, RegionalProvider account) {
        ImageId id = ImageActions.imageId(request.imageId());
        Set<LaunchPermission> add = new LinkedHashSet<>();
        Set<LaunchPermission> remove = new LinkedHashSet<>();
        permissions(request, add, remove);
        int changes = 0;
        if (!add.isEmpty() || !remove.isEmpty()) {
            account.imageAttributes().modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(id, add, remove));
            changes++;
        }
        if (request.description() != null || isFlat(request, "description")) {
            String text = request.description() != null ? request.description().value() : request.value();
            account.imageAttributes().modifyDescription(id, Read.required("Description.Value", text));
            changes++;
        }
        if (request.imdsSupport() != null || isFlat(request, "imdsSupport")) {
            String value = request.imdsSupport() != null ? request.imdsSupport().value() : request.value();
            if (!"v2.0".equals(value)) {
                throw new WireError("InvalidParameterValue", "Invalid value '" + value + "' for imdsSupport");
            }
            account.imageAttributes().requireImdsV2(id);
            changes++;
        }
        if (changes == 0) {
            throw new WireError(
                    "InvalidParameterCombination",
                    "No attribute to be changed is recognized; launch permissions, description and imdsSupport are imitated");
        }
        return ModifyImageAttributeResponse.builder().build();
    }

    private static SdkPojo reset(ResetImageAttributeRequest request, RegionalProvider account) {
        if (!"launchPermission".equals(request.attributeAsString())) {
            throw new WireError(
                    "InvalidParameterValue", "The attribute '" + request.attributeAsString() + "' cannot be reset");
        }
        account.imageAttributes().resetLaunchPermissions(ImageActions.imageId(request.imageId()));
        return ResetImageAttributeResponse.builder().build();
    }

    /** Three forms of one wish, which Packer even doubles: the set counts each entry once. */
    private static void permissions(
            ModifyImageAttributeRequest request, Set<LaunchPermission> add, Set<LaunchPermission> remove) {
        if (request.launchPermission() != null) {
            request.launchPermission().add().forEach(one -> add.add(read(one)));
            request.launchPermission().remove().forEach(one -> remove.add(read(one)));
        }
        Set<LaunchPermission> flat = new LinkedHashSet<>();
        request.userIds().forEach(user -> flat.add(LaunchPermission.of(ImageActions.account(user))));
        request.userGroups().forEach(group -> flat.add(group(group)));
        request.organizationArns().forEach(arn -> flat.add(organization(arn)));
        request.organizationalUnitArns().forEach(arn -> flat.add(unit(arn)));
        if (!flat.isEmpty() && !add.containsAll(flat) && !remove.containsAll(flat)) {
            String operation = Read.required("OperationType", request.operationTypeAsString());
            (operation.equals("remove") ? remove : add).addAll(flat);
        }
    }

    private static boolean isFlat(ModifyImageAttributeRequest request, String attribute) {
        return attribute.equals(request.attribute()) && request.value() != null;
    }

    private static LaunchPermission read(software.amazon.awssdk.services.ec2.model.LaunchPermission permission) {
        List<LaunchPermission> said = new java.util.ArrayList<>();
        Read.optional(permission.userId(), user -> LaunchPermission.of(ImageActions.account(user)))
                .ifPresent(said::add);
        Read.optional(permission.groupAsString(), AttributeActions::group).ifPresent(said::add);
        Read.optional(permission.organizationArn(), AttributeActions::organization)
                .ifPresent(said::add);
        Read.optional(permission.organizationalUnitArn(), AttributeActions::unit)
                .ifPresent(said::add);
        if (said.size() != 1) {
            throw new WireError(
                    "InvalidParameterCombination", "A launch permission must name exactly one account, group or ARN");
        }
        return said.get(0);
    }

    private static LaunchPermission group(String group) {
        if (!group.equals("all")) {
            throw new WireError("InvalidAMIAttributeItemValue", "Invalid attribute item value \"" + group + "\"");
        }
        return LaunchPermission.EVERYONE;
    }

    private static LaunchPermission organization(String arn) {
        try {
            return LaunchPermission.of(OrganizationArn.of(arn));
        } catch (IllegalArgumentException malformed) {
            throw new WireError("InvalidAMIAttributeItemValue", "Invalid attribute item value \"" + arn + "\"");
        }
    }

    private static LaunchPermission unit(String arn) {
        try {
            return LaunchPermission.of(OrganizationalUnitArn.of(arn));
        } catch (IllegalArgumentException malformed) {
            throw new WireError("InvalidAMIAttributeItemValue", "Invalid attribute item value \"" + arn + "\"");
        }
    }

    private static software.amazon.awssdk.services.ec2.model.LaunchPermission write(LaunchPermission permission) {
        var written = software.amazon.awssdk.services.ec2.model.LaunchPermission.builder();
        if (permission instanceof LaunchPermission.Account one) {
            written.userId(one.account().value());
        } else if (permission instanceof LaunchPermission.Organization one) {
            written.organizationArn(one.organization().value());
        } else if (permission instanceof LaunchPermission.OrganizationalUnit one) {
            written.organizationalUnitArn(one.unit().value());
        } else {
            written.group("all");
        }
        return written.build();
    }
}
