package dev.amis.testing.endpoint;

import dev.amis.spi.FastLaunchImage;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeFastLaunchImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFastLaunchImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFastLaunchImagesSuccessItem;

/** Which images are configured for fast launch. */
final class FastLaunchActions {

    private FastLaunchActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeFastLaunchImages" ->
                Action.of(
                        DescribeFastLaunchImagesRequest::builder,
                        DescribeFastLaunchImagesRequest.class,
                        FastLaunchActions::describe,
                        "MaxResults",
                        "NextToken");
            default -> null;
        };
    }

    private static SdkPojo describe(DescribeFastLaunchImagesRequest request, RegionalProvider account) {
        var asked = new dev.amis.spi.DescribeFastLaunchImagesRequest(
                request.maxResults() == null ? OptionalInt.empty() : OptionalInt.of(request.maxResults()),
                Optional.ofNullable(request.nextToken()));
        Page<FastLaunchImage> page =
                Read.required("port", account.fastLaunch().orElse(null)).describeFastLaunchImages(asked);
        return DescribeFastLaunchImagesResponse.builder()
                .fastLaunchImages(
                        page.items().stream().map(FastLaunchActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static DescribeFastLaunchImagesSuccessItem write(FastLaunchImage image) {
        return DescribeFastLaunchImagesSuccessItem.builder()
                .imageId(image.imageId().value())
                .resourceType("snapshot")
                .state(image.stateText())
                .build();
    }
}
