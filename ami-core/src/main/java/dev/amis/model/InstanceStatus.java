package dev.amis.model;

/**
 * The state of an instance and its two status checks.
 *
 * <p>Source: EC2 API Reference, InstanceStatus.
 *
 * @param instanceId the instance
 * @param stateText EC2's word for its state
 * @param instanceCheck whether what runs on the machine answers
 * @param systemCheck whether the machine beneath works
 */
public record InstanceStatus(
        InstanceId instanceId, String stateText, StatusCheck instanceCheck, StatusCheck systemCheck) {

    /**
     * The state.
     *
     * @return the state, {@code UNKNOWN} for a word this version does not know
     */
    public InstanceState state() {
        return InstanceState.parse(stateText);
    }

    /**
     * Tells whether the instance runs and both checks passed.
     *
     * @return whether it does
     */
    public boolean isOk() {
        return state() == InstanceState.RUNNING && instanceCheck == StatusCheck.OK && systemCheck == StatusCheck.OK;
    }

    /** The status as one line for people. */
    @Override
    public String toString() {
        return instanceId + " (" + stateText + ", instance check " + instanceCheck + ", system check " + systemCheck
                + ")";
    }
}
