package dev.amis.aws.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amis.cost.Money;
import dev.amis.model.Region;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One product of AWS's price list, at its price on demand for the first unit.
 *
 * @param sku AWS's number of it
 * @param usageType what is used, as the bill calls it
 * @param destination where data is sent to, for products that send data between Regions
 * @param price the price of a unit, which is a GB or a GB for a month
 */
record Offer(String sku, String usageType, Optional<Region> destination, Money price) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

    /** Reads a product; one outside of Regions (local zones, Outposts), or that has no such price, is none. */
    static Optional<Offer> read(Region region, JsonNode listed) {
        JsonNode product = listed.path("product");
        JsonNode attributes = product.path("attributes");
        boolean ours = Stream.of(text(attributes, "regionCode"), text(attributes, "fromRegionCode"))
                .anyMatch(region.value()::equals);
        String to = text(attributes, "toRegionCode");
        if (!ours || !text(attributes, "locationType").matches("|AWS Region") || !isRegionOrNone(to)) {
            return Optional.empty();
        }
        return price(listed.path("terms").path("OnDemand"))
                .map(price -> new Offer(
                        text(product, "sku"),
                        text(attributes, "usagetype"),
                        Optional.of(to).filter(code -> !code.isEmpty()).map(Region::of),
                        price));
    }

    String source() {
        return "AWS price list, SKU " + sku;
    }

    private static boolean isRegionOrNone(String code) {
        return code.isEmpty() || REGION.matcher(code).matches();
    }

    private static Optional<Money> price(JsonNode terms) {
        return children(terms)
                .flatMap(term -> children(term.path("priceDimensions")))
                .filter(dimension -> text(dimension, "unit").matches("GB|GB-Mo"))
                .filter(dimension -> text(dimension, "beginRange").matches("|0"))
                .map(dimension -> text(dimension.path("pricePerUnit"), "USD"))
                .filter(amount -> AMOUNT.matcher(amount).matches())
                .findFirst()
                .map(Money::of);
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
