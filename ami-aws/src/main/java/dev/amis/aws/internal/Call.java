package dev.amis.aws.internal;

import java.util.Optional;

/**
 * One call of the provider, as the chain of attempts needs to know it.
 *
 * @param action the AWS action, with the prefix of its service unless that is EC2
 * @param repeat what may be done when the answer is lost
 * @param resource the resource it is about
 * @param bucket the request budget that it draws on
 */
public record Call(String action, Repeat repeat, Optional<String> resource, String bucket) {

    /** What may be done when it cannot be told whether a call had its effect. */
    public enum Repeat {
        /** It reads, or doing it twice is as doing it once: it is simply made again. */
        FREELY,
        /** Doing it twice may make two: nobody repeats it who has not looked. */
        AFTER_LOOKING
    }

    /**
     * A call that may be repeated freely.
     *
     * @param action the AWS action
     * @return the call
     */
    public static Call of(String action) {
        return new Call(action, Repeat.FREELY, Optional.empty(), action);
    }

    /**
     * A call about a resource that may be repeated freely.
     *
     * @param action the AWS action
     * @param resource an id or name
     * @return the call
     */
    public static Call of(String action, Object resource) {
        return new Call(action, Repeat.FREELY, Optional.of(resource.toString()), action);
    }

    /**
     * A question for everything there is, neither by id, filter nor page, for which EC2 has a smaller bucket.
     *
     * @param action the AWS action
     * @return the call
     */
    public static Call everything(String action) {
        return new Call(action, Repeat.FREELY, Optional.empty(), action + " of everything");
    }

    /**
     * A call about a resource that makes something without a client token.
     *
     * @param action the AWS action
     * @param resource an id or name
     * @return the call
     */
    public static Call making(String action, Object resource) {
        return new Call(action, Repeat.AFTER_LOOKING, Optional.of(resource.toString()), action);
    }

    /** The service that answers, as IAM writes it. */
    String service() {
        int colon = action.indexOf(':');
        return colon < 0 ? "ec2" : action.substring(0, colon);
    }
}
