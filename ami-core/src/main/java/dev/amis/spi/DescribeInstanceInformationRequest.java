package dev.amis.spi;

import dev.amis.model.InstanceId;
import java.util.List;
import java.util.Optional;

/**
 * A question for instances that Systems Manager manages.
 *
 * @param instanceIds which instances, at most 50; none stands for all
 * @param nextToken the page to go on with
 */
public record DescribeInstanceInformationRequest(List<InstanceId> instanceIds, Optional<String> nextToken) {

    /** The most instances that can be named. */
    public static final int MOST = 50;

    /**
     * Makes a question.
     *
     * @throws IllegalArgumentException if more instances are named than SSM takes
     */
    public DescribeInstanceInformationRequest {
        instanceIds = List.copyOf(instanceIds);
        if (instanceIds.size() > MOST) {
            throw new IllegalArgumentException(
                    "instanceIds has " + instanceIds.size() + " entries, but at most " + MOST + " are allowed");
        }
    }
}
