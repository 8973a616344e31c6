package dev.amis.testing.internal.estate;

import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code OrdersApi} for two environments, and backups under names that fit no scheme. */
final class OrdersTeam {

    private final Workshop workshop;
    private final PlatformTeam platform;
    private final List<Image> staging = new ArrayList<>();
    private final List<Image> production = new ArrayList<>();

    OrdersTeam(Workshop workshop, PlatformTeam platform) {
        this.workshop = workshop;
        this.platform = platform;
    }

    void work() {
        for (int i = 0; i < 20; i++) {
            staging.add(edition(i, "staging", 3 + 30L * (19 - i)));
            production.add(edition(i, "production", 1 + 30L * (19 - i)));
        }
        for (int i = 0; i < 6; i++) {
            backup(20 + 30L * i);
        }
    }

    List<Image> staging() {
        return staging;
    }

    List<Image> production() {
        return production;
    }

    private Image edition(int i, String environment, long age) {
        Instant made = workshop.daysAgo(age);
        String version = "3." + i + ".0";
        return new Recipe(workshop, "OrdersApi-v" + version + "-" + environment, Region.US_EAST_1, made)
                .from(platform.java17At(made))
                .rootOf(20)
                .tags(tags("OrdersApi").with("Version", version).with("Environment", environment))
                .lastLaunched(made.plus(Duration.ofHours(20)))
                .make();
    }

    private void backup(long age) {
        Instant made = workshop.daysAgo(age);
        new Recipe(workshop, "backup of orders-db (" + Workshop.day(made) + ")", Region.US_EAST_1, made)
                .rootOf(100)
                .tags(tags("orders-db").with("Backup-Schedule", "monthly"))
                .make();
    }

    private static Tags tags(String application) {
        return Tags.of("Application", application).with("Team", "orders");
    }
}
