package dev.amis.aws.internal;

import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycleBinRulePort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rbin.RbinClient;
import software.amazon.awssdk.services.rbin.model.GetRuleResponse;
import software.amazon.awssdk.services.rbin.model.ListRulesRequest;
import software.amazon.awssdk.services.rbin.model.ListRulesResponse;
import software.amazon.awssdk.services.rbin.model.ResourceTag;
import software.amazon.awssdk.services.rbin.model.RuleSummary;

/** The Recycle Bin's rules through the SDK; a rule that is not in force yet is left out. */
final class RbinRulePort implements RecycleBinRulePort {

    private final RbinClient client;
    private final Attempts attempts;

    RbinRulePort(RbinClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    @Override
    public List<RecycleBinRule> listRules() {
        List<RecycleBinRule> rules = new ArrayList<>();
        for (RecycleBinResourceType type : RecycleBinResourceType.values()) {
            for (String id : ids(type)) {
                GetRuleResponse rule =
                        attempts.make(Call.of("rbin:GetRule", id), () -> client.getRule(asked -> asked.identifier(id)));
                if ("available".equals(rule.statusAsString())) {
                    rules.add(read(type, rule));
                }
            }
        }
        return rules;
    }

    private List<String> ids(RecycleBinResourceType type) {
        return AllPages.<ListRulesResponse, RuleSummary>of(
                        "rbin:ListRules",
                        token -> {
                            var asked = ListRulesRequest.builder().resourceType(type.name());
                            token.ifPresent(asked::nextToken);
                            var page = asked.build();
                            return attempts.make(Call.of("rbin:ListRules"), () -> client.listRules(page));
                        },
                        ListRulesResponse::rules,
                        ListRulesResponse::nextToken)
                .stream()
                .map(RuleSummary::identifier)
                .toList();
    }

    private static RecycleBinRule read(RecycleBinResourceType type, GetRuleResponse rule) {
        return new RecycleBinRule(
                rule.identifier(),
                type,
                tags(rule.resourceTags()),
                tags(rule.excludeResourceTags()),
                Duration.ofDays(rule.retentionPeriod().retentionPeriodValue()));
    }

    private static Map<String, String> tags(List<ResourceTag> tags) {
        Map<String, String> pairs = new LinkedHashMap<>();
        tags.forEach(tag -> pairs.put(
                tag.resourceTagKey(),
                Optional.ofNullable(tag.resourceTagValue()).orElse("")));
        return pairs;
    }
}
