package dev.amis.model;

/**
 * Where an image is in its life. Deprecation, protection and being public are attributes, not states.
 *
 * <table class="striped">
 * <caption>The life of an image</caption>
 * <thead><tr><th scope="col">from</th><th scope="col">to</th><th scope="col">by</th></tr></thead>
 * <tbody>
 * <tr><th scope="row">nothing</th><td>pending</td><td>{@code CreateImage}, {@code CopyImage}, {@code RegisterImage}</td></tr>
 * <tr><th scope="row">pending</th><td>available</td><td>itself, once all its snapshots are complete</td></tr>
 * <tr><th scope="row">pending</th><td>failed</td><td>itself; the state reason says why</td></tr>
 * <tr><th scope="row">pending</th><td>deregistered</td><td>{@code DeregisterImage}, which cancels the making</td></tr>
 * <tr><th scope="row">available</th><td>disabled</td><td>{@code DisableImage}</td></tr>
 * <tr><th scope="row">disabled</th><td>available</td><td>{@code EnableImage}</td></tr>
 * <tr><th scope="row">available, disabled, failed</th><td>deregistered</td><td>{@code DeregisterImage}</td></tr>
 * <tr><th scope="row">deregistered</th><td>available</td>
 *     <td>{@code RestoreImageFromRecycleBin}, where a rule kept the image</td></tr>
 * </tbody>
 * </table>
 *
 * <table class="striped">
 * <caption>What can be done in which state; deprecated images count as available</caption>
 * <thead><tr><th scope="col">{@link ImageOperation}</th><th scope="col">pending</th><th scope="col">available</th>
 *     <th scope="col">disabled</th><th scope="col">failed</th></tr></thead>
 * <tbody>
 * <tr><th scope="row">LAUNCH, COPY, SHARE, MODIFY, DEPRECATE, DISABLE</th><td>no</td><td>yes</td><td>no</td><td>no</td></tr>
 * <tr><th scope="row">ENABLE</th><td>no</td><td>no</td><td>yes</td><td>no</td></tr>
 * <tr><th scope="row">PROTECT</th><td>no</td><td>yes</td><td>yes</td><td>no</td></tr>
 * <tr><th scope="row">DEREGISTER (unless protected), TAG</th><td>yes</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * </tbody>
 * </table>
 *
 * <p>In the other states nothing can be done. Source: EC2 User Guide, "Amazon EC2 AMI lifecycle", "Monitor AMI events using
 * Amazon EventBridge".
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
