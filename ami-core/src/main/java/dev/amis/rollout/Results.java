package dev.amis.rollout;

import dev.amis.internal.Session;
import dev.amis.rollout.GroupResult.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the groups of a plan so far. */
final class Results {

    private final RolloutPlan plan;
    private final Map<GroupTarget, GroupResult> results = new LinkedHashMap<>();

    Results(RolloutPlan plan) {
        this.plan = plan;
    }

    void put(GroupTarget group, Outcome outcome, String detail) {
        results.put(group, new GroupResult(group.region(), group.name(), outcome, detail));
    }

    boolean has(GroupTarget group) {
        return results.containsKey(group);
    }

    RolloutReport report(Session session, Instant started, RolloutReport.Status status, Optional<String> reason) {
        return RolloutReport.builder()
                .plan(plan)
                .status(status)
                .reason(reason)
                .addAllGroups(inOrder())
                .startedAt(started)
                .finishedAt(session.now())
                .build();
    }

    private List<GroupResult> inOrder() {
        return plan.groups().stream()
                .map(group -> results.getOrDefault(
                        group, new GroupResult(group.region(), group.name(), Outcome.NOT_BEGUN, "")))
                .toList();
    }
}
