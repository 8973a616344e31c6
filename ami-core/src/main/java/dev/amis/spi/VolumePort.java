package dev.amis.spi;

/**
 * Volumes of one Region.
 */
public interface VolumePort {

    /**
     * Calls {@code DescribeVolumes} once.
     *
     * @param request which volumes, and which page
     * @return one page, in no particular order
     */
    Page<Volume> describeVolumes(DescribeVolumesRequest request);
}
