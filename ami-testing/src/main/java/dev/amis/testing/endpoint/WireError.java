package dev.amis.testing.endpoint;

import java.util.Map;

/** A refusal as it goes over the wire: HTTP status, EC2's code, and a sentence. */
final class WireError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("UnauthorizedOperation", 403),
            Map.entry("AccessDenied", 403),
            Map.entry("AuthFailure", 403),
            Map.entry("ForbiddenException", 403),
            Map.entry("ResourceNotFoundException", 404),
            Map.entry("DryRunOperation", 412),
            Map.entry("CallRateLimitExceededException", 429),
            Map.entry("RequestLimitExceeded", 503),
            Map.entry("Unavailable", 503),
            Map.entry("ServiceUnavailableException", 503),
            Map.entry("InsufficientInstanceCapacity", 500),
            Map.entry("ResourceContention", 500),
            Map.entry("InternalServerError", 500),
            Map.entry("ServiceException", 500),
            Map.entry("InternalError", 500));

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
