package dev.amis.cost;

import dev.amis.model.Region;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table of prices, of which nothing is passed over: a line that is not understood is refused. */
final class PriceTable {

    private static final List<String> COLUMNS = List.of("region", "item", "price", "source");
    private static final Pattern DATE = Pattern.compile("# asOf (\\S+)");
    private static final String TRANSFER_TO = "transfer:";

    private final String name;
    private final Map<Region, RegionPrices.Builder> regions = new TreeMap<>();
    private final Set<List<String>> seen = new HashSet<>();

    private PriceTable(String name) {
        this.name = name;
    }

    /**
     * Reads a table.
     *
     * @param name what messages call it
     * @throws IllegalArgumentException if it is not one; the message names the line and the rule
     */
    static Prices read(String name, List<String> lines) {
        PriceTable table = new PriceTable(name);
        LocalDate date = table.date(lines);
        table.columns(lines);
        for (int i = 2; i < lines.size(); i++) {
            table.row(i + 1, lines.get(i));
        }
        Prices.Builder prices = Prices.builder().asOf(date);
        table.regions.forEach((region, builder) -> prices.put(region, builder.build()));
        return prices.build();
    }

    private LocalDate date(List<String> lines) {
        Matcher date = DATE.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!date.matches()) {
            throw refusal(1, "must be the date of the prices, such as '# asOf 2026-01-31'");
        }
        try {
            return LocalDate.parse(date.group(1));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " line 1: date is '" + date.group(1) + "', but must be one such as 2026-01-31", e);
        }
    }

    private void columns(List<String> lines) {
        String header = lines.size() < 2 ? "" : lines.get(1);
        if (!fields(2, header).equals(COLUMNS)) {
            throw refusal(
                    2, "columns are '" + header + "', but must be '" + String.join(",", COLUMNS) + "', and no others");
        }
    }

    private void row(int number, String line) {
        List<String> fields = fields(number, line);
        if (fields.size() != COLUMNS.size()) {
            throw refusal(number, "has " + fields.size() + " fields, but must have " + COLUMNS.size());
        }
        if (!seen.add(fields.subList(0, 2))) {
            throw refusal(number, "tells " + fields.get(1) + " of " + fields.get(0) + " again");
        }
        try {
            put(Region.of(fields.get(0)), fields.get(1), Money.of(fields.get(2)), fields.get(3));
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(name + " line " + number + ": " + refused.getMessage(), refused);
        }
    }

    private void put(Region region, String item, Money price, String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("source is blank, but must say where the price is from");
        }
        RegionPrices.Builder prices = regions.computeIfAbsent(region, none -> RegionPrices.builder());
        prices.putSource(item, source);
        switch (item) {
            case "snapshot-standard" -> prices.snapshotStandard(price);
            case "snapshot-archive" -> prices.snapshotArchive(price);
            case "archive-retrieval" -> prices.archiveRetrieval(price);
            case "transfer" -> prices.transfer(price);
            default -> prices.putTransferTo(destination(item), price);
        }
    }

    private static Region destination(String item) {
        if (!item.startsWith(TRANSFER_TO)) {
            throw new IllegalArgumentException("item is '" + item + "', but must be snapshot-standard,"
                    + " snapshot-archive, archive-retrieval, transfer, or transfer: with a Region");
        }
        return Region.of(item.substring(TRANSFER_TO.length()));
    }

    private List<String> fields(int number, String line) {
        try {
            return Csv.fields(line);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException(name + " line " + number + ": " + broken.getMessage(), broken);
        }
    }

    private IllegalArgumentException refusal(int number, String rule) {
        return new IllegalArgumentException(name + " line " + number + ": " + rule);
    }
}
