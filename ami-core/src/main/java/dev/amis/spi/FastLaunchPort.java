package dev.amis.spi;

/**
 * Fast launch of Windows images in one Region.
 */
public interface FastLaunchPort {

    /**
     * Calls {@code DescribeFastLaunchImages} once.
     *
     * @param request which page
     * @return one page, in no particular order
     */
    Page<FastLaunchImage> describeFastLaunchImages(DescribeFastLaunchImagesRequest request);
}
