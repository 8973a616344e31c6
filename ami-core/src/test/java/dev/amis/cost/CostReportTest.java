package dev.amis.cost;

import static dev.amis.cost.Reports.HERE;
import static dev.amis.cost.Reports.ONE;
import static dev.amis.cost.Reports.empty;
import static dev.amis.cost.Reports.image;
import static dev.amis.cost.Reports.report;
import static dev.amis.cost.Reports.stored;
import static dev.amis.cost.Reports.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.model.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostReportTest {

    @Test
    void theTotalHasEverySnapshotOnce() {
        CostReport report = report(stored(1, 1, 2, 3), stored(2, 1)).build();
        assertThat(report.total()).isEqualTo(times(2));
        assertThat(report.byRegion()).containsEntry(HERE, times(2));
    }

    @Test
    void whatIsMissingMakesTheTotalIncomplete() {
        CostReport report = report(stored(1, 1))
                .addUncounted(new Uncounted(HERE, Kind.SNAPSHOT, "snap-1", "gone"))
                .build();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.total()).isEqualTo(ONE.incompleteIf(true));
        assertThat(report.byRegion().get(HERE).complete()).isFalse();
        assertThat(report.describe()).contains("incomplete").contains("- snap-1 in eu-west-1: gone");
    }

    @Test
    void theOtherRegionsStayWholeWhereOneIsNot() {
        CostReport report = report(stored(1, 1))
                .addRegion(Region.US_WEST_2)
                .addUncounted(new Uncounted(Region.US_WEST_2, Kind.IMAGES, "all images", "denied"))
                .build();
        assertThat(report.byRegion().get(HERE).complete()).isTrue();
        assertThat(report.byRegion().get(Region.US_WEST_2)).hasToString("not known");
    }

    @Test
    void groupsAddUpTheirImages() {
        CostReport report = empty().addImage(image(1, "web", ONE))
                .addImage(image(2, "db", ONE))
                .addImage(image(3, "web", ONE))
                .addImage(image(4, "", ONE))
                .groupedBy("tag Owner")
                .build();
        assertThat(report.groups())
                .containsExactly(
                        new GroupCost("", 1, ONE), new GroupCost("db", 1, ONE), new GroupCost("web", 2, times(2)));
        assertThat(report.describe()).contains("Groups by tag Owner").contains("(none)");
    }

    @Test
    void noGroupIsWholeWhereImagesCouldNotBeRead() {
        CostReport report = empty().addImage(image(1, "web", ONE))
                .addUncounted(new Uncounted(HERE, Kind.IMAGES, "all images", "denied"))
                .build();
        assertThat(report.groups())
                .extracting(group -> group.perMonth().complete())
                .containsExactly(false);
    }

    @Test
    void measuredAndUpperBoundAreNeverMixed() {
        Cost unmeasured = new Cost(Money.of("1"), Optional.empty(), true);
        assertThat(ONE.plus(unmeasured)).isEqualTo(new Cost(Money.of("2"), Optional.empty(), true));
    }

    @Test
    void theTextKeepsToItsWidth() {
        CostReport.Builder report = empty().groupedBy("x".repeat(200));
        for (int number = 1; number <= 30; number++) {
            report.addImage(
                    image(number, "g".repeat(200), new Cost(Money.of("123456789012"), Optional.empty(), false)));
            report.addUncounted(new Uncounted(HERE, Kind.SNAPSHOT, "snap-" + number, "why ".repeat(60)));
        }
        assertThat(report.build().describe().lines())
                .allMatch(line -> line.length() <= 120)
                .contains("  and 10 more");
    }

    @Test
    void tablesForMachinesHaveAHeaderAndEveryImage() {
        CostReport report = empty().addImage(image(1, "a \"b\", c", ONE))
                .addImage(image(2, "", Cost.UNKNOWN))
                .build();
        List<String> lines = List.of(report.toCsv().split("\r\n", -1));
        assertThat(lines)
                .containsExactly(
                        "region,image_id,name,group,snapshots,shared_snapshots,upper_bound_usd,measured_usd,"
                                + "shared_upper_bound_usd,complete",
                        "eu-west-1,ami-00000000000000001,web-1.1,\"a \"\"b\"\", c\",1,0,1,0.25,0,true",
                        "eu-west-1,ami-00000000000000002,web-1.2,,1,0,0,,0,false",
                        "");
    }
}
