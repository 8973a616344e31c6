package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.OrphanWorld.REGION;
import static dev.amis.testing.tasks.OrphanWorld.described;
import static dev.amis.testing.tasks.OrphanWorld.image;
import static dev.amis.testing.tasks.OrphanWorld.snapshot;
import static dev.amis.testing.tasks.OrphanWorld.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.cleanup.OrphanSnapshots;
import dev.amis.cost.Prices;
import dev.amis.cost.RegionPrices;
import dev.amis.error.ConflictException;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.plan.ActionResult;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.MonthlyCost;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanSavings;
import dev.amis.plan.Reversibility;
import dev.amis.plan.Verdict;
import dev.amis.report.PlanReport;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.testing.InMemoryRegion;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Plans about orphan snapshots: what they tell, what they refuse, and what becomes of them when they are applied. */
class OrphanPlansTest {

    private final OrphanWorld world = new OrphanWorld();
    private final InMemoryRegion region = world.aws.in(REGION);
    private final Amis amis = Amis.using(world.aws);
    private final OrphanSnapshots orphans = amis.orphanSnapshots();

    @Test
    void everyFormOfAPlanTellsOfSnapshots() {
        world.with(1).with(described(2, "by hand"));
        Plan plan = orphans.plan();

        assertThat(plan.describe())
                .contains("Snapshots in us-east-1", "snapshot ", snapshot(1).value(), "2 snapshots: 1 keep, 1 delete")
                .contains("Saves per month: at most $0.40, measured $0.10, by list prices of ");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThat(PlanReport.of(plan).toMarkdown())
                .contains("### Snapshots in us-east-1", "| Snapshot | Description |", "**delete**", "Saves per month");
        assertThat(PlanReport.of(plan).toHtml())
                .contains("Snapshots, storage and cost by age and decision", "Upper bound of cost per month")
                .contains("to delete, which frees 8 GiB at the most");
        assertThat(plan.iamPolicy())
                .contains("ec2:DeleteSnapshot", "snapshot/" + snapshot(1), "ec2:DescribeVolumes")
                .contains("ec2:DescribeFastLaunchImages", "ec2:ListImagesInRecycleBin")
                .contains("ec2:DescribeSnapshotAttribute");
    }

    @Test
    void twoPlansDiffer() {
        world.with(1);
        Plan before = orphans.plan();
        world.withImage(9, ImageState.AVAILABLE, 1);

        assertThat(before.diff(orphans.plan()).describe())
                .contains(
                        "~ " + snapshot(1) + " in us-east-1",
                        "became keep, because in use: images ",
                        "- to do: delete " + snapshot(1));
    }

    @Test
    void aPlanAfterApplyingIsEmpty() {
        world.with(1).with(2);

        amis.apply(orphans.plan()).orThrow();

        assertThat(orphans.plan().isEmpty()).isTrue();
        assertThat(orphans.plan().decisions()).isEmpty();
    }

    @Test
    void whatTheRecycleBinKeepsComesBack() {
        world.keeping(RecycleBinResourceType.EBS_SNAPSHOT, 7).with(1);
        Plan plan = orphans.plan();

        ChangeReport report = amis.apply(plan).orThrow();
        amis.undo(report).orThrow();

        assertThat(plan.actions().get(0).reversibility().kind()).isEqualTo(Reversibility.Kind.UNTIL);
        assertThat(plan.savings().orElseThrow().gaps())
                .containsExactly(
                        "at most $0.40, measured $0.10 of it from 7 days after the removal, when the Recycle Bin"
                                + " lets go");
        assertThat(orphans.plan().decisions()).hasSize(1);
    }

    @Test
    void whatNothingKeepsIsGone() {
        world.with(1);
        Plan plan = orphans.plan();

        assertThat(plan.actions().get(0).reversibility())
                .hasToString("cannot be undone: no rule of the Recycle Bin keeps it");
        assertThat(amis.undoing(amis.apply(plan)).plan().notes()).hasSize(1);
    }

    @Test
    void whatIsNeededMeanwhileIsLeftAlone() {
        stale(number -> world.withImage(50, ImageState.AVAILABLE, number), "in use: images " + image(50));
    }

    @Test
    void whatATemplateTakesMeanwhileIsLeftAlone() {
        stale(number -> world.withTemplate(1, number), "in use: block devices of launch templates lt-");
    }

    @Test
    void whatIsSharedMeanwhileIsLeftAlone() {
        stale(
                number -> region.snapshots()
                        .modifyCreateVolumePermissions(new ModifyCreateVolumePermissionsRequest(
                                snapshot(number), Set.of(CreateVolumePermission.of(Account.FRIEND)), Set.of())),
                "");
    }

    @Test
    void whatIsTaggedMeanwhileIsLeftAlone() {
        stale(
                number -> region.tags()
                        .createTags(
                                new CreateTagsRequest(List.of(snapshot(number).value()), tags("Keep", "yes"))),
                "");
    }

    @Test
    void aSourceThatCannotBeReadWhenApplyingKeepsEverything() {
        world.with(1);
        Plan plan = orphans.plan();
        world.aws.faults().fail("DescribeVolumes", 1, "UnauthorizedOperation");

        ChangeReport report = amis.apply(plan);

        assertThat(report.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(report.results().get(0).detail()).contains("source 'volumes' could not be read");
        assertThat(orphans.plan().decisions()).hasSize(1);
    }

    @Test
    void aSourceThatCannotBeReadWhenPlanningKeepsEverything() {
        world.with(1);
        world.aws.faults().fail("DescribeFastLaunchImages", 1, "UnauthorizedOperation");

        Plan plan = orphans.plan();

        assertThat(plan.actions()).isEmpty();
        assertThat(plan.unreadSources())
                .singleElement()
                .satisfies(source -> assertThat(source.source()).isEqualTo("fast launch"));
        assertThat(plan.decisions().get(0).reasons().toString()).contains("possibly in use: fast launch");
    }

    @Test
    void aSourceThatTellsOfTooLittleIsNotBelieved() {
        world.with(1).with(2).withImage(2, ImageState.AVAILABLE, 2);

        assertThat(orphans.expectingAtLeast(1, "images").plan().actions()).hasSize(1);
        Plan doubting = orphans.expectingAtLeast(2, "images").plan();
        assertThat(doubting.actions()).isEmpty();
        assertThat(doubting.unreadSources().get(0).why()).isEqualTo("it told of 1 uses, but at least 2 were expected");
    }

    @Test
    void limitsRefuseThePlan() {
        world.with(1).with(2).with(described(3, "by hand"));

        assertThat(orphans.atMost(2).atMostPercent(67).plan().actions()).hasSize(2);
        assertThatThrownBy(() -> orphans.atMost(1).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it would delete 2 snapshots, but at most 1 are allowed")
                .hasMessageContaining("atMost(2)");
        assertThatThrownBy(() -> orphans.atMostPercent(66).plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it would delete 2 of the 3 snapshots, 67 percent")
                .hasMessageContaining("atMostPercent(67)");
    }

    @Test
    void aRegionWithoutPricesIsNotForNothing() {
        world.with(1);
        Prices elsewhere = Prices.builder()
                .asOf(LocalDate.of(2026, 1, 1))
                .put(Region.EU_WEST_1, RegionPrices.builder().build())
                .build();

        PlanSavings savings = orphans.pricedBy(elsewhere).plan().savings().orElseThrow();

        assertThat(savings).hasToString("not known, by list prices of 2026-01-01");
        assertThat(savings.gaps()).containsExactly("no price known for us-east-1");
        assertThat(savings.perMonth()).extracting(MonthlyCost::complete).isEqualTo(false);
    }

    @Test
    void thePlanTellsHowManyCallsItTook() {
        world.with(1).with(2);
        world.aws.calls().clear();

        assertThat(orphans.plan().calls()).isEqualTo(world.aws.calls().count());
    }

    @Test
    void verdictsTellWhatRemoves() {
        assertThat(List.of(Verdict.values()))
                .filteredOn(Verdict::removes)
                .containsExactly(Verdict.DEREGISTER, Verdict.DELETE);
    }

    private void stale(Consumer<Integer> meanwhile, String why) {
        world.with(1);
        Plan plan = orphans.plan();
        meanwhile.accept(1);

        ChangeReport report = amis.apply(plan);

        assertThat(report.results()).extracting(ActionResult::outcome).containsExactly(Outcome.SKIPPED_STALE);
        assertThat(report.results().get(0).detail()).contains(why);
        assertThat(orphans.plan().decisions()).hasSize(1);
    }
}
