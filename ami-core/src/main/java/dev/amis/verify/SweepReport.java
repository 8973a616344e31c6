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
 * @param unproved instances with the tag {@code amis:verification} that no verification launched, as copies of a tag; a sweep
 *     leaves them alone
 */
public record SweepReport(Region region, List<InstanceId> ended, List<InstanceId> left, List<InstanceId> unproved) {

    /** Makes a report of copies of the lists. */
    public SweepReport {
        ended = List.copyOf(ended);
        left = List.copyOf(left);
        unproved = List.copyOf(unproved);
    }

    /**
     * Tells whether nothing is left.
     *
     * @return whether all that a verification launched and that was due was ended
     */
    public boolean isComplete() {
        return left.isEmpty();
    }
}
