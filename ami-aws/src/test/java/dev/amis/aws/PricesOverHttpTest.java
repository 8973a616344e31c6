package dev.amis.aws;

import static dev.amis.aws.StubbedAws.ok;
import static dev.amis.aws.StubbedAws.refusal;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.amis.cost.Money;
import dev.amis.cost.Prices;
import dev.amis.cost.RegionPrices;
import dev.amis.error.AccessDeniedException;
import dev.amis.error.ProviderException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.Region;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Prices from AWS's price list, in the shape that the Price List API answers. */
class PricesOverHttpTest {

    private static final Set<Region> IRELAND = Set.of(Region.EU_WEST_1);
    private static final ResponseDefinitionBuilder NOTHING = page("");

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    @Test
    void pricesAreThoseOfTheListWithTheirNumbers() {
        AWS.inTurn(
                page(
                        "",
                        snapshot("A1", "EU-EBS:SnapshotUsage", "GB-Mo", "0.0500000000"),
                        snapshot("A2", "EU-EBS:SnapshotArchiveStorage", "GB-Mo", "0.0125000000"),
                        snapshot("A3", "EU-EBS:SnapshotArchiveRetrieval", "GB", "0.0300000000")),
                page("", transfer("T1", "EU-USE1-AWS-Out-Bytes", "us-east-1", "0.0200000000")));

        Prices prices = read();

        RegionPrices ireland = prices.in(Region.EU_WEST_1).orElseThrow();
        assertThat(ireland.snapshotStandard()).contains(Money.of("0.05"));
        assertThat(ireland.snapshotArchive()).contains(Money.of("0.0125"));
        assertThat(ireland.archiveRetrieval()).contains(Money.of("0.03"));
        assertThat(ireland.transferTo(Region.US_EAST_1)).contains(Money.of("0.02"));
        assertThat(ireland.transferTo(Region.US_WEST_2)).isEmpty();
        assertThat(ireland.sources())
                .containsEntry("snapshot-standard", "AWS price list, SKU A1")
                .containsEntry("transfer:us-east-1", "AWS price list, SKU T1");
        assertThat(prices.asOf()).isEqualTo(LocalDate.ofInstant(AWS.time().instant(), ZoneOffset.UTC));
    }

    @Test
    void allPagesAreRead() {
        AWS.inTurn(
                page("more", snapshot("A2", "EU-EBS:SnapshotArchiveStorage", "GB-Mo", "0.0125")),
                page("", snapshot("A1", "EU-EBS:SnapshotUsage", "GB-Mo", "0.05")),
                NOTHING);

        assertThat(read().in(Region.EU_WEST_1).orElseThrow().snapshotStandard()).contains(Money.of("0.05"));
    }

    @Test
    void whatLooksAlikeIsNotTaken() {
        AWS.inTurn(
                page(
                        "",
                        snapshot("A1", "EBS:SnapshotUsage.outposts", "GB-Mo", "0.09"),
                        snapshot("A2", "EU-EBS:SnapshotUsage", "Requests", "0.08"),
                        snapshot("A3", "EU-EBS:SnapshotUsage", "GB-Mo", "0.07").replace("AWS Region", "AWS Local Zone"),
                        snapshot("A4", "EU-EBS:SnapshotArchiveStorage", "GB-Mo", "0.0125")),
                NOTHING);

        assertThat(read().in(Region.EU_WEST_1).orElseThrow().snapshotStandard()).isEmpty();
    }

    @Test
    void twoPricesForOneThingAreNotKnown() {
        AWS.inTurn(
                page(
                        "",
                        snapshot("A1", "EU-EBS:SnapshotUsage", "GB-Mo", "0.05"),
                        snapshot("A2", "EUW1-EBS:SnapshotUsage", "GB-Mo", "0.06"),
                        snapshot("A3", "EU-EBS:SnapshotArchiveStorage", "GB-Mo", "0.0125")),
                NOTHING);

        assertThat(read().in(Region.EU_WEST_1).orElseThrow().snapshotStandard()).isEmpty();
    }

    @Test
    void eachQuestionNamesServiceAndRegion() {
        AWS.inTurn(page("", snapshot("A1", "EU-EBS:SnapshotUsage", "GB-Mo", "0.05")), NOTHING);

        read();

        assertThat(AWS.logged())
                .extracting(LoggedRequest::getBodyAsString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("AmazonEC2", "regionCode", "eu-west-1", "Storage Snapshot"),
                        second -> assertThat(second)
                                .contains("AWSDataTransfer", "fromRegionCode", "eu-west-1", "InterRegion Outbound"));
        assertThat(AWS.logged())
                .allSatisfy(
                        asked -> assertThat(asked.getHeader("Authorization")).contains("/us-east-1/pricing/"));
    }

    @Test
    void aListWithoutAnyPriceIsAFailureAndNotATableOfNothing() {
        AWS.always(NOTHING);

        assertThatThrownBy(this::read)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("no price for any of [eu-west-1]");
    }

    @Test
    void garbageIsRefused() {
        AWS.always(page("", "{not json"));

        assertThatThrownBy(this::read)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("pricing:GetProducts")
                .hasMessageContaining("not JSON");
    }

    @Test
    void aTokenThatComesAgainEndsTheReading() {
        AWS.always(page("again", snapshot("A1", "EU-EBS:SnapshotUsage", "GB-Mo", "0.05")));

        assertThatThrownBy(this::read).isInstanceOf(ProviderException.class).hasMessageContaining("page token");
    }

    @Test
    void whoMayNotAskIsToldTheAction() {
        AWS.always(refusal(400, "AccessDeniedException")
                .withBody("{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}"));

        assertThatThrownBy(this::read)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("pricing:GetProducts");
    }

    @Test
    void otherPartitionsAreRefusedWithoutACall() {
        AwsProvider china = AWS.connect(AWS.builder().region(Region.of("cn-north-1")));

        assertThatThrownBy(() -> china.prices().prices(Set.of(Region.of("cn-north-1"))))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("aws-cn");
        assertThat(AWS.calls()).isZero();
    }

    private Prices read() {
        return AWS.connect().prices().prices(IRELAND);
    }

    private static ResponseDefinitionBuilder page(String next, String... products) {
        String list = Stream.of(products)
                .map(product -> '"' + product.replace("\"", "\\\"") + '"')
                .collect(joining(","));
        String token = next.isEmpty() ? "" : ",\"NextToken\":\"" + next + '"';
        return ok("{\"FormatVersion\":\"aws_v1\",\"PriceList\":[" + list + "]" + token + "}");
    }

    private static String snapshot(String sku, String usageType, String unit, String usd) {
        return product(
                sku,
                List.of(
                        pair("regionCode", "eu-west-1"),
                        pair("locationType", "AWS Region"),
                        pair("usagetype", usageType)),
                unit,
                usd);
    }

    private static String transfer(String sku, String usageType, String to, String usd) {
        return product(
                sku,
                List.of(pair("fromRegionCode", "eu-west-1"), pair("toRegionCode", to), pair("usagetype", usageType)),
                "GB",
                usd);
    }

    private static String product(String sku, List<String> attributes, String unit, String usd) {
        return "{\"product\":{\"sku\":\"" + sku + "\",\"attributes\":{" + String.join(",", attributes)
                + "}},\"terms\":{\"OnDemand\":{\"" + sku + ".T\":{\"priceDimensions\":{\"" + sku
                + ".T.D\":{\"beginRange\":\"0\",\"unit\":\"" + unit + "\",\"pricePerUnit\":{\"USD\":\"" + usd
                + "\"}}}}}}}";
    }

    private static String pair(String name, String value) {
        return '"' + name + "\":\"" + value + '"';
    }
}
