package dev.amis.testing.internal.estate;

import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.StateReason;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** {@code DevEnvironment} on its way out of use, and a {@code ci-runner} for every night. */
final class ToolsTeam {

    private final Workshop workshop;
    private final List<Image> environments = new ArrayList<>();
    private final List<Image> runners = new ArrayList<>();

    ToolsTeam(Workshop workshop) {
        this.workshop = workshop;
    }

    void work() {
        for (int i = 0; i < 18; i++) {
            environments.add(environment(i));
        }
        for (int i = 0; i < 60; i++) {
            runners.add(runner(i));
        }
    }

    List<Image> environments() {
        return environments;
    }

    List<Image> runners() {
        return runners;
    }

    private Image environment(int i) {
        Instant made = workshop.daysAgo(15 + 35L * (17 - i));
        Recipe recipe = new Recipe(workshop, "DevEnvironment-NodeJS-v1." + i + "-staging", Region.US_WEST_2, made)
                .rootOf(40)
                .tags(Tags.of("Application", "DevEnvironment")
                        .with("Version", "1." + i)
                        .with("Environment", "staging")
                        .with("Team", "tools"))
                .lastLaunched(made.plus(Duration.ofDays(12)));
        if (i < 6) {
            recipe.disabled();
        }
        return recipe.make();
    }

    private Image runner(int i) {
        Instant made = workshop.daysAgo(1 + (59 - i));
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(Workshop.day(made));
        Recipe recipe = new Recipe(workshop, "ci-runner-" + day + "-" + (1_041 + i), Region.US_EAST_1, made)
                .tags(Tags.of("Application", "ci-runner").with("Team", "tools").with("Created-By", "nightly"));
        if (i == 41) {
            StateReason reason = new StateReason(
                    "Client.InstanceTerminated",
                    "Client.InstanceTerminated: Instance was" + " terminated while the image was being made");
            return recipe.but(image ->
                            image.withStateText(ImageState.FAILED.text()).withStateReason(reason))
                    .make();
        }
        return recipe.lastLaunched(made.plus(Duration.ofHours(3))).make();
    }
}
