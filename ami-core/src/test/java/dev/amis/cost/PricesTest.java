package dev.amis.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PricesTest {

    private static final String HEAD = "# asOf 2026-01-31\nregion,item,price,source\n";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @TempDir
    private Path directory;

    @Test
    void theBuiltInTableHasPricesOfTheOldRegions() {
        RegionPrices ireland = Prices.builtIn().in(Region.EU_WEST_1).orElseThrow();
        assertThat(ireland.snapshotStandard()).contains(Money.of("0.05"));
        assertThat(ireland.snapshotArchive()).contains(Money.of("0.0125"));
        assertThat(ireland.archiveRetrieval()).contains(Money.of("0.03"));
        assertThat(ireland.transferTo(Region.US_EAST_1)).contains(Money.of("0.02"));
    }

    @Test
    void theBuiltInTableSaysWhereEachPriceIsFrom() {
        for (Region region : Prices.builtIn().regions()) {
            RegionPrices prices = Prices.builtIn().in(region).orElseThrow();
            assertThat(prices.sources()).containsKeys("snapshot-standard", "snapshot-archive", "archive-retrieval");
            assertThat(prices.sources().values()).allMatch(source -> source.matches(".*20\\d\\d.*"));
        }
    }

    @Test
    void theArchiveCostsLessThanTheStandardTierEverywhere() {
        for (Region region : Prices.builtIn().regions()) {
            RegionPrices prices = Prices.builtIn().in(region).orElseThrow();
            assertThat(prices.snapshotArchive().orElseThrow())
                    .isLessThan(prices.snapshotStandard().orElseThrow());
        }
    }

    @Test
    void aRegionThatIsNotInTheTableHasNoPrices() {
        assertThat(Prices.builtIn().in(Region.AP_EAST_2)).isEmpty();
    }

    @Test
    void aPriceOfOneDestinationGoesBeforeThatOfAll() {
        RegionPrices virginia = Prices.builtIn().in(Region.US_EAST_1).orElseThrow();
        assertThat(virginia.transferTo(Region.US_EAST_2)).contains(Money.of("0.01"));
        assertThat(virginia.transferTo(Region.US_WEST_2)).contains(Money.of("0.02"));
    }

    @Test
    void aTableOfOnesOwnIsRead() throws IOException {
        Prices prices = read(HEAD + "eu-west-1,snapshot-standard,0.04,\"contract 7, page 2\"\n"
                + "eu-west-1,transfer:eu-west-2,0,contract\n");
        RegionPrices ireland = prices.in(Region.EU_WEST_1).orElseThrow();
        assertThat(prices.asOf()).isEqualTo(DAY);
        assertThat(ireland.snapshotStandard()).contains(Money.of("0.04"));
        assertThat(ireland.snapshotArchive()).isEmpty();
        assertThat(ireland.transferTo(Region.EU_WEST_2)).contains(Money.ZERO);
        assertThat(ireland.transferTo(Region.EU_WEST_3)).isEmpty();
        assertThat(ireland.sources()).containsEntry("snapshot-standard", "contract 7, page 2");
    }

    @Test
    void aRegionCanBeReplaced() {
        RegionPrices cheap =
                RegionPrices.builder().snapshotStandard(Money.of("0.01")).build();
        Prices prices = Prices.builtIn().with(Region.EU_WEST_1, cheap);
        assertThat(prices.in(Region.EU_WEST_1)).contains(cheap);
        assertThat(prices.in(Region.EU_WEST_2)).isEqualTo(Prices.builtIn().in(Region.EU_WEST_2));
        assertThat(Prices.builtIn().in(Region.EU_WEST_1)).isNotEqualTo(prices.in(Region.EU_WEST_1));
    }

    @Test
    void aTableIsASourceOfItself() {
        assertThat(Prices.builtIn().prices(Set.of(Region.EU_WEST_1))).isSameAs(Prices.builtIn());
    }

    static Stream<Arguments> brokenTables() {
        return Stream.of(
                Arguments.of("", "line 1: must be the date"),
                Arguments.of("region,item,price,source\n", "line 1: must be the date"),
                Arguments.of("# asOf yesterday\n", "line 1: date is 'yesterday'"),
                Arguments.of("# asOf 2026-01-31\n", "line 2: columns are ''"),
                Arguments.of("# asOf 2026-01-31\nregion,item,price,source,note\n", "and no others"),
                Arguments.of(HEAD, "prices are of no Region"),
                Arguments.of(HEAD + "eu-west-1,snapshot-standard,-0.05,me\n", "line 3: amount is -0.05 USD"),
                Arguments.of(HEAD + "eu-west-1,snapshot-standard,much,me\n", "line 3: amount is 'much'"),
                Arguments.of(HEAD + "eu-west-1,snapshots,0.05,me\n", "line 3: item is 'snapshots'"),
                Arguments.of(HEAD + "eu-west-1a,snapshot-standard,0.05,me\n", "line 3: Region is 'eu-west-1a'"),
                Arguments.of(HEAD + "eu-west-1,transfer:,0.05,me\n", "line 3: Region is ''"),
                Arguments.of(HEAD + "eu-west-1,snapshot-standard,0.05\n", "line 3: has 3 fields"),
                Arguments.of(HEAD + "eu-west-1,snapshot-standard,0.05, \n", "line 3: source is blank"),
                Arguments.of(HEAD + "eu-west-1,snapshot-standard,0.05,\"me\n", "line 3: a quote is not closed"),
                Arguments.of(
                        HEAD + "eu-west-1,transfer,0.05,me\neu-west-1,transfer,0.06,me\n",
                        "line 4: tells transfer of eu-west-1 again"));
    }

    @ParameterizedTest
    @MethodSource("brokenTables")
    void whatIsNotUnderstoodIsRefused(String table, String complaint) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(table)).withMessageContaining(complaint);
    }

    @Test
    void aMissingFileIsNamed() {
        Path nowhere = directory.resolve("nowhere.csv");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Prices.of(nowhere))
                .withMessageContaining("nowhere.csv");
    }

    @Test
    void aTableWithoutADateIsRefused() {
        Prices.Builder undated =
                Prices.builder().put(Region.EU_WEST_1, RegionPrices.builder().build());
        assertThatIllegalArgumentException().isThrownBy(undated::build).withMessageContaining("must be dated by asOf");
    }

    @Test
    void aTableOfNoRegionIsRefused() {
        Prices.Builder empty = Prices.builder().asOf(DAY);
        assertThatIllegalArgumentException().isThrownBy(empty::build).withMessageContaining("at least one");
    }

    @Test
    void aRegionIsSetOnce() {
        RegionPrices none = RegionPrices.builder().build();
        Prices.Builder prices = Prices.builder().put(Region.EU_WEST_1, none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prices.put(Region.EU_WEST_1, none))
                .withMessageContaining("can be set once");
    }

    private Prices read(String table) throws IOException {
        return Prices.of(Files.writeString(directory.resolve("prices.csv"), table));
    }
}
