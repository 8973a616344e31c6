package dev.amis.aws.internal;

import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.DeviceType;
import dev.amis.model.FeatureSupport;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.VirtualizationType;
import dev.amis.spi.DescribeInstanceTypesRequest;
import dev.amis.spi.InstanceTypePort;
import dev.amis.spi.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Types of instances through the SDK. */
final class Ec2InstanceTypePort implements InstanceTypePort {

    private final Ec2 ec2;

    Ec2InstanceTypePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<InstanceTypeInfo> describeInstanceTypes(DescribeInstanceTypesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest.builder();
        if (!request.instanceTypes().isEmpty()) {
            asked.instanceTypesWithStrings(
                    request.instanceTypes().stream().map(InstanceType::value).toList());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer =
                ec2.make(Call.of("DescribeInstanceTypes"), () -> ec2.client().describeInstanceTypes(built));
        return Ec2.page(
                answer.instanceTypes().stream().map(Ec2InstanceTypePort::read).toList(), answer.nextToken());
    }

    static InstanceTypeInfo read(software.amazon.awssdk.services.ec2.model.InstanceTypeInfo type) {
        var info = InstanceTypeInfo.builder()
                .instanceType(InstanceType.of(type.instanceTypeAsString()))
                .currentGeneration(Boolean.TRUE.equals(type.currentGeneration()))
                .bareMetal(Boolean.TRUE.equals(type.bareMetal()))
                .addAllSupportedVirtualizationTypes(
                        words(type.supportedVirtualizationTypesAsStrings(), VirtualizationType::of))
                .addAllSupportedRootDeviceTypes(words(type.supportedRootDeviceTypesAsStrings(), DeviceType::of))
                .addAllSupportedBootModes(words(type.supportedBootModesAsStrings(), BootMode::of))
                .nitroTpmSupport(support(type.nitroTpmSupportAsString()));
        Optional.ofNullable(type.nitroTpmInfo()).ifPresent(tpm -> info.addAllNitroTpmVersions(tpm.supportedVersions()));
        Optional.ofNullable(type.processorInfo())
                .ifPresent(processor -> info.addAllSupportedArchitectures(
                        words(processor.supportedArchitecturesAsStrings(), Architecture::of)));
        Optional.ofNullable(type.networkInfo())
                .ifPresent(network -> info.enaSupport(support(network.enaSupportAsString())));
        Optional.ofNullable(type.ebsInfo()).ifPresent(ebs -> {
            info.nvmeSupport(support(ebs.nvmeSupportAsString()));
            info.ebsEncryption(!"unsupported".equals(ebs.encryptionSupportAsString()));
            Optional.ofNullable(ebs.maximumEbsAttachments()).ifPresent(info::maximumEbsAttachments);
        });
        Optional.ofNullable(type.vCpuInfo())
                .flatMap(cpus -> Optional.ofNullable(cpus.defaultVCpus()))
                .ifPresent(info::vCpus);
        Optional.ofNullable(type.memoryInfo())
                .flatMap(memory -> Optional.ofNullable(memory.sizeInMiB()))
                .ifPresent(info::memoryMib);
        return info.build();
    }

    private static FeatureSupport support(String text) {
        return FeatureSupport.parse(String.valueOf(text));
    }

    private static <T> List<T> words(List<String> texts, Function<String, T> read) {
        return texts.stream().map(read).toList();
    }
}
