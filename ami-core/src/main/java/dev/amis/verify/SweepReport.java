package dev.amis.verify;

import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import java.util.List;

/**
 * What a sweep did.
 *
 * @param region where
 * @param ended the test instances that EC2 took the order to end
 * @param left those that it did not
 */
public record SweepReport(Region region, List<InstanceId> ended, List<InstanceId> left) {

    /** Makes a report of copies of the lists. */
    public SweepReport {
        ended = List.copyOf(ended);
        left = List.copyOf(left);
    }

    /**
     * Tells whether nothing is left.
     *
     * @return whether all that was found was ended
     */
    public boolean isComplete() {
        return left.isEmpty();
    }
}
