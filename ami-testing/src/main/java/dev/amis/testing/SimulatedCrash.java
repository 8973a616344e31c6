package dev.amis.testing;

/**
 * The process died at this call, as far as the test is concerned. An {@link Error}, so that no handler of exceptions goes
 * on as if nothing had happened; a test catches it and starts again on the same account.
 */
public final class SimulatedCrash extends Error {

    private static final long serialVersionUID = 1L;

    SimulatedCrash(String message) {
        super(message);
    }
}
