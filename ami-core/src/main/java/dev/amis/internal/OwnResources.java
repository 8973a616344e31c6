package dev.amis.internal;

import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.Snapshot;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.RegionalProvider;
import java.util.List;

/** Reads what belongs to the account in a Region, every page: a page that is left out would look like what is gone. */
public final class OwnResources {

    private static final int PAGE = 1_000;

    private OwnResources() {}

    /**
     * Reads images, deprecated and disabled ones as well.
     *
     * @param region the account in a Region
     * @param filters what they must match, nothing for all
     * @return the images
     */
    public static List<Image> images(RegionalProvider region, Filter... filters) {
        DescribeImagesRequest request = DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilters(filters)
                .includeDeprecated(true)
                .includeDisabled(true)
                .maxResults(PAGE)
                .build();
        return Pages.all("DescribeImages", token -> region.images().describeImages(request.withNextToken(token)));
    }

    /**
     * Reads instances.
     *
     * @param region the account in a Region
     * @param request which; an id that EC2 does not know makes it refuse the whole question
     * @return the instances
     * @throws dev.amis.error.NotFoundException if one that was asked for by id is not there
     */
    public static List<Instance> instances(RegionalProvider region, DescribeInstancesRequest request) {
        return Pages.all(
                "DescribeInstances", token -> region.instances().describeInstances(request.withNextToken(token)));
    }

    /**
     * Reads snapshots.
     *
     * @param region the account in a Region
     * @param filters what they must match, nothing for all
     * @return the snapshots
     */
    public static List<Snapshot> snapshots(RegionalProvider region, Filter... filters) {
        DescribeSnapshotsRequest request = DescribeSnapshotsRequest.builder()
                .addOwnerId(ImageOwner.SELF.value())
                .addFilters(filters)
                .maxResults(PAGE)
                .build();
        return Pages.all(
                "DescribeSnapshots", token -> region.snapshots().describeSnapshots(request.withNextToken(token)));
    }
}
