package dev.amis.report;

import dev.amis.model.Region;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import java.util.HashMap;
import java.util.Map;

/**
 * What tells the images of an account apart.
 *
 * @param region the Region
 * @param id the image's id there
 */
record ImageKey(Region region, String id) {

    /** The names of images, which a plan says in its decisions only. */
    static Map<ImageKey, String> names(Plan plan) {
        Map<ImageKey, String> names = new HashMap<>();
        for (Decision decision : plan.decisions()) {
            names.put(new ImageKey(decision.region(), decision.id().value()), decision.name());
        }
        return names;
    }

    /** What an action is about; of a snapshot there is no name. */
    static ImageKey of(PlannedAction planned) {
        return new ImageKey(planned.action().region(), planned.action().target());
    }
}
