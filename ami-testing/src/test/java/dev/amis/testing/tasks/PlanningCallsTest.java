package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.cleanup.Cleanup;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import org.junit.jupiter.api.Test;

/** How often planning asks, and what the plan says of it. */
class PlanningCallsTest {

    private final InMemoryAws aws = InMemoryAws.estate();
    private final Cleanup cleanup =
            Amis.using(aws).cleanup().named("WebApp-*").keepingLatest(5).protectingInUse();

    @Test
    void thePlanTellsHowManyCallsItTook() {
        Plan plan = plan(cleanup.disabling());

        assertThat(plan.calls()).isEqualTo(aws.calls().count());
        assertThat(plan.describe()).contains(", read by " + plan.calls() + " calls");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    /**
     * Images, pending copies, instances, launch templates, launch configurations, groups, Spot Fleet requests, EC2 Fleets,
     * parameters, both kinds of recipes: one page of each; and a look whether the image is there that the template {@code
     * legacy} names.
     */
    @Test
    void eachSourceIsReadOnceInEachRegion() {
        assertThat(plan(cleanup.disabling()).calls()).isEqualTo(13);
        assertThat(plan(cleanup.disabling().in(Region.US_EAST_1, Region.EU_WEST_1))
                        .calls())
                .isEqualTo(25);
    }

    private Plan plan(Cleanup policy) {
        aws.calls().clear();
        return policy.plan();
    }
}
