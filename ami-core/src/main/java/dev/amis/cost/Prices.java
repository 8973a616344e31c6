package dev.amis.cost;

import dev.amis.model.Region;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A dated table of prices in US dollars, by Region. Immutable. What it does not hold is not known, and never guessed.
 *
 * <p>A GB that AWS bills is taken for a GiB. Discounts and free tiers are not in it.
 */
public final class Prices implements PriceSource {

    /** How long a snapshot is billed in the archive tier at least, even if it is deleted before. */
    public static final Duration ARCHIVE_MINIMUM = Duration.ofDays(90);

    private final LocalDate asOf;
    private final Map<Region, RegionPrices> regions;

    private Prices(LocalDate asOf, Map<Region, RegionPrices> regions) {
        this.asOf = asOf;
        this.regions = Collections.unmodifiableMap(new TreeMap<>(regions));
    }

    /**
     * The table that comes with the library: AWS's list prices of snapshots in the Regions that there were at {@link #asOf()}, and of
     * transfer between most of them, each with its source. Regions that are younger are not in it.
     *
     * @return the table
     */
    public static Prices builtIn() {
        return BuiltIn.TABLE;
    }

    /**
     * Reads a table from a file in UTF-8: {@code # asOf 2026-01-31}, then {@code region,item,price,source}, then a line for each
     * price. Items are {@code snapshot-standard}, {@code snapshot-archive}, {@code archive-retrieval}, {@code transfer}, and
     * {@code transfer:REGION} where sending there costs something else.
     *
     * @param csv the file
     * @return the table
     * @throws IllegalArgumentException if it has no date, other columns, an unknown item, a negative price or no source; the
     *     message names the line
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Prices of(Path csv) {
        try {
            return PriceTable.read(csv.toString(), Files.readAllLines(csv));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(csv + " cannot be read", unreadable);
        }
    }

    /**
     * The day that the prices are of.
     *
     * @return the date
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The Regions that have prices.
     *
     * @return the Regions in alphabetical order
     */
    public Set<Region> regions() {
        return regions.keySet();
    }

    /**
     * The prices of a Region.
     *
     * @param region the Region
     * @return its prices, nothing if none is known
     */
    public Optional<RegionPrices> in(Region region) {
        return Optional.ofNullable(regions.get(region));
    }

    /**
     * The same table with other prices of a Region, for example with a discount.
     *
     * @param region the Region
     * @param prices all of its prices
     * @return the new table
     */
    public Prices with(Region region, RegionPrices prices) {
        Map<Region, RegionPrices> more = new TreeMap<>(regions);
        more.put(region, prices);
        return new Prices(asOf, more);
    }

    /** The table itself, whatever is asked for. */
    @Override
    public Prices prices(Set<Region> wanted) {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prices prices && prices.asOf.equals(asOf) && prices.regions.equals(regions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, regions);
    }

    /** One line: the date and how many Regions. */
    @Override
    public String toString() {
        return "prices of " + asOf + " in " + regions.size() + " Regions";
    }

    /**
     * Starts a table of one's own.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Prices}. */
    public static final class Builder {

        private final Map<Region, RegionPrices> regions = new TreeMap<>();
        private Optional<LocalDate> asOf = Optional.empty();

        private Builder() {}

        /**
         * Sets the day that the prices are of.
         *
         * @param date the date
         * @return this builder
         */
        public Builder asOf(LocalDate date) {
            asOf = Optional.of(date);
            return this;
        }

        /**
         * Adds the prices of a Region.
         *
         * @param region the Region
         * @param prices all of its prices
         * @return this builder
         * @throws IllegalArgumentException if the Region has prices already
         */
        public Builder put(Region region, RegionPrices prices) {
            if (regions.putIfAbsent(region, prices) != null) {
                throw new IllegalArgumentException("prices of " + region + " are set already, but can be set once");
            }
            return this;
        }

        /**
         * Finishes the table.
         *
         * @return the table
         * @throws IllegalArgumentException if it has no date or no Region
         */
        public Prices build() {
            if (regions.isEmpty()) {
                throw new IllegalArgumentException("prices are of no Region, but must be of at least one");
            }
            return new Prices(
                    asOf.orElseThrow(
                            () -> new IllegalArgumentException("prices have no date, but must be dated by asOf")),
                    regions);
        }
    }

    /** Read when it is first asked for. */
    private static final class BuiltIn {

        private static final String FILE = "prices.csv";
        private static final Prices TABLE = read();

        private BuiltIn() {}

        private static Prices read() {
            try (InputStream in = Objects.requireNonNull(Prices.class.getResourceAsStream(FILE), FILE);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return PriceTable.read(FILE, List.copyOf(lines.lines().toList()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(FILE + " cannot be read", unreadable);
            }
        }
    }
}
