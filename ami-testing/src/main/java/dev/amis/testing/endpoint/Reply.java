package dev.amis.testing.endpoint;

import java.nio.charset.StandardCharsets;

/**
 * An answer as it goes over the wire.
 *
 * @param status the HTTP status
 * @param contentType what the body is
 * @param requestId the id that clients quote
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; replies are never compared
record Reply(int status, String contentType, String requestId, byte[] body) {

    static Reply xml(int status, String requestId, byte[] body) {
        return new Reply(status, "text/xml;charset=UTF-8", requestId, body);
    }

    static Reply json(int status, String requestId, String body) {
        return new Reply(status, "application/json", requestId, body.getBytes(StandardCharsets.UTF_8));
    }
}
