package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.Amis;
import dev.amis.cost.CopyCosts;
import dev.amis.cost.Cost;
import dev.amis.cost.CostReport;
import dev.amis.cost.GroupCost;
import dev.amis.cost.ImageCost;
import dev.amis.cost.Money;
import dev.amis.cost.Prices;
import dev.amis.cost.RegionPrices;
import dev.amis.cost.Savings;
import dev.amis.cost.Uncounted;
import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.StorageTier;
import dev.amis.naming.NamingScheme;
import dev.amis.plan.Action;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Estimating on an account in memory, whose images have one volume of 8 GiB; a full copy of its snapshot has a fourth of that. */
class CostingTest {

    private static final Cost EIGHT_GIB = new Cost(Money.of("0.4"), Optional.of(Money.of("0.1")), true);

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);

    @Test
    void anImageCostsWhatItsSnapshotCosts() {
        Image image = bake("web-1.0.0");
        CostReport report = amis.costs().estimate();
        assertThat(report.images())
                .containsExactly(
                        new ImageCost(aws.region(), image.imageId(), "web-1.0.0", "", 1, 0, EIGHT_GIB, Cost.ZERO));
        assertThat(report.total()).isEqualTo(EIGHT_GIB);
        assertThat(report.pricesAsOf()).isEqualTo(Prices.builtIn().asOf());
    }

    @Test
    void aSharedSnapshotIsSplitAmongItsImages() {
        Image first = bake("web-1.0.0");
        amis.register("web-1.0.1")
                .fromSnapshot(first.snapshotIds().get(0))
                .architecture(first.architecture())
                .start()
                .await();
        CostReport report = amis.costs().estimate();
        Cost half = new Cost(Money.of("0.2"), Optional.of(Money.of("0.05")), true);
        assertThat(report.images()).allSatisfy(image -> {
            assertThat(image.perMonth()).isEqualTo(half);
            assertThat(image.ofShared()).isEqualTo(half);
            assertThat(image.sharedSnapshots()).isOne();
        });
        assertThat(report.total()).isEqualTo(EIGHT_GIB);
    }

    @Test
    void disabledImagesCostAsMuch() {
        amis.disable(bake("web-1.0.0")).apply().orThrow();
        assertThat(amis.costs().estimate().total()).isEqualTo(EIGHT_GIB);
    }

    @Test
    void theArchiveHasItsOwnPrice() {
        store(bake("web-1.0.0"), StorageTier.ARCHIVE);
        assertThat(amis.costs().estimate().total())
                .isEqualTo(new Cost(Money.of("0.1"), Optional.of(Money.of("0.025")), true));
    }

    @Test
    void aTierWithoutAPriceIsNamed() {
        store(bake("web-1.0.0"), StorageTier.of("glacial"));
        CostReport report = amis.costs().estimate();
        assertThat(report.total()).hasToString("not known");
        assertThat(report.uncounted())
                .extracting(Uncounted::why)
                .containsExactly("no price known for us-east-1 in their storage tier");
    }

    @Test
    void aRegionWithoutPricesHasNoNumber() {
        Amis taipei = amis.in(Region.AP_EAST_2);
        taipei.create("web-1.0.0")
                .fromInstance(aws.in(Region.AP_EAST_2).runInstance(InstanceSpec.ofBaseImage()))
                .start()
                .await();
        CostReport report = taipei.costs().estimate();
        assertThat(report.total()).hasToString("not known");
        assertThat(report.describe()).contains("no price known for ap-east-2");
    }

    @Test
    void changedBlocksCanBeMeasured() {
        bake("web-1.0.0");
        CostReport report =
                amis.costs().measuredBy(snapshot -> OptionalLong.of(1L << 30)).estimate();
        assertThat(report.total()).isEqualTo(new Cost(Money.of("0.4"), Optional.of(Money.of("0.05")), true));
    }

    @Test
    void whatIsNotMeasuredWholeIsNotMeasured() {
        Image one = bake("web-1.0.0");
        bake("web-1.1.0");
        SnapshotId measured = one.snapshotIds().get(0);
        CostReport report = amis.costs()
                .measuredBy(
                        snapshot -> snapshot.snapshotId().equals(measured) ? OptionalLong.of(0) : OptionalLong.empty())
                .estimate();
        assertThat(report.total()).isEqualTo(new Cost(Money.of("0.8"), Optional.empty(), true));
    }

    @Test
    void negativeSizesAreRefused() {
        bake("web-1.0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        amis.costs().measuredBy(snapshot -> OptionalLong.of(-1)).estimate())
                .withMessageContaining("is -1, but must be zero or more");
    }

    @Test
    void pricesCanBeReplaced() {
        bake("web-1.0.0");
        Prices contract = Prices.builder()
                .asOf(LocalDate.of(2026, 1, 1))
                .put(
                        aws.region(),
                        RegionPrices.builder()
                                .snapshotStandard(Money.of("0.01"))
                                .build())
                .build();
        CostReport report = amis.costs().using(contract).estimate();
        assertThat(report.total().upperBound()).isEqualTo(Money.of("0.08"));
        assertThat(report.pricesAsOf()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void imagesAreGroupedByFamily() {
        bake("web-v1.0.0");
        bake("web-v1.1.0");
        bake("other");
        List<GroupCost> groups = amis.costs()
                .byFamily(NamingScheme.parse("{app}-v{version}"))
                .estimate()
                .groups();
        assertThat(groups).extracting(GroupCost::images).containsExactly(1, 2);
    }

    @Test
    void imagesAreGroupedByTag() {
        amis.tag(bake("web-1.0.0")).with("Owner", "=web, inc").apply().orThrow();
        CostReport report = amis.costs().byTag("Owner").estimate();
        assertThat(report.groups()).containsExactly(new GroupCost("=web, inc", 1, EIGHT_GIB));
        assertThat(report.toCsv()).contains("web-1.0.0,\"=web, inc\",1,0,0.4,0.1,0,true\r\n");
    }

    @Test
    void severalRegionsAreAddedUp() {
        Image image = bake("web-1.0.0");
        amis.copy(image).to(Region.US_WEST_1).start().await().orThrow();
        CostReport report = amis.costs().in(Region.US_EAST_1, Region.US_WEST_1).estimate();
        assertThat(report.byRegion().get(Region.US_WEST_1).upperBound()).isEqualTo(Money.of("0.44"));
        assertThat(report.total().upperBound()).isEqualTo(Money.of("0.84"));
    }

    @Test
    void snapshotsThatCannotBeReadAreNamed() {
        Image image = bake("web-1.0.0");
        aws.faults().failNext("DescribeSnapshots", "UnauthorizedOperation");
        CostReport report = amis.costs().estimate();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.total().complete()).isFalse();
        assertThat(report.images().get(0).perMonth().complete()).isFalse();
        assertThat(report.uncounted())
                .extracting(Uncounted::what)
                .containsExactly(image.snapshotIds().get(0).value());
    }

    @Test
    void aRegionWhoseImagesCannotBeReadIsNamed() {
        bake("web-1.0.0");
        aws.faults().failNext("DescribeImages", "UnauthorizedOperation");
        CostReport report = amis.costs().estimate();
        assertThat(report.total()).hasToString("not known");
        assertThat(report.uncounted()).extracting(Uncounted::kind).containsExactly(Uncounted.Kind.IMAGES);
    }

    @Test
    void whatTheRecycleBinHoldsIsNamed() {
        Account account = Account.withOneImage().withRecycleBin();
        account.amis().deregister(account.image()).withSnapshots().apply().orThrow();
        CostReport report = account.amis().costs().estimate();
        assertThat(report.total()).hasToString("not known");
        assertThat(report.uncounted())
                .extracting(Uncounted::what)
                .contains(account.id().value(), account.snapshot().value());
    }

    @Test
    void aRecycleBinThatCannotBeReadIsNamed() {
        bake("web-1.0.0");
        aws.faults().failNext("ListImagesInRecycleBin", "UnauthorizedOperation");
        CostReport report = amis.costs().estimate();
        assertThat(report.uncounted()).extracting(Uncounted::what).containsExactly("what the Recycle Bin holds");
        assertThat(report.total().complete()).isFalse();
    }

    @Test
    void rulesThatCannotBeReadLeaveTheStartOpen() {
        Plan plan = remove(bake("web-1.0.0"));
        aws.faults().failNext("ListRules", "AccessDeniedException");
        Savings savings = amis.costs().of(plan);
        assertThat(savings.startingUnknown()).contains(EIGHT_GIB);
    }

    @Test
    void aPlanSavesWhatItsSnapshotsCost() {
        Image image = bake("web-1.0.0");
        bake("web-1.1.0");
        Savings savings = amis.costs().of(remove(image));
        assertThat(savings.perMonth()).isEqualTo(EIGHT_GIB);
        assertThat(savings.byStart()).containsEntry(Duration.ZERO, EIGHT_GIB);
        assertThat(savings.before()).isEqualTo(EIGHT_GIB.plus(EIGHT_GIB));
    }

    @Test
    void anEmptyPlanSavesNothing() {
        bake("web-1.0.0");
        Plan plan = Plan.of("nothing", aws.account(), aws.clock().instant()).build();
        assertThat(amis.costs().of(plan).perMonth()).isEqualTo(Cost.ZERO);
    }

    @Test
    void aPlanAboutAnotherAccountIsRefusedBeforeAnyCall() {
        Plan theirs = Plan.of(
                        "theirs", AccountId.of("444455556666"), aws.clock().instant())
                .build();
        assertThatIllegalArgumentException().isThrownBy(() -> amis.costs().of(theirs));
        assertThat(aws.calls().entries()).isEmpty();
    }

    @Test
    void copyingCostsTheTransferOnceAndTheStorageEachMonth() {
        CopyCosts costs = amis.costs().ofCopying(bake("web-1.0.0")).to(Region.US_EAST_2, Region.EU_WEST_2);
        assertThat(costs.copies().get(0).transfer())
                .isEqualTo(new Cost(Money.of("0.08"), Optional.of(Money.of("0.02")), true));
        assertThat(costs.copies().get(1).transfer().upperBound()).isEqualTo(Money.of("0.16"));
        assertThat(costs.copies().get(1).perMonth().upperBound()).isEqualTo(Money.of("0.424"));
        assertThat(costs.once().upperBound()).isEqualTo(Money.of("0.24"));
        assertThat(costs.describe()).contains("us-east-2").contains("$0.08");
    }

    @Test
    void copyingWithinARegionTransfersNothing() {
        CopyCosts costs = amis.costs().ofCopying(bake("web-1.0.0")).to(aws.region());
        assertThat(costs.once()).isEqualTo(Cost.ZERO);
        assertThat(costs.perMonth()).isEqualTo(EIGHT_GIB);
    }

    @Test
    void copyingToARegionWithoutPricesHasNoNumber() {
        CopyCosts costs = amis.costs().ofCopying(bake("web-1.0.0")).to(Region.AP_EAST_2);
        assertThat(costs.perMonth()).hasToString("not known");
        assertThat(costs.describe()).contains("the copy in ap-east-2: no price known for ap-east-2");
    }

    @Test
    void copyingWhatIsArchivedCostsItsRetrievalOnce() {
        Image image = bake("web-1.0.0");
        store(image, StorageTier.ARCHIVE);
        CopyCosts costs = amis.costs().ofCopying(image).to(Region.EU_WEST_1, Region.EU_WEST_2);
        assertThat(costs.retrieval()).isEqualTo(new Cost(Money.of("0.24"), Optional.of(Money.of("0.06")), true));
        assertThat(costs.once().upperBound()).isEqualTo(Money.of("0.56"));
        assertThat(costs.describe()).contains("restoring it from the archive first: at most $0.24");
    }

    @Test
    void copyingAcrossPartitionsIsRefused() {
        Image image = bake("web-1.0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amis.costs().ofCopying(image).to(Region.CN_NORTH_1))
                .withMessageContaining("destination is cn-north-1");
    }

    @Test
    void noRegionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> amis.costs().in(List.of()));
    }

    @Test
    void aBlankTagIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> amis.costs().byTag(" "));
    }

    @Test
    void aSourceOfPricesThatFailsEndsTheEstimate() {
        bake("web-1.0.0");
        AmiException failure = new ProviderException(
                Failure.of("pricing:GetProducts", "no answer").build());
        assertThatExceptionOfType(AmiException.class)
                .isThrownBy(() -> amis.costs()
                        .using(regions -> {
                            throw failure;
                        })
                        .estimate())
                .isSameAs(failure);
    }

    @Test
    void nothingIsChanged() {
        bake("web-1.0.0");
        aws.calls().clear();
        amis.costs().estimate();
        assertThat(aws.calls().entries())
                .extracting(CallLog.Entry::action)
                .allMatch(action -> action.startsWith("Describe") || action.contains("List") || action.contains("Get"));
    }

    private Plan remove(Image image) {
        Action action = new Action.Deregister(aws.region(), image.imageId(), true, image.snapshotIds());
        return Plan.of("remove", aws.account(), aws.clock().instant())
                .addAction(PlannedAction.of(
                        action, "for the test", Facts.none(), aws.clock().instant()))
                .build();
    }

    private void store(Image image, StorageTier tier) {
        amis.disable(image).apply().orThrow();
        aws.in(aws.region()).storeSnapshot(image.snapshotIds().get(0), tier);
    }

    private Image bake(String name) {
        return amis.create(name).fromInstance(aws.runInstance()).start().await();
    }
}
