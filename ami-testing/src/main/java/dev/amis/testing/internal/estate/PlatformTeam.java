package dev.amis.testing.internal.estate;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The images that others build on: {@code BaseOS-Hardened}, its Java editions, and Windows. */
final class PlatformTeam {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    private final Workshop workshop;
    private final List<Image> base = new ArrayList<>();
    private final List<Image> java11 = new ArrayList<>();
    private final List<Image> java17 = new ArrayList<>();
    private final List<Image> windows = new ArrayList<>();

    PlatformTeam(Workshop workshop) {
        this.workshop = workshop;
    }

    void work() {
        for (int i = 0; i < 24; i++) {
            base.add(baseEdition(i));
            Image parent = base.get(i);
            List<Image> editions = i % 2 == 0 ? java11 : java17;
            editions.add(javaEdition(parent, i % 2 == 0 ? "Java11" : "Java17", editions.size(), age(i) - 2));
        }
        for (int i = 0; i < 12; i++) {
            windows.add(windowsEdition(i));
        }
    }

    List<Image> base() {
        return base;
    }

    List<Image> windows() {
        return windows;
    }

    /** The newest Java 17 edition that was there at an instant. */
    Image java17At(Instant instant) {
        return java17.stream()
                .filter(image -> image.creationDate().orElseThrow().isBefore(instant))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static int age(int edition) {
        return 20 + 30 * (23 - edition);
    }

    private Image baseEdition(int i) {
        Instant made = workshop.daysAgo(age(i));
        Recipe recipe = new Recipe(workshop, "BaseOS-Hardened-v" + (1 + i / 12) + "." + i % 12, Region.US_EAST_1, made)
                .tags(tags("BaseOS"))
                .deprecating(made.plus(Duration.ofDays(365)))
                .lastLaunched(made.plus(Duration.ofDays(12)));
        if (i >= 22) {
            recipe.but(image -> image.withDeregistrationProtection(DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN));
        }
        if (i == 23) {
            recipe.sharedWithSnapshots(workshop.setting().partner());
        }
        return recipe.make();
    }

    private Image javaEdition(Image parent, String runtime, int number, int age) {
        Instant made = workshop.daysAgo(age);
        Recipe recipe = new Recipe(workshop, "BaseOS-Hardened-" + runtime + "-v1." + number, Region.US_EAST_1, made)
                .from(parent)
                .tags(tags("BaseOS").with("Runtime", runtime))
                .lastLaunched(made.plus(Duration.ofDays(3)));
        if (runtime.equals("Java11") && number == 0) {
            Instant until = workshop.setting().now().plus(Duration.ofHours(6));
            recipe.but(image -> image.withDeregistrationProtection(DeregistrationProtection.coolingDownUntil(until)));
        }
        return recipe.make();
    }

    private Image windowsEdition(int i) {
        Instant made = workshop.monthsAgo(11 - i);
        String month = MONTH.format(Workshop.day(made));
        return new Recipe(workshop, "WinBase-" + month, Region.EU_WEST_1, made)
                .windows()
                .rootOf(50)
                .tags(tags("WinBase"))
                .lastLaunched(made.plus(Duration.ofDays(1)))
                .make();
    }

    private static Tags tags(String application) {
        return Tags.of("Application", application).with("Team", "platform").with("Created-By", "image-pipeline");
    }
}
