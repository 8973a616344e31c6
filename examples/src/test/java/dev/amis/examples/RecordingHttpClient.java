package dev.amis.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Sends requests, and notes what IAM would have to allow for each: its action, and those that its parameters bring in. */
final class RecordingHttpClient implements SdkHttpClient {

    private static final Pattern SERVICE = Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([^/]+)/aws4_request");

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final Set<String> actions = new ConcurrentSkipListSet<>();

    /** What had to be allowed so far. */
    Set<String> actions() {
        return new TreeSet<>(actions);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        String signature =
                request.httpRequest().firstMatchingHeader("Authorization").orElseThrow();
        Matcher service = SERVICE.matcher(signature);
        if (!service.find()) {
            throw new IllegalStateException("no service in " + signature);
        }
        switch (service.group(1)) {
            case "ec2" -> addEc2(body(request));
            case "autoscaling" -> addAutoScaling(body(request));
            case "ssm", "kms" ->
                addTarget(
                        service.group(1),
                        request.httpRequest()
                                .firstMatchingHeader("X-Amz-Target")
                                .orElseThrow());
            // Image Builder's actions are its paths.
            case "imagebuilder" ->
                actions.add(
                        "imagebuilder:" + request.httpRequest().encodedPath().substring(1));
            case "rbin" -> addRecycleBin(request.httpRequest().encodedPath());
            case "sts" -> {
                // GetCallerIdentity needs no permission: IAM User Guide, and it answers even where it is denied.
                if (!body(request).contains("Action=GetCallerIdentity")) {
                    throw new IllegalStateException("unknown call of sts");
                }
            }
            default -> throw new IllegalStateException("unknown service in " + signature);
        }
        return http.prepareRequest(request);
    }

    @Override
    public void close() {
        http.close();
    }

    private void addEc2(String body) {
        for (String pair : body.split("&", -1)) {
            String key = pair.substring(0, pair.indexOf('='));
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            if (key.equals("Action")) {
                actions.add("ec2:" + value);
            } else if (key.startsWith("TagSpecification.") || pair.equals("CopyImageTags=true")) {
                // Tagging on creation is authorized by the action that tags what exists.
                actions.add("ec2:CreateTags");
            } else if (pair.equals("DeleteAssociatedSnapshots=true")) {
                // Without it the answer says missing-permissions for each snapshot.
                actions.add("ec2:DeleteSnapshot");
            }
        }
    }

    private void addAutoScaling(String body) {
        for (String pair : body.split("&", -1)) {
            if (pair.startsWith("Action=")) {
                actions.add("autoscaling:" + pair.substring("Action=".length()));
            }
        }
    }

    private void addTarget(String service, String target) {
        actions.add(service + ":" + target.substring(target.indexOf('.') + 1));
    }

    private void addRecycleBin(String path) {
        if (path.equals("/list-rules")) {
            actions.add("rbin:ListRules");
        } else if (path.startsWith("/rules/")) {
            actions.add("rbin:GetRule");
        } else {
            throw new IllegalStateException("unknown call of rbin: " + path);
        }
    }

    private static String body(HttpExecuteRequest request) {
        try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
