package dev.amis.spi;

/** EC2's own answer to who refers to images, for some kinds of resources of the caller's account in one Region. */
public interface ImageReferencePort {

    /**
     * Calls {@code DescribeImageReferences} once. EC2 looks with the caller's permissions, and takes several more for it.
     *
     * @param request which images, which kinds of resources, and which page
     * @return one page
     */
    Page<ImageReference> describeImageReferences(DescribeImageReferencesRequest request);
}
