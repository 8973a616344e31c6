package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.amis.model.Region;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * An AWS that answers what a test says, and what came over the wire. Each test has a clock of its own, which only sleeping
 * moves; its providers are closed after it.
 */
final class StubbedAws
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    static {
        LogTape.insert();
    }

    static final String SECRET = "wJalrXUtnFEMI-not-to-be-seen";

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().containerThreads(40));
    private final List<AwsProvider> providers = new ArrayList<>();
    private MovableTime time = new MovableTime();

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    /** For tests that no extension reaches. */
    StubbedAws start() {
        server.start();
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        forget();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        disconnect();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    @Override
    public void close() {
        disconnect();
        server.stop();
    }

    /** Nothing is stubbed and nothing was asked, and it is early in the morning. */
    void forget() {
        server.resetAll();
        time = new MovableTime();
    }

    private void disconnect() {
        providers.forEach(AwsProvider::close);
        providers.clear();
    }

    MovableTime time() {
        return time;
    }

    URI uri() {
        return URI.create(server.baseUrl());
    }

    AwsProvider connect() {
        return connect(builder());
    }

    AwsProvider connect(AwsProvider.Builder builder) {
        AwsProvider provider = builder.build();
        providers.add(provider);
        return provider;
    }

    AwsProvider.Builder builder() {
        return AwsProvider.builder()
                .region(Region.EU_WEST_1)
                .credentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA111122223333", SECRET)))
                .endpoint(uri())
                .clock(time)
                .sleeper(time)
                .random(new Random(7));
    }

    static ResponseDefinitionBuilder ok(String body) {
        return aResponse().withStatus(200).withBody(body);
    }

    static ResponseDefinitionBuilder refusal(int status, String code) {
        return refusal(status, code, "Because.");
    }

    static ResponseDefinitionBuilder refusal(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withBody("<Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></Errors><RequestID>request-1</RequestID></Response>");
    }

    void always(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    /** Answers an action, however often; this goes before what was said earlier. */
    void answers(String action, ResponseDefinitionBuilder answer) {
        server.stubFor(asked(action).willReturn(answer));
    }

    /** Gives each answer once, and the last for ever. */
    void inTurn(ResponseDefinitionBuilder... answers) {
        for (int turn = 0; turn < answers.length; turn++) {
            ScenarioMappingBuilder stub = post(anyUrl())
                    .inScenario("in turn")
                    .whenScenarioStateIs(turn == 0 ? STARTED : "turn " + turn)
                    .willReturn(answers[turn]);
            boolean last = turn == answers.length - 1;
            server.stubFor(last ? stub : stub.willSetStateTo("turn " + (turn + 1)));
        }
    }

    int calls() {
        return server.findAll(postRequestedFor(anyUrl())).size();
    }

    int calls(String action) {
        return (int) requests().stream()
                .filter(request -> action.equals(request.get("Action")))
                .count();
    }

    /** The parameters of each request, in the order in which they came. */
    List<Map<String, String>> requests() {
        return logged().stream()
                .map(request -> parameters(request.getBodyAsString()))
                .toList();
    }

    /** The requests as they came, first things first. */
    List<LoggedRequest> logged() {
        return server.findAll(postRequestedFor(anyUrl())).stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    private static MappingBuilder asked(String action) {
        return post(anyUrl()).withRequestBody(containing("Action=" + action + "&"));
    }

    private static Map<String, String> parameters(String body) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
