package dev.amis.spi;

/**
 * The setting of an account and Region that keeps images from being made public. Images that are public already stay so.
 */
public interface BlockPublicAccessPort {

    /**
     * Calls {@code GetImageBlockPublicAccessState}.
     *
     * @return whether new public sharing is blocked
     */
    boolean isBlocked();

    /**
     * Calls {@code EnableImageBlockPublicAccess}. It may take up to ten minutes to be in force.
     */
    void block();

    /**
     * Calls {@code DisableImageBlockPublicAccess}.
     *
     * @throws dev.amis.error.AccessDeniedException if a declarative policy manages the setting
     */
    void unblock();
}
