package dev.amis.cost;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Action;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports and plans as tests need them: snapshots of 10 GiB at $0.10, of which a fourth is measured. */
final class Reports {

    static final AccountId ACCOUNT = AccountId.of("123456789012");
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Region HERE = Region.EU_WEST_1;
    static final Cost ONE = new Cost(Money.of("1"), Optional.of(Money.of("0.25")), true);

    private Reports() {}

    static ImageId image(int number) {
        return ImageId.of(String.format("ami-%017x", number));
    }

    static SnapshotId snapshot(int number) {
        return SnapshotId.of(String.format("snap-%017x", number));
    }

    static Cost times(int factor) {
        BigDecimal by = BigDecimal.valueOf(factor);
        return new Cost(ONE.upperBound().times(by), ONE.measured().map(one -> one.times(by)), true);
    }

    /** A snapshot that images need, gone at once when it is deleted. */
    static SnapshotCost stored(int number, int... images) {
        List<ImageId> users = Arrays.stream(images).mapToObj(Reports::image).toList();
        return new SnapshotCost(HERE, snapshot(number), users, 10, false, ONE, Optional.of(Duration.ZERO));
    }

    static SnapshotCost kept(SnapshotCost snapshot, Optional<Duration> retention) {
        return new SnapshotCost(
                snapshot.region(),
                snapshot.snapshotId(),
                snapshot.images(),
                snapshot.volumeGib(),
                snapshot.archived(),
                snapshot.perMonth(),
                retention);
    }

    static ImageCost image(int number, String group, Cost cost) {
        return new ImageCost(HERE, image(number), "web-1." + number, group, 1, 0, cost, Cost.ZERO);
    }

    /** A report with images 1 to 4 and these snapshots. */
    static CostReport.Builder report(SnapshotCost... snapshots) {
        return empty().addAllSnapshots(List.of(snapshots))
                .addAllImages(IntStream.rangeClosed(1, 4)
                        .mapToObj(number -> image(number, "", ONE))
                        .toList());
    }

    static CostReport.Builder empty() {
        CostReport.Builder builder = CostReport.builder();
        return builder.account(ACCOUNT)
                .createdAt(NOW)
                .pricesAsOf(LocalDate.of(2026, 1, 31))
                .addRegion(HERE);
    }

    static Action deregister(int image, boolean withSnapshots, int... snapshots) {
        return new Action.Deregister(
                HERE,
                image(image),
                withSnapshots,
                Arrays.stream(snapshots).mapToObj(Reports::snapshot).toList());
    }

    static Plan plan(Action... actions) {
        return Plan.of("clean up", ACCOUNT, NOW)
                .addAllActions(Arrays.stream(actions)
                        .map(action -> PlannedAction.of(action, "old", Facts.none(), NOW))
                        .toList())
                .build();
    }
}
