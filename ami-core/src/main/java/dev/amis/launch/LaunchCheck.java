package dev.amis.launch;

import dev.amis.error.AmiException;
import dev.amis.internal.ImageLookup;
import dev.amis.model.FeatureSupport;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.LaunchTemplateData;
import dev.amis.spi.DescribeInstanceTypesRequest;
import dev.amis.spi.InstanceTypePort;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks whether what a launch template says can be launched: EC2 itself finds that out no earlier than at the launch. */
public final class LaunchCheck {

    private static final Map<Pattern, Pattern> SHAPES = Map.of(
            Pattern.compile("(NetworkInterfaces\\.\\d+\\.)?SubnetId"),
                    Pattern.compile("subnet-([0-9a-f]{8}|[0-9a-f]{17})"),
            Pattern.compile("SecurityGroupIds?\\.\\d+"), Pattern.compile("sg-([0-9a-f]{8}|[0-9a-f]{17})"),
            Pattern.compile("NetworkInterfaces\\.\\d+\\.(SecurityGroupId|Groups)\\.\\d+"),
                    Pattern.compile("sg-([0-9a-f]{8}|[0-9a-f]{17})"));

    private final RegionalProvider region;
    private final List<LaunchFinding> findings = new ArrayList<>();

    private LaunchCheck(RegionalProvider region) {
        this.region = region;
    }

    /**
     * Looks at what a template says.
     *
     * @param region the account in the template's Region
     * @param data what it says
     * @param more types of instances that launches from it may name instead of its own
     * @return what stands in the way, nothing if a launch should work
     */
    public static List<LaunchFinding> of(
            RegionalProvider region, LaunchTemplateData data, Collection<InstanceType> more) {
        LaunchCheck check = new LaunchCheck(region);
        check.shapes(data);
        Optional<Image> image = check.image(data);
        Set<InstanceType> types = new LinkedHashSet<>(more);
        if (types.isEmpty()) {
            data.instanceType().ifPresent(types::add);
        }
        image.ifPresent(one -> check.types(one, types));
        return List.copyOf(check.findings);
    }

    private void shapes(LaunchTemplateData data) {
        data.parameters()
                .forEach((name, value) -> SHAPES.forEach((parameter, shape) -> {
                    if (parameter.matcher(name).matches()
                            && !shape.matcher(value).matches()) {
                        findings.add(LaunchFinding.error(name, "'" + value + "' does not have the shape of an id"));
                    }
                }));
    }

    private Optional<Image> image(LaunchTemplateData data) {
        Optional<String> reference = data.imageReference();
        if (reference.isEmpty()) {
            findings.add(LaunchFinding.warning("ImageId", "no image is named, so each launch has to name one"));
            return Optional.empty();
        }
        if (reference.get().startsWith("resolve:ssm:")) {
            findings.add(LaunchFinding.warning(
                    "ImageId", "which image " + reference.get() + " stands for is known at the launch only"));
            return Optional.empty();
        }
        ImageId id;
        try {
            id = ImageId.of(reference.get());
        } catch (IllegalArgumentException malformed) {
            findings.add(LaunchFinding.error("ImageId", String.valueOf(malformed.getMessage())));
            return Optional.empty();
        }
        Optional<Image> image = ImageLookup.find(region, id);
        if (image.isEmpty()) {
            findings.add(LaunchFinding.error(
                    "ImageId", id + " does not exist in " + region.region() + ", or is not visible"));
        }
        image.flatMap(one -> one.whyNot(ImageOperation.LAUNCH))
                .ifPresent(why -> findings.add(LaunchFinding.error("ImageId", id + " cannot be launched: " + why)));
        return image;
    }

    private void types(Image image, Set<InstanceType> types) {
        Optional<InstanceTypePort> port = region.instanceTypes();
        if (types.isEmpty() || port.isEmpty()) {
            return;
        }
        for (InstanceType type : types) {
            try {
                port.get()
                        .describeInstanceTypes(DescribeInstanceTypesRequest.builder()
                                .addInstanceTypes(type)
                                .build())
                        .items()
                        .forEach(info -> fits(image, info));
            } catch (AmiException unknown) {
                findings.add(LaunchFinding.warning(
                        "InstanceType", "what " + type + " can do could not be read: " + unknown.getMessage()));
            }
        }
    }

    private void fits(Image image, InstanceTypeInfo type) {
        if (!type.supportedArchitectures().contains(image.architecture())) {
            findings.add(LaunchFinding.error(
                    "InstanceType",
                    type.instanceType() + " runs " + type.supportedArchitectures() + ", but " + image.imageId() + " is "
                            + image.architecture()));
        }
        image.bootMode()
                .filter(one -> !one.value().equals("uefi-preferred"))
                .filter(one -> !type.supportedBootModes().isEmpty()
                        && !type.supportedBootModes().contains(one))
                .ifPresent(one -> findings.add(LaunchFinding.error(
                        "InstanceType",
                        type.instanceType() + " boots by " + type.supportedBootModes() + ", but " + image.imageId()
                                + " needs " + one)));
        if (type.enaSupport() == FeatureSupport.REQUIRED && !image.enaSupport()) {
            findings.add(LaunchFinding.error(
                    "InstanceType",
                    type.instanceType() + " needs ENA, which " + image.imageId() + " does not support"));
        }
    }
}
