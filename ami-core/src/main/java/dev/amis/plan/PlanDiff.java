package dev.amis.plan;

import dev.amis.internal.TextLines;
import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one plan says and another does not, for example the one that was approved yesterday and the one of today.
 *
 * @param appeared the decisions about what only the second plan knows
 * @param vanished the decisions about what only the first plan knows
 * @param changed what is decided about otherwise, or for other reasons
 * @param addedActions the actions that only the second plan has
 * @param droppedActions the actions that only the first plan has
 */
public record PlanDiff(
        List<Decision> appeared,
        List<Decision> vanished,
        List<Change> changed,
        List<PlannedAction> addedActions,
        List<PlannedAction> droppedActions) {

    /**
     * A decision that changed.
     *
     * @param before what the first plan decided
     * @param after what the second plan decided about the same image or snapshot
     */
    public record Change(Decision before, Decision after) {

        @Override
        public String toString() {
            String verdict = PlanText.name(before.verdict());
            return after.id() + " in " + after.region() + " " + after.name() + ": "
                    + (before.verdict() == after.verdict()
                            ? verdict + " as before"
                            : verdict + " became " + PlanText.name(after.verdict()))
                    + ", because " + reasons(after);
        }
    }

    private record Key(Region region, ResourceId id) {}

    /** Makes a difference of copies. */
    public PlanDiff {
        appeared = List.copyOf(appeared);
        vanished = List.copyOf(vanished);
        changed = List.copyOf(changed);
        addedActions = List.copyOf(addedActions);
        droppedActions = List.copyOf(droppedActions);
    }

    static PlanDiff between(Plan before, Plan after) {
        Map<Key, Decision> old = byId(before);
        List<Decision> appeared = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (Decision decision : byId(after).values()) {
            Decision previous = old.remove(new Key(decision.region(), decision.id()));
            if (previous == null) {
                appeared.add(decision);
            } else if (previous.verdict() != decision.verdict()
                    || !previous.reasons().equals(decision.reasons())) {
                changed.add(new Change(previous, decision));
            }
        }
        return new PlanDiff(
                appeared,
                List.copyOf(old.values()),
                changed,
                missing(after.actions(), before.actions()),
                missing(before.actions(), after.actions()));
    }

    /** Of a plan put together by hand that decides about something twice, the last word counts on both sides. */
    private static Map<Key, Decision> byId(Plan plan) {
        Map<Key, Decision> decisions = new LinkedHashMap<>();
        plan.decisions().forEach(one -> decisions.put(new Key(one.region(), one.id()), one));
        return decisions;
    }

    /** Actions are the same if they do the same; the facts they rely on are read anew in any case. */
    private static List<PlannedAction> missing(List<PlannedAction> all, List<PlannedAction> others) {
        Set<Action> known = others.stream().map(PlannedAction::action).collect(Collectors.toCollection(HashSet::new));
        return all.stream().filter(one -> !known.contains(one.action())).toList();
    }

    /**
     * Tells whether both plans decide and do the same; when they were made does not matter.
     *
     * @return whether there is no difference
     */
    public boolean isEmpty() {
        return appeared.isEmpty()
                && vanished.isEmpty()
                && changed.isEmpty()
                && addedActions.isEmpty()
                && droppedActions.isEmpty();
    }

    /**
     * The difference for a terminal, at most 120 characters wide.
     *
     * @return lines, without tag values
     */
    public String describe() {
        StringBuilder out = new StringBuilder();
        if (isEmpty()) {
            out.append("The plans do the same.\n");
        }
        changed.forEach(change -> TextLines.append(out, "~ ", "    ", change.toString()));
        appeared.forEach(one -> TextLines.append(out, "+ ", "    ", text(one)));
        vanished.forEach(one -> TextLines.append(out, "- ", "    ", text(one)));
        addedActions.forEach(one ->
                TextLines.append(out, "+ to do: ", "    ", one.action().describe() + "; " + one.reversibility()));
        droppedActions.forEach(
                one -> TextLines.append(out, "- to do: ", "    ", one.action().describe()));
        return out.toString();
    }

    private static String text(Decision decision) {
        return decision.id() + " in " + decision.region() + " " + decision.name() + ": "
                + PlanText.name(decision.verdict()) + ", because " + reasons(decision);
    }

    private static String reasons(Decision decision) {
        return decision.reasons().stream().map(Reason::text).collect(Collectors.joining("; "));
    }

    /** One line: how much differs. */
    @Override
    public String toString() {
        return changed.size() + " decisions changed, " + appeared.size() + " appeared, " + vanished.size()
                + " vanished, " + addedActions.size() + " actions added, " + droppedActions.size() + " dropped";
    }
}
