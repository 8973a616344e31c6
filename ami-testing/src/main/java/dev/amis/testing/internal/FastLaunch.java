package dev.amis.testing.internal;

import dev.amis.spi.DescribeFastLaunchImagesRequest;
import dev.amis.spi.FastLaunchImage;
import dev.amis.spi.Page;
import java.util.List;

/** {@code DescribeFastLaunchImages}. */
final class FastLaunch {

    private final World world;
    private final Paging paging;

    FastLaunch(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    Page<FastLaunchImage> describe(Call call, DescribeFastLaunchImagesRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(0, 200);
        world.permit(call);
        List<FastLaunchImage> all = world.holding(call).fastLaunch().stream()
                .map(image -> new FastLaunchImage(image, "enabled"))
                .toList();
        return paging.page(all, ask);
    }
}
