package dev.amis.testing.internal;

import java.util.Optional;

/** A refusal in EC2's own words. */
public final class Ec2Error extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String reason;
    private final transient Optional<Call> call;

    /**
     * Refuses something.
     *
     * @param code EC2's error code
     * @param message EC2's sentence
     */
    public Ec2Error(String code, String message) {
        super(message);
        this.code = code;
        this.reason = message;
        this.call = Optional.empty();
    }

    private Ec2Error(Ec2Error error, Call call) {
        super(error.reason, error);
        this.code = error.code;
        this.reason = error.reason;
        this.call = Optional.of(call);
    }

    /** This refusal as the answer to a call. */
    Ec2Error to(Call answered) {
        return new Ec2Error(this, answered);
    }

    /** EC2's error code. */
    public String code() {
        return code;
    }

    /** EC2's sentence. */
    public String reason() {
        return reason;
    }

    /** The call that was refused; nothing while the refusal has not left the world yet. */
    public Optional<Call> call() {
        return call;
    }

    /** The HTTP status that EC2 sends with the code. */
    public int status() {
        return switch (code) {
            case "UnauthorizedOperation", "AuthFailure", "AccessDenied" -> 403;
            case "DryRunOperation" -> 412;
            case "RequestLimitExceeded", "Unavailable", "InsufficientInstanceCapacity" -> 503;
            case "InternalError" -> 500;
            default -> 400;
        };
    }
}
