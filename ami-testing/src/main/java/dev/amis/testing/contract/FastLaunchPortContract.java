package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.ImageId;
import dev.amis.spi.DescribeFastLaunchImagesRequest;
import dev.amis.spi.FastLaunchImage;
import dev.amis.spi.FastLaunchPort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link FastLaunchPort} must do, if it has one. */
public abstract class FastLaunchPortContract extends Rules {

    private static final ImageId FIRST = ImageId.of("ami-00000000000000001");
    private static final ImageId SECOND = ImageId.of("ami-00000000000000002");

    /** Makes a contract. */
    protected FastLaunchPortContract() {}

    @Test
    void whatIsNotConfiguredIsNotAnswered() {
        assertThat(all(OptionalInt.empty())).map(FastLaunchImage::imageId).doesNotContain(FIRST);
    }

    @Test
    void configuredImagesAreAnswered() {
        Assumptions.assumeTrue(world.fastLaunch(FIRST), "images cannot be configured for fast launch here");

        assertThat(all(OptionalInt.empty()))
                .filteredOn(image -> image.imageId().equals(FIRST))
                .map(FastLaunchImage::stateText)
                .containsExactly("enabled");
    }

    @Test
    void everyPageIsToBeFollowed() {
        Assumptions.assumeTrue(
                world.fastLaunch(FIRST) && world.fastLaunch(SECOND),
                "images cannot be configured for fast launch here");

        assertThat(all(OptionalInt.of(1))).map(FastLaunchImage::imageId).contains(FIRST, SECOND);
    }

    private List<FastLaunchImage> all(OptionalInt size) {
        return Pages.items(token -> port().describeFastLaunchImages(new DescribeFastLaunchImagesRequest(size, token)));
    }

    private FastLaunchPort port() {
        Optional<FastLaunchPort> port = owner.ports().fastLaunch();
        Assumptions.assumeTrue(port.isPresent(), "the provider has no port for fast launch");
        return port.orElseThrow();
    }
}
