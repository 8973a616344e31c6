package dev.amis.model;

/**
 * Where an image is in its life. Deprecation, protection and being public are attributes, not states.
 *
 * <p>Source of the transitions: EC2 User Guide, "Amazon EC2 AMI lifecycle".
 */
public enum ImageState {
    /** Being made; it becomes {@link #AVAILABLE} or {@link #FAILED} by itself, or is cancelled by deregistering it. */
    PENDING("pending"),
    /** Ready to launch. */
    AVAILABLE("available"),
    /** Named by EC2 without a documented transition; never usable. */
    INVALID("invalid"),
    /** Gone, but still remembered for a while. */
    DEREGISTERED("deregistered"),
    /** Named by EC2 without a documented transition; never usable. */
    TRANSIENT("transient"),
    /** Could not be made; the state reason says why. It lingers until it is deregistered. */
    FAILED("failed"),
    /** Named by EC2 without a documented transition; never usable. */
    ERROR("error"),
    /** Taken out of use: hidden, without launch permissions, and impossible to launch until it is enabled again. */
    DISABLED("disabled"),
    /** A state that this version does not know; {@link Image#stateText()} has EC2's word. */
    UNKNOWN("unknown");

    private final String text;

    ImageState(String text) {
        this.text = text;
    }

    /**
     * Reads EC2's word.
     *
     * @param text what EC2 answered
     * @return the state, {@link #UNKNOWN} for a word this version does not know
     */
    public static ImageState parse(String text) {
        for (ImageState state : values()) {
            if (state.text.equals(text)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /**
     * EC2's word.
     *
     * @return for example {@code available}
     */
    public String text() {
        return text;
    }

    /**
     * Tells whether EC2 can take an image from this state to another.
     *
     * @param next the state it might go to
     * @return true for {@code pending → available, failed, deregistered}, {@code available → disabled, deregistered},
     *     {@code disabled → available, deregistered}, {@code failed → deregistered} and {@code deregistered → available}
     *     (out of the Recycle Bin)
     */
    public boolean canBecome(ImageState next) {
        return switch (this) {
            case PENDING -> next == AVAILABLE || next == FAILED || next == DEREGISTERED;
            case AVAILABLE -> next == DISABLED || next == DEREGISTERED;
            case DISABLED -> next == AVAILABLE || next == DEREGISTERED;
            case FAILED -> next == DEREGISTERED;
            case DEREGISTERED -> next == AVAILABLE;
            case INVALID, TRANSIENT, ERROR, UNKNOWN -> false;
        };
    }

    /**
     * Tells whether waiting for the image to become available is pointless from here on.
     *
     * @return true for {@link #FAILED}, {@link #INVALID}, {@link #ERROR} and {@link #DEREGISTERED}
     */
    public boolean endsWaiting() {
        return this == FAILED || this == INVALID || this == ERROR || this == DEREGISTERED;
    }

    @Override
    public String toString() {
        return text;
    }
}
