package dev.amis.aws.internal;

import dev.amis.model.ImageId;
import dev.amis.spi.DescribeFastLaunchImagesRequest;
import dev.amis.spi.FastLaunchImage;
import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.Page;
import software.amazon.awssdk.services.ec2.model.DescribeFastLaunchImagesSuccessItem;

/** Fast launch through the SDK. */
final class Ec2FastLaunchPort implements FastLaunchPort {

    private final Ec2 ec2;

    Ec2FastLaunchPort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<FastLaunchImage> describeFastLaunchImages(DescribeFastLaunchImagesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeFastLaunchImagesRequest.builder();
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer =
                ec2.make(Call.of("DescribeFastLaunchImages"), () -> ec2.client().describeFastLaunchImages(built));
        return Ec2.page(
                answer.fastLaunchImages().stream().map(Ec2FastLaunchPort::read).toList(), answer.nextToken());
    }

    private static FastLaunchImage read(DescribeFastLaunchImagesSuccessItem image) {
        return new FastLaunchImage(
                ImageId.of(image.imageId()), Texts.text(image.stateAsString()).orElse(""));
    }
}
