package dev.amis.create;

/**
 * One step of a bake and what became of it.
 *
 * @param kind which step
 * @param outcome what became of it
 * @param detail more of it, for people
 */
public record BakeStep(Kind kind, Outcome outcome, String detail) {

    /** The steps, in their order. */
    public enum Kind {
        /** A script runs on the instance. */
        PREPARE,
        /** The instance is stopped, so that its file systems are whole. */
        STOP,
        /** The image is made and awaited. */
        CREATE,
        /** The instance is brought back into the state that it had. */
        START,
        /** The image is tested. */
        VERIFY,
        /** The image is tagged as tested. */
        TAG,
        /** The image is handed on. */
        PUBLISH,
        /** What was handed on is taken back, because handing it on further failed. */
        WITHDRAW,
        /** What must not stay is removed. */
        REMOVE
    }

    /** What became of a step. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** An earlier run had done it. */
        FOUND_DONE,
        /** It failed. */
        FAILED
    }

    /** The step as a line for people. */
    @Override
    public String toString() {
        return kind + " " + outcome + (detail.isEmpty() ? "" : ": " + detail);
    }
}
