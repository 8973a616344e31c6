package dev.amis.testing.endpoint;

import java.util.Map;

/** A refusal as it goes over the wire: HTTP status, EC2's code, and a sentence. */
final class WireError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Integer> STATUS = Map.of(
            "UnauthorizedOperation", 403,
            "AuthFailure", 403,
            "ResourceNotFoundException", 404,
            "DryRunOperation", 412,
            "RequestLimitExceeded", 503,
            "Unavailable", 503,
            "InsufficientInstanceCapacity", 500,
            "InternalError", 500);

    private final String code;

    WireError(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    int status() {
        return STATUS.getOrDefault(code, 400);
    }
}
