package dev.amis.testing.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.amis.spi.RegionalProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The services that speak JSON: Systems Manager and KMS name their action in a header, Image Builder in the address. What
 * nobody asks for is never loaded.
 */
final class JsonServices {

    private static final Map<String, String> TARGETS = Map.of("ssm", "AmazonSSM.", "kms", "TrentService.");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Action> ACTIONS = new ConcurrentHashMap<>();

    private JsonServices() {}

    static Reply reply(String service, Request request, RegionalProvider account, String requestId) {
        String prefix = TARGETS.get(service);
        String name = prefix == null ? request.method() + " " + request.path() : target(service, prefix, request);
        Action action = ACTIONS.computeIfAbsent(service + " " + name, key -> find(service, name));
        SdkPojo answer = action.serve(body(request), request.query(), account);
        return Reply.json(200, requestId, JsonCodec.write(answer).toString());
    }

    private static String target(String service, String prefix, Request request) {
        if (!request.target().startsWith(prefix)) {
            throw new WireError("UnknownOperationException", "The header X-Amz-Target names no action of " + service);
        }
        return request.target().substring(prefix.length());
    }

    private static Action find(String service, String name) {
        Action action = load(service, name);
        if (action == null) {
            throw new WireError(
                    "UnknownOperationException", "The action " + name + " of " + service + " is not imitated");
        }
        return action;
    }

    private static @Nullable Action load(String service, String name) {
        try {
            return switch (service) {
                case "ssm" -> ssm(name);
                case "kms" -> KeyActions.find(name);
                default -> RecipeActions.find(name);
            };
        } catch (NoClassDefFoundError missing) {
            throw new WireError(
                    "UnknownOperationException",
                    "The service " + service + " needs software.amazon.awssdk:" + service + " on the path");
        }
    }

    private static @Nullable Action ssm(String name) {
        Action action = ParameterActions.find(name);
        return action == null ? CommandActions.find(name) : action;
    }

    private static JsonNode body(Request request) {
        if (request.body().isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException malformed) {
            throw new WireError("SerializationException", "The request is not JSON");
        }
    }
}
