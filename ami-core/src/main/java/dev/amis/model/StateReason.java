package dev.amis.model;

/**
 * Why a resource is in its state, in EC2's words.
 *
 * @param code for example {@code Client.InstanceTerminated}
 * @param message a sentence for people
 */
public record StateReason(String code, String message) {

    @Override
    public String toString() {
        return code + ": " + message;
    }
}
