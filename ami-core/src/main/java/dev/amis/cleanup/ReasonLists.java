package dev.amis.cleanup;

import dev.amis.plan.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the reasons of one image after another; images with the same reasons share one list. */
final class ReasonLists {

    private final Map<Reason, List<Reason>> single = new HashMap<>();
    private final Map<List<Reason>, List<Reason>> several = new HashMap<>();
    private final List<Reason> open = new ArrayList<>();

    void add(Reason reason) {
        open.add(reason);
    }

    void addAll(List<Reason> reasons) {
        open.addAll(reasons);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The reasons since the last time. */
    List<Reason> take() {
        List<Reason> taken =
                open.size() == 1 ? of(open.get(0)) : several.computeIfAbsent(List.copyOf(open), reasons -> reasons);
        open.clear();
        return taken;
    }

    List<Reason> of(Reason reason) {
        return single.computeIfAbsent(reason, List::of);
    }
}
