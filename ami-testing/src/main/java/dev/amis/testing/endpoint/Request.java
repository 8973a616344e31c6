package dev.amis.testing.endpoint;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A request as it came over the wire.
 *
 * @param method the HTTP method
 * @param uri path and query
 * @param authorization the header that names account, Region and service
 * @param contentType what the body is said to be
 * @param target the header that names the action where the address does not
 * @param body the body as text
 */
record Request(String method, URI uri, String authorization, String contentType, String target, String body) {

    Request(String method, URI uri, String authorization, String contentType, String target, byte[] body) {
        this(method, uri, authorization, contentType, target, new String(body, StandardCharsets.UTF_8));
    }

    boolean isJson() {
        return contentType.toLowerCase(Locale.ROOT).contains("json");
    }

    /** The parameters of the body, or of the address where there is no body; whatever the content is said to be. */
    Parameters parameters() {
        String query = uri.getRawQuery();
        return Parameters.parse(body.isEmpty() && query != null ? query : body);
    }

    String path() {
        return uri.getPath();
    }

    /** The parameters of the address. */
    Parameters query() {
        return Parameters.parse(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }
}
