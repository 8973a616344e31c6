package dev.amis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.spi.SnapshotDeletion;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CountedCallsTest {

    private static final DescribeInstancesRequest INSTANCES =
            DescribeInstancesRequest.builder().build();
    private final ProviderException down =
            new ProviderException(Failure.of("DescribeInstances", "it is down").build());

    private final CountedCalls calls = new CountedCalls(provider());
    private final RegionalProvider region = calls.in(Region.EU_WEST_1);

    @Test
    void askingForPortsIsNoCall() {
        region.images();
        region.launchTemplates();
        assertThat(region.recycleBin()).isEmpty();
        assertThat(region.region()).isEqualTo(Region.EU_WEST_1);
        assertThat(calls.count()).isZero();
    }

    @Test
    void everyCallOfAPortCountsWhereverItsClassGotItFrom() {
        region.images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .build());
        region.images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .build());
        region.launchTemplates()
                .orElseThrow()
                .describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest.builder()
                        .addVersion("$Latest")
                        .build());
        assertThat(calls.count()).isEqualTo(3);
    }

    @Test
    void aCallThatFailsCountsAndFailsAsItDid() {
        assertThatThrownBy(() -> region.instances().describeInstances(INSTANCES))
                .isSameAs(down);
        assertThat(calls.count()).isEqualTo(1);
    }

    @Test
    void allRegionsCountTogether() {
        region.images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .build());
        calls.in(Region.US_EAST_1)
                .images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .build());
        assertThat(calls.count()).isEqualTo(2);
    }

    private class ImagesOfAll implements ImagePort {

        @Override
        public Page<Image> describeImages(DescribeImagesRequest request) {
            return Page.only(List.of());
        }

        @Override
        public ImageId createImage(CreateImageRequest request) {
            throw down;
        }

        @Override
        public ImageId registerImage(RegisterImageRequest request) {
            throw down;
        }

        @Override
        public ImageId copyImage(CopyImageRequest request) {
            throw down;
        }

        @Override
        public List<SnapshotDeletion> deregisterImage(DeregisterImageRequest request) {
            throw down;
        }
    }

    /** Its class names no port itself. */
    private final class ImagesOfSome extends ImagesOfAll {}

    private AmiProvider provider() {
        LaunchTemplatePort templates = stub(LaunchTemplatePort.class, name -> Page.only(List.of()));
        InstancePort instances = request -> {
            throw down;
        };
        RegionalProvider region = stub(RegionalProvider.class, name -> switch (name) {
            case "region" -> Region.EU_WEST_1;
            case "images" -> new ImagesOfSome();
            case "instances" -> instances;
            case "launchTemplates" -> Optional.of(templates);
            default -> Optional.empty();
        });
        return stub(AmiProvider.class, name -> region);
    }

    private static <T> T stub(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName())));
    }
}
