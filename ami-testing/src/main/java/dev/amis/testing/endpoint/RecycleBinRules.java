package dev.amis.testing.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Map;

/** The Recycle Bin's rules, a service of its own that speaks JSON over REST: {@code ListRules} and {@code GetRule}. */
final class RecycleBinRules {

    private static final String RULES = "/rules/";

    private final ObjectMapper json = new ObjectMapper();

    Reply reply(Request request, RegionalProvider account, String requestId) {
        String path = request.uri().getPath();
        List<RecycleBinRule> rules =
                Read.required("port", account.recycleBinRules().orElse(null)).listRules();
        if (request.method().equals("POST") && path.equals("/list-rules")) {
            return Reply.json(200, requestId, list(rules, type(request.body())));
        }
        if (request.method().equals("GET") && path.startsWith(RULES)) {
            String id = path.substring(RULES.length());
            return rules.stream()
                    .filter(rule -> rule.id().equals(id))
                    .findFirst()
                    .map(rule -> Reply.json(200, requestId, whole(rule)))
                    .orElseThrow(() -> new WireError("ResourceNotFoundException", "Rule " + id + " does not exist"));
        }
        throw new WireError("InvalidAction", request.method() + " " + path + " of rbin is not imitated");
    }

    private String type(String body) {
        try {
            JsonNode request = json.readTree(body);
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
}
