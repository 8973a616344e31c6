package dev.amis.testing.internal;

/** The connection broke before an answer came: the caller cannot tell whether the call had its effect. */
public final class LostAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a client gets to hear. */
    public static final String REASON = "the connection was closed before an answer came";

    private final transient Call call;
    private final boolean afterEffect;

    LostAnswer(Call call, boolean afterEffect) {
        super(REASON);
        this.afterEffect = afterEffect;
        this.call = call;
    }

    /** The call that was not answered. */
    public Call call() {
        return call;
    }

    /** Whether the call had its effect, which its caller does not learn. */
    public boolean isAfterEffect() {
        return afterEffect;
    }
}
