package dev.amis.model;

/**
 * What starting, stopping or terminating did to an instance.
 *
 * @param instanceId the instance
 * @param previousState EC2's word for its state before
 * @param currentState EC2's word for its state from now on
 */
public record InstanceStateChange(InstanceId instanceId, String previousState, String currentState) {

    /**
     * The state before.
     *
     * @return the state, {@code UNKNOWN} for a word this version does not know
     */
    public InstanceState before() {
        return InstanceState.parse(previousState);
    }

    /**
     * The state from now on.
     *
     * @return the state, {@code UNKNOWN} for a word this version does not know
     */
    public InstanceState after() {
        return InstanceState.parse(currentState);
    }

    /** The change as one line for people. */
    @Override
    public String toString() {
        return instanceId + " " + previousState + " -> " + currentState;
    }
}
