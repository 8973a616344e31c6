package dev.amis.aws.internal;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * There are no credentials to sign a call with, so it was never sent. Whatever stood in the way is the cause; it says
 * nothing about the service that was to be called.
 */
final class NoCredentialsException extends SdkClientException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> role;

    NoCredentialsException(Optional<String> role, RuntimeException cause) {
        super(SdkClientException.builder()
                .message(String.valueOf(cause.getMessage()))
                .cause(cause));
        this.role = role;
    }

    /** The role that could not be assumed; nothing if it never came to that. */
    Optional<String> role() {
        return role;
    }
}
