package dev.amis.testing.internal;

import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.FeatureSupport;
import dev.amis.model.Image;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeInstanceTypesRequest;
import dev.amis.spi.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Types of instances: describing them, and refusing images that do not fit. */
public final class InstanceTypes {

    private static final Vocabulary<InstanceTypeInfo> FILTERS = new Vocabulary<InstanceTypeInfo>(type -> Tags.none())
            .one("bare-metal", InstanceTypeInfo::bareMetal)
            .one("current-generation", InstanceTypeInfo::currentGeneration)
            .one("ebs-info.nvme-support", InstanceTypeInfo::nvmeSupport)
            .one("instance-type", InstanceTypeInfo::instanceType)
            .one("network-info.ena-support", InstanceTypeInfo::enaSupport)
            .one("nitro-tpm-support", InstanceTypeInfo::nitroTpmSupport)
            .many("processor-info.supported-architecture", type -> type.supportedArchitectures().stream())
            .many("supported-boot-mode", type -> type.supportedBootModes().stream())
            .many("supported-root-device-type", type -> type.supportedRootDeviceTypes().stream())
            .many("supported-virtualization-type", type -> type.supportedVirtualizationTypes().stream());

    private final World world;
    private final Paging paging;

    public InstanceTypes(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    public Page<InstanceTypeInfo> describeInstanceTypes(Caller caller, DescribeInstanceTypesRequest request) {
        return world.answer(
                caller.call("DescribeInstanceTypes").about(request.instanceTypes()), call -> describe(call, request));
    }

    /** Adds a type, or puts another in its place. */
    public void put(Caller caller, InstanceTypeInfo type) {
        world.arrange(() -> world.in(caller.region())
                .of(caller.account())
                .instanceTypes()
                .put(type.instanceType().value(), type));
    }

    private Page<InstanceTypeInfo> describe(Call call, DescribeInstanceTypesRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(5, 100);
        var filter = FILTERS.compile(request.filters());
        List<InstanceType> asked = request.instanceTypes();
        Collection<InstanceTypeInfo> found = asked.isEmpty()
                ? all(call).values()
                : asked.stream().map(type -> require(call, type)).toList();
        world.permit(call);
        return paging.page(found.stream().filter(filter).toList(), ask);
    }

    private Map<String, InstanceTypeInfo> all(Call call) {
        Map<String, InstanceTypeInfo> all = new TreeMap<>(InstanceTypeTable.types());
        all.putAll(world.holding(call).instanceTypes());
        return all;
    }

    private InstanceTypeInfo require(Call call, InstanceType type) {
        return Optional.ofNullable(all(call).get(type.value()))
                .orElseThrow(() -> new Ec2Error(
                        "InvalidInstanceType",
                        "The instance type '" + type + "' does not exist, or is not among those that are imitated"));
    }

    /** Refuses a launch that EC2 refuses. Codes but that of a wrong architecture are UNVERIFIED. */
    void check(Call call, InstanceType wanted, Image image) {
        InstanceTypeInfo type = all(call).get(wanted.value());
        if (type == null) {
            throw refused("InvalidParameterValue", "'" + wanted + "' is no instance type that is imitated");
        }
        Architecture architecture = image.architecture();
        if (!type.supportedArchitectures().contains(architecture)) {
            throw refused(
                    "InvalidParameterValue",
                    "the image is for '" + architecture + "', but '" + wanted + "' runs "
                            + type.supportedArchitectures());
        }
        if (!type.supportedVirtualizationTypes().contains(image.virtualizationType())) {
            throw refused(
                    "InvalidParameterCombination", "'" + wanted + "' runs no '" + image.virtualizationType() + "'");
        }
        if (type.enaSupport() == FeatureSupport.REQUIRED && !image.enaSupport()) {
            throw refused("InvalidParameterCombination", "'" + wanted + "' needs an image that is enabled for ENA");
        }
        image.bootMode()
                .filter(mode -> !mode.equals(BootMode.UEFI_PREFERRED)
                        && !type.supportedBootModes().contains(mode))
                .ifPresent(mode -> {
                    throw refused(
                            "InvalidParameterCombination",
                            "the image boots by '" + mode + "', '" + wanted + "' by " + type.supportedBootModes());
                });
    }

    private static Ec2Error refused(String code, String why) {
        return new Ec2Error(code, "The instance cannot be launched: " + why);
    }
}
