package dev.amis.testing.internal.estate;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code WebApp}: every two weeks a new image, the last ones in three Regions. */
final class WebTeam {

    private final Workshop workshop;
    private final PlatformTeam platform;
    private final List<Image> originals = new ArrayList<>();
    private final Map<Region, List<Image>> copies =
            Map.of(Region.US_WEST_2, new ArrayList<>(), Region.EU_WEST_1, new ArrayList<>());

    WebTeam(Workshop workshop, PlatformTeam platform) {
        this.workshop = workshop;
        this.platform = platform;
    }

    void work() {
        for (int i = 0; i < 48; i++) {
            Image original = original(i);
            originals.add(original);
            if (i >= 36) {
                copy(original, Region.US_WEST_2);
                copy(original, Region.EU_WEST_1);
            }
        }
    }

    List<Image> originals() {
        return originals;
    }

    List<Image> copies(Region region) {
        return copies.getOrDefault(region, List.of());
    }

    private Image original(int i) {
        Instant made = workshop.daysAgo(5 + 14L * (47 - i));
        String version = (1 + i / 24) + "." + (i / 4 % 6) + "." + i % 4;
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(Workshop.day(made));
        Recipe recipe = new Recipe(workshop, "WebApp-v" + version + "-" + day, Region.US_EAST_1, made)
                .from(platform.java17At(made))
                .tags(tags(version))
                .lastLaunched(made.plus(Duration.ofDays(i == 47 ? 3 : 14)));
        if (i == 9) {
            recipe.tags(Tags.of("keep-until", keepUntil(-30)));
        }
        if (i == 10) {
            recipe.tags(Tags.of("keep-until", keepUntil(60)));
        }
        if (i >= 45) {
            recipe.sharedWith(workshop.setting().partner());
        }
        return recipe.make();
    }

    private void copy(Image original, Region region) {
        Instant made = original.creationDate().orElseThrow().plus(Duration.ofMinutes(50));
        Image copy = new Recipe(workshop, original.name().orElseThrow(), region, made)
                .copyOf(original)
                .lastLaunched(made.plus(Duration.ofHours(5)))
                .make();
        copies.getOrDefault(region, new ArrayList<>()).add(copy);
    }

    private String keepUntil(int days) {
        return Workshop.day(workshop.setting().now()).plusDays(days).toString();
    }

    private static Tags tags(String version) {
        return Tags.of("Application", "WebApp")
                .with("Version", version)
                .with("Environment", "production")
                .with("Team", "web")
                .with("Created-By", "ci");
    }
}
