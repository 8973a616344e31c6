package dev.amis.testing.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RegionalProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The Recycle Bin's rules, a service of its own that speaks JSON over REST: {@code ListRules} and {@code GetRule}. */
final class RecycleBinRules {

    private static final String RULES = "/rules/";

    private final ObjectMapper json = new ObjectMapper();

    Dispatcher.Reply reply(String method, URI uri, byte[] body, RegionalProvider account, String requestId) {
        List<RecycleBinRule> rules =
                Read.required("port", account.recycleBinRules().orElse(null)).listRules();
        if (method.equals("POST") && uri.getPath().equals("/list-rules")) {
            return Dispatcher.Reply.json(200, requestId, list(rules, type(body)));
        }
        if (method.equals("GET") && uri.getPath().startsWith(RULES)) {
            String id = uri.getPath().substring(RULES.length());
            return rules.stream()
                    .filter(rule -> rule.id().equals(id))
                    .findFirst()
                    .map(rule -> Dispatcher.Reply.json(200, requestId, whole(rule)))
                    .orElseGet(
                            () -> error(404, "ResourceNotFoundException", "Rule " + id + " does not exist", requestId));
        }
        return error(400, "ValidationException", method + " " + uri.getPath() + " of rbin is not imitated", requestId);
    }

    private String type(byte[] body) {
        try {
            JsonNode request = json.readTree(new String(body, StandardCharsets.UTF_8));
            return request.path("ResourceType").asText();
        } catch (JsonProcessingException malformed) {
            throw new WireError("ValidationException", "The request is not JSON");
        }
    }

    private String list(List<RecycleBinRule> rules, String type) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode summaries = answer.putArray("Rules");
        rules.stream().filter(rule -> rule.resourceType().name().equals(type)).forEach(rule -> {
            ObjectNode summary = summaries.addObject();
            summary.put("Identifier", rule.id());
            retention(summary, rule);
        });
        return answer.toString();
    }

    private String whole(RecycleBinRule rule) {
        ObjectNode answer = json.createObjectNode();
        answer.put("Identifier", rule.id());
        answer.put("ResourceType", rule.resourceType().name());
        answer.put("Status", "available");
        retention(answer, rule);
        tags(answer.putArray("ResourceTags"), rule.resourceTags());
        tags(answer.putArray("ExcludeResourceTags"), rule.excludeResourceTags());
        return answer.toString();
    }

    private static void retention(ObjectNode node, RecycleBinRule rule) {
        node.putObject("RetentionPeriod")
                .put("RetentionPeriodValue", rule.retention().toDays())
                .put("RetentionPeriodUnit", "DAYS");
    }

    private static void tags(ArrayNode node, Map<String, String> tags) {
        tags.forEach((key, value) -> node.addObject().put("ResourceTagKey", key).put("ResourceTagValue", value));
    }

    private Dispatcher.Reply error(int status, String code, String message, String requestId) {
        ObjectNode answer = json.createObjectNode();
        answer.put("__type", code);
        answer.put("Message", message);
        return Dispatcher.Reply.json(status, requestId, answer.toString());
    }
}
