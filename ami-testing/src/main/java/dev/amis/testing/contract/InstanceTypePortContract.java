package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.FeatureSupport;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.VirtualizationType;
import dev.amis.spi.DescribeInstanceTypesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.InstanceTypePort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a provider's {@link InstanceTypePort} must do, if it has one. */
public abstract class InstanceTypePortContract extends Rules {

    /** Makes a contract. */
    protected InstanceTypePortContract() {}

    @Test
    void typeSaysWhatItIs() {
        InstanceTypeInfo type = only("t3.micro");

        assertThat(type.supportedArchitectures()).contains(Architecture.X86_64);
        assertThat(type.supportedVirtualizationTypes()).containsExactly(VirtualizationType.HVM);
        assertThat(type.supportedBootModes()).contains(BootMode.LEGACY_BIOS, BootMode.UEFI);
        assertThat(type.enaSupport()).isEqualTo(FeatureSupport.REQUIRED);
        assertThat(type.nvmeSupport()).isEqualTo(FeatureSupport.REQUIRED);
        assertThat(type.vCpus()).hasValue(2);
        assertThat(type.memoryMib()).hasValue(1024);
        assertThat(type.currentGeneration()).isTrue();
        assertThat(type.bareMetal()).isFalse();
    }

    @Test
    void typeOfGravitonRunsNothingElse() {
        assertThat(only("t4g.micro").supportedArchitectures()).containsExactly(Architecture.ARM64);
    }

    @Test
    void severalTypesAreAnsweredTogether() {
        assertThat(list(DescribeInstanceTypesRequest.builder()
                        .addInstanceTypes(InstanceType.of("t3.micro"), InstanceType.of("m5.large"))
                        .build()))
                .map(type -> type.instanceType().value())
                .containsExactlyInAnyOrder("t3.micro", "m5.large");
    }

    @Test
    void typeThatThereIsNotIsRefused() {
        refused(InvalidRequestException.class, () -> only("t999.gigantic"));
    }

    @Test
    void filterFindsWhatItNames() {
        List<InstanceTypeInfo> found = list(DescribeInstanceTypesRequest.builder()
                .addFilter(Filter.of("processor-info.supported-architecture", "arm64"))
                .maxResults(100)
                .build());

        assertThat(found)
                .isNotEmpty()
                .allMatch(type -> type.supportedArchitectures().contains(Architecture.ARM64));
    }

    @Test
    void everyTypeIsOnExactlyOnePage() {
        assertThat(list(DescribeInstanceTypesRequest.builder().maxResults(10).build()))
                .map(InstanceTypeInfo::instanceType)
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }

    private InstanceTypePort types() {
        return arranged(owner.ports().instanceTypes(), "a port for types of instances");
    }

    private InstanceTypeInfo only(String type) {
        return Pages.only(types().describeInstanceTypes(DescribeInstanceTypesRequest.builder()
                .addInstanceType(InstanceType.of(type))
                .build()));
    }

    private List<InstanceTypeInfo> list(DescribeInstanceTypesRequest request) {
        return Pages.items(token -> types().describeInstanceTypes(request.withNextToken(token)));
    }
}
