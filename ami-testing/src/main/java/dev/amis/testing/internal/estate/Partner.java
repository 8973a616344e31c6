package dev.amis.testing.internal.estate;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;

/** The other account: {@code Analytics}, some of it shared with the company. */
final class Partner {

    private final Workshop workshop;

    Partner(Workshop workshop) {
        this.workshop = workshop;
    }

    void work(Image sharedBase) {
        Setting setting = workshop.setting();
        for (int i = 0; i < 20; i++) {
            Instant made = workshop.daysAgo(7 + 28L * (19 - i));
            Recipe recipe = new Recipe(workshop, "Analytics-v1." + i + ".0", Region.US_EAST_1, made)
                    .of(setting.partner())
                    .tags(Tags.of("Application", "Analytics").with("Team", "analytics"))
                    .lastLaunched(made.plus(Duration.ofDays(5)));
            if (i == 19) {
                recipe.from(sharedBase).sharedWithSnapshots(setting.company());
            } else if (i >= 15) {
                recipe.sharedWith(setting.company());
            }
            recipe.make();
        }
        workshop.run(2, sharedBase.withOwnerId(setting.partner()), "analytics", 6);
    }
}
