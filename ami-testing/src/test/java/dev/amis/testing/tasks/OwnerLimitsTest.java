package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.OrphanWorld.created;
import static dev.amis.testing.tasks.OrphanWorld.described;
import static dev.amis.testing.tasks.OrphanWorld.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.cleanup.Cleanup;
import dev.amis.cleanup.OrphanSnapshots;
import dev.amis.error.ConflictException;
import dev.amis.model.ImageState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A plan may take only so much away from one owner. */
class OwnerLimitsTest {

    private final OrphanWorld world = new OrphanWorld();

    @Test
    void oneOwnerIsNotStrippedWhileOthersLoseLittle() {
        snapshots("web", 1, 2, 3);
        snapshots("db", 4);
        OrphanSnapshots orphans = Amis.using(world.aws).orphanSnapshots();

        assertThat(orphans.atMostPerOwner("Team", 3).plan().actions()).hasSize(4);
        assertThatThrownBy(() -> orphans.atMostPerOwner("Team", 2).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it would delete 3 of the 3 snapshots whose tag Team is that of snap-")
                .hasMessageContaining("atMostPerOwner(\"Team\", 3)")
                .hasMessageNotContaining("web");
    }

    @Test
    void whatHasNoOwnerIsCountedTogether() {
        world.with(1).with(2);
        OrphanSnapshots orphans = Amis.using(world.aws).orphanSnapshots();

        assertThatThrownBy(() -> orphans.atMostPerOwner("Team", 1).plan())
                .hasMessageContaining("of the 2 snapshots that have no tag Team");
    }

    @Test
    void aShareIsLimitedToo() {
        snapshots("web", 1, 2);
        world.with(described(3, "by hand").withTags(tags("Team", "web")));
        OrphanSnapshots orphans = Amis.using(world.aws).orphanSnapshots();

        assertThat(orphans.atMostPercentPerOwner("Team", 67).plan().actions()).hasSize(2);
        assertThatThrownBy(() -> orphans.atMostPercentPerOwner("Team", 66).plan())
                .hasMessageContaining("67 percent, but at most 66 percent are allowed for each owner")
                .hasMessageContaining("atMostPercentPerOwner(\"Team\", 67)");
    }

    @Test
    void imagesAreLimitedInTheSameWay() {
        for (int i = 1; i <= 4; i++) {
            world.aws
                    .seed()
                    .image(world.imageOn(i, ImageState.AVAILABLE)
                            .withTags(tags("Team", i < 4 ? "web" : "db"))
                            .withCreationDate(OrphanWorld.NOW.minus(Duration.ofDays(i))));
        }
        Cleanup cleanup = Amis.using(world.aws)
                .cleanup()
                .named("image-*")
                .keepingLatest(1)
                .disabling();

        assertThat(cleanup.atMostPerOwner("Team", 2).plan().actions()).hasSize(3);
        assertThatThrownBy(() -> cleanup.atMostPerOwner("Team", 1).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it would disable 2 of the 3 images whose tag Team is that of ami-");
    }

    @Test
    void aLimitOfNothingIsRefused() {
        OrphanSnapshots orphans = Amis.using(world.aws).orphanSnapshots();

        assertThatThrownBy(() -> orphans.atMostPerOwner("Team", 0)).hasMessageContaining("atMostPerOwner is 0");
        assertThatThrownBy(() -> orphans.atMostPercentPerOwner("Team", 101))
                .hasMessageContaining("atMostPercentPerOwner is 101");
        assertThatThrownBy(() -> orphans.atMostPerOwner(" ", 1)).hasMessageContaining("must not be blank");
    }

    private void snapshots(String team, int... numbers) {
        for (int number : numbers) {
            world.with(described(number, created(number)).withTags(tags("Team", team)));
        }
    }
}
