package dev.amis.spi;

import java.util.Optional;

/**
 * How one version of a launch template fared that was to be deleted.
 *
 * @param versionNumber the version
 * @param errorCode EC2's code if it was not deleted, for example {@code launchTemplateVersionDoesNotExist}
 * @param message EC2's words if it was not deleted
 */
public record TemplateVersionDeletion(long versionNumber, Optional<String> errorCode, Optional<String> message) {

    /**
     * Tells whether the version is gone.
     *
     * @return whether it was deleted
     */
    public boolean isDeleted() {
        return errorCode.isEmpty();
    }

    @Override
    public String toString() {
        return "version " + versionNumber
                + errorCode.map(code -> " kept: " + code).orElse(" deleted");
    }
}
