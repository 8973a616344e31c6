package dev.amis.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that this library reports as failed. */
public abstract sealed class AmiException extends RuntimeException
        permits AccessDeniedException,
                ConflictException,
                ImageFailedException,
                InvalidRequestException,
                NotFoundException,
                OutcomeUnknownException,
                ProviderException,
                QuotaExceededException,
                StalePlanException,
                ThrottledException,
                UnsupportedCapabilityException,
                WaitInterruptedException,
                WaitTimeoutException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    AmiException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /**
     * The parts of the message, for programs.
     *
     * @return what is known of the failure
     */
    public final Failure failure() {
        return failure;
    }

    /**
     * Tells whether AWS answered a certain error code.
     *
     * @param code for example {@code InvalidAMIID.NotFound}
     * @return whether it was this one
     */
    public final boolean hasCode(String code) {
        return failure.code().map(ErrorCodes::bare).filter(code::equals).isPresent();
    }
}
