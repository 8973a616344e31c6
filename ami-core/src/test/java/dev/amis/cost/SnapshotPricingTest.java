package dev.amis.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A snapshot of 100 GiB of which 40 are written, and 1 has changed. */
class SnapshotPricingTest {

    private static final long GIB = 1L << 30;
    private static final Snapshot ARCHIVED = Snapshot.builder()
            .snapshotId(Reports.snapshot(1))
            .region(Reports.HERE)
            .ownerId(Reports.ACCOUNT)
            .state(SnapshotState.COMPLETED)
            .volumeSize(100)
            .fullSnapshotSizeInBytes(40 * GIB)
            .storageTier(StorageTier.ARCHIVE)
            .build();
    private static final Snapshot STANDARD = ARCHIVED.withStorageTier(StorageTier.STANDARD);

    private final SnapshotPricing pricing =
            new SnapshotPricing(Prices.builtIn(), snapshot -> OptionalLong.of(GIB), Reports.NOW);

    @Test
    void theStandardTierIsMeasuredByTheMeasure() {
        assertThat(pricing.perMonth(STANDARD)).contains(cost("5", "0.05"));
    }

    @Test
    void aSnapshotOfNoTierIsInTheStandardOne() {
        assertThat(pricing.perMonth(STANDARD.withStorageTier(Optional.empty()))).contains(cost("5", "0.05"));
    }

    @Test
    void theArchiveIsMeasuredByFullCopiesWhateverTheMeasureSays() {
        assertThat(pricing.perMonth(ARCHIVED)).contains(cost("1.25", "0.5"));
    }

    @Test
    void whatIsRestoredForAWhileIsBilledInBothTiers() {
        assertThat(pricing.perMonth(restoredUntil(Reports.NOW.plus(Duration.ofDays(1)))))
                .contains(cost("6.25", "2.5"));
    }

    @Test
    void whatWasRestoredOnceIsBilledInTheArchiveOnly() {
        assertThat(pricing.perMonth(restoredUntil(Reports.NOW))).contains(cost("1.25", "0.5"));
    }

    @Test
    void onlyWhatIsArchivedAndNotRestoredHasToBeRetrieved() {
        assertThat(pricing.retrieval(STANDARD)).contains(Cost.ZERO);
        assertThat(pricing.retrieval(restoredUntil(Reports.NOW.plus(Duration.ofDays(1)))))
                .contains(Cost.ZERO);
        assertThat(pricing.retrieval(ARCHIVED)).contains(cost("3", "1.2"));
    }

    @Test
    void aCopyIsAFullOneInTheStandardTier() {
        assertThat(pricing.copyPerMonth(ARCHIVED, Region.US_WEST_1)).contains(cost("5.5", "2.2"));
        assertThat(pricing.transfer(ARCHIVED, Region.US_WEST_1)).contains(cost("2", "0.8"));
    }

    @Test
    void whatTheTableDoesNotHoldIsNotKnown() {
        Prices onlyStandard = Prices.builder()
                .asOf(LocalDate.of(2026, 1, 31))
                .put(
                        Reports.HERE,
                        RegionPrices.builder().snapshotStandard(Money.of("1")).build())
                .build();
        SnapshotPricing little = new SnapshotPricing(onlyStandard, SnapshotSizes.ofFullCopies(), Reports.NOW);
        assertThat(little.perMonth(STANDARD)).isPresent();
        assertThat(little.perMonth(ARCHIVED)).isEmpty();
        assertThat(little.retrieval(ARCHIVED)).isEmpty();
        assertThat(little.transfer(STANDARD, Region.US_WEST_1)).isEmpty();
        assertThat(little.copyPerMonth(STANDARD, Region.US_WEST_1)).isEmpty();
    }

    private static Snapshot restoredUntil(Instant end) {
        return ARCHIVED.withRestoreExpiryTime(end);
    }

    private static Cost cost(String upperBound, String measured) {
        return new Cost(Money.of(upperBound), Optional.of(Money.of(measured)), true);
    }
}
