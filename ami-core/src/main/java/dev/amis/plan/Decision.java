package dev.amis.plan;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a plan decided about one image, and why.
 *
 * @param region the Region of the image
 * @param imageId the image
 * @param name its name, empty if it has none
 * @param created when it was made, nothing if EC2 did not tell
 * @param volumeGib the sizes of its EBS volumes added up in GiB, an upper bound of what its snapshots store
 * @param family the family it belongs to, empty if to none
 * @param rank its place in the family, 1 for the newest; 0 if it belongs to none
 * @param verdict what is to be done with it
 * @param reasons why, at least one
 */
public record Decision(
        Region region,
        ImageId imageId,
        String name,
        Optional<Instant> created,
        long volumeGib,
        String family,
        int rank,
        Verdict verdict,
        List<Reason> reasons) {

    /** Makes a decision of a copy of the reasons. */
    public Decision {
        reasons = List.copyOf(reasons);
    }
}
