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
    private final Map<GroupTarget, Integer> ignored = new LinkedHashMap<>();

    Results(RolloutPlan plan) {
        this.plan = plan;
    }

    void put(GroupTarget group, Outcome outcome, String detail) {
        results.put(group, new GroupResult(group.region(), group.name(), outcome, detail, 0));
    }

    /** How many instances of a group are passed over by choice. */
    void ignored(GroupTarget group, int instances) {
        ignored.put(group, instances);
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
        return plan.groups().stream().map(this::of).toList();
    }

    private GroupResult of(GroupTarget group) {
        int passedOver = ignored.getOrDefault(group, 0);
        GroupResult result = results.get(group);
        return result == null
                ? new GroupResult(group.region(), group.name(), Outcome.NOT_BEGUN, "", passedOver)
                : new GroupResult(group.region(), group.name(), result.outcome(), result.detail(), passedOver);
    }
}
