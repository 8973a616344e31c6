package dev.amis.testing.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A client without any library: it sends the very bytes that a test is about. A value; every method answers a new one. */
record Wire(URI endpoint, String accessKey, String region, String service, String contentType, String target) {

    static Wire to(Ec2Endpoint endpoint) {
        return new Wire(endpoint.uri(), "test", "us-east-1", "ec2", "application/x-www-form-urlencoded", "");
    }

    Wire as(String key) {
        return new Wire(endpoint, key, region, service, contentType, target);
    }

    Wire in(String where) {
        return new Wire(endpoint, accessKey, where, service, contentType, target);
    }

    Wire service(String name) {
        return new Wire(endpoint, accessKey, region, name, contentType, target);
    }

    Wire contentType(String type) {
        return new Wire(endpoint, accessKey, region, service, type, target);
    }

    /** Names the action in the header that JSON services read. */
    Wire target(String action) {
        return new Wire(endpoint, accessKey, region, service, contentType, action);
    }

    /** What came back. */
    record Answer(int status, String contentType, String requestId, String body) {

        /** The texts of all elements of a name, in order. */
        List<String> all(String element) {
            return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                    .matcher(body)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }

        String one(String element) {
            List<String> all = all(element);
            if (all.size() != 1) {
                throw new AssertionError("not one " + element + " in " + body);
            }
            return all.get(0);
        }
    }

    /** Posts a form; the protocol's version goes with it. */
    Answer post(String form) {
        try {
            return exchange("/", form + "&Version=2016-11-15");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Posts a form that must succeed. */
    Answer ok(String form) {
        Answer answer = post(form);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer;
    }

    Answer exchange(String path, String body) throws IOException {
        HttpURLConnection http =
                (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
        if (!accessKey.isEmpty()) {
            http.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=" + accessKey + "/20260105/" + region + "/" + service
                            + "/aws4_request, SignedHeaders=host, Signature=none");
        }
        if (!target.isEmpty()) {
            http.setRequestProperty("X-Amz-Target", target);
        }
        if (!body.isEmpty()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            http.setRequestMethod("POST");
            http.setDoOutput(true);
            http.setRequestProperty("Content-Type", contentType);
            // In this mode the JDK does not quietly send a request again whose answer was lost.
            http.setFixedLengthStreamingMode(bytes.length);
            http.getOutputStream().write(bytes);
        }
        int status = http.getResponseCode();
        try (InputStream stream = status < 400 ? http.getInputStream() : http.getErrorStream()) {
            return new Answer(
                    status,
                    Optional.ofNullable(http.getContentType()).orElse(""),
                    Optional.ofNullable(http.getHeaderField("x-amzn-RequestId")).orElse(""),
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
