package dev.amis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.ImageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LargePlanTest {

    private static final int IMAGES = 100_000;

    private static final Plan PLAN = plan();

    @Test
    void aHundredThousandImagesFitIntoADocument() {
        Plan read = Plan.fromJson(PLAN.toJson());
        assertThat(read.decisions()).hasSize(IMAGES);
        assertThat(read.fingerprint()).isEqualTo(PLAN.fingerprint());
    }

    @Test
    void aHundredThousandImagesAreDescribed() {
        assertThat(PLAN.describe().lines().filter(line -> line.contains("ami-")).count())
                .isEqualTo(2L * IMAGES);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.of("large", TinyEc2.ACCOUNT, TinyEc2.START);
        Reason reason = new Reason(Reason.Kind.NOTHING_KEEPS_IT, "no rule keeps it");
        for (int i = 0; i < IMAGES; i++) {
            ImageId id = ImageId.of(String.format("ami-%017d", i));
            Optional<Instant> created = Optional.of(TinyEc2.START.minusSeconds(i));
            plan.addDecision(new Decision(
                    Worlds.REGION,
                    id,
                    "web-" + i,
                    created,
                    8,
                    "web" + i / 100,
                    i % 100 + 1,
                    Verdict.DISABLE,
                    List.of(reason)));
            plan.addAction(Worlds.planned(new Action.Disable(Worlds.REGION, id)));
        }
        return plan.build();
    }
}
