package dev.amis.testing.endpoint;

import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.DeviceType;
import dev.amis.model.InstanceType;
import dev.amis.model.VirtualizationType;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/** Types of instances, of which only what decides whether an image boots is told. */
final class InstanceTypeActions {

    private InstanceTypeActions() {}

    static @Nullable Action find(String name) {
        return name.equals("DescribeInstanceTypes")
                ? Action.of(
                        DescribeInstanceTypesRequest::builder,
                        DescribeInstanceTypesRequest.class,
                        InstanceTypeActions::describe,
                        "InstanceType",
                        "Filter",
                        "MaxResults",
                        "NextToken")
                : null;
    }

    private static SdkPojo describe(DescribeInstanceTypesRequest request, RegionalProvider account) {
        var asked = dev.amis.spi.DescribeInstanceTypesRequest.builder()
                .addAllInstanceTypes(request.instanceTypesAsStrings().stream()
                        .map(InstanceType::of)
                        .toList())
                .addAllFilters(Read.filters(request.filters()))
                .nextToken(Optional.ofNullable(request.nextToken()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        Page<dev.amis.model.InstanceTypeInfo> page =
                Read.required("port", account.instanceTypes().orElse(null)).describeInstanceTypes(asked.build());
        return DescribeInstanceTypesResponse.builder()
                .instanceTypes(
                        page.items().stream().map(InstanceTypeActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static InstanceTypeInfo write(dev.amis.model.InstanceTypeInfo type) {
        return InstanceTypeInfo.builder()
                .instanceType(type.instanceType().value())
                .currentGeneration(type.currentGeneration())
                .bareMetal(type.bareMetal())
                .supportedVirtualizationTypesWithStrings(type.supportedVirtualizationTypes().stream()
                        .map(VirtualizationType::value)
                        .toList())
                .supportedRootDeviceTypesWithStrings(type.supportedRootDeviceTypes().stream()
                        .map(DeviceType::value)
                        .toList())
                .supportedBootModesWithStrings(
                        type.supportedBootModes().stream().map(BootMode::value).toList())
                .processorInfo(
                        processor -> processor.supportedArchitecturesWithStrings(type.supportedArchitectures().stream()
                                .map(Architecture::value)
                                .toList()))
                .networkInfo(network -> network.enaSupport(type.enaSupport().text()))
                .nitroTpmSupport(type.nitroTpmSupport().text())
                .nitroTpmInfo(tpm -> tpm.supportedVersions(type.nitroTpmVersions()))
                .ebsInfo(ebs -> ebs.nvmeSupport(type.nvmeSupport().text())
                        .encryptionSupport(type.ebsEncryption() ? "supported" : "unsupported")
                        .maximumEbsAttachments(boxed(type.maximumEbsAttachments())))
                .vCpuInfo(cpus -> cpus.defaultVCpus(boxed(type.vCpus())))
                .memoryInfo(memory -> memory.sizeInMiB(
                        type.memoryMib().isPresent() ? type.memoryMib().getAsLong() : null))
                .build();
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
