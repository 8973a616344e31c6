package dev.amis.aws.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amis.cost.Money;
import dev.amis.cost.PriceSource;
import dev.amis.cost.Prices;
import dev.amis.cost.RegionPrices;
import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.Partition;
import dev.amis.model.Region;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.GetProductsRequest;
import software.amazon.awssdk.services.pricing.model.GetProductsResponse;

/** The prices of today, from AWS's price list by {@code pricing:GetProducts}. */
public final class PriceList implements PriceSource {

    /** Where AWS answers for all Regions that are billed in US dollars. */
    public static final Region HOME = Region.US_EAST_1;

    private static final String ACTION = "pricing:GetProducts";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<PricingClient> clients;
    private final Attempts attempts;
    private final Clock clock;
    private final Region own;

    /**
     * Keeps what it takes to ask.
     *
     * @param clients makes the client, which is closed after use
     * @param attempts the chain of attempts
     * @param clock what day it is
     * @param own the Region of the account, by which it is known whether its credentials are good for asking
     */
    public PriceList(Supplier<PricingClient> clients, Attempts attempts, Clock clock, Region own) {
        this.clients = clients;
        this.attempts = attempts;
        this.clock = clock;
        this.own = own;
    }

    @Override
    public Prices prices(Set<Region> regions) {
        if (!own.partition().equals(Partition.AWS)) {
            throw new UnsupportedCapabilityException(Failure.of(
                            ACTION,
                            "the price list of partition " + own.partition().id() + " is not in US dollars"
                                    + " or not open to its credentials")
                    .advice("Use Prices.of(file) with prices of one's own")
                    .build());
        }
        Prices.Builder prices = Prices.builder().asOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        boolean some = false;
        try (PricingClient client = clients.get()) {
            for (Region region : new TreeSet<>(regions)) {
                Optional<RegionPrices> known = read(client, region);
                known.ifPresent(all -> prices.put(region, all));
                some |= known.isPresent();
            }
        }
        if (!some) {
            throw new ProviderException(Failure.of(ACTION, "AWS told no price for any of " + new TreeSet<>(regions))
                    .build());
        }
        return prices.build();
    }

    private Optional<RegionPrices> read(PricingClient client, Region region) {
        RegionPrices.Builder prices = RegionPrices.builder();
        Map<String, String> sources = new TreeMap<>();
        List<Offer> storage = offers(client, region, "AmazonEC2", "regionCode", "productFamily=Storage Snapshot");
        only(storage, "EBS:SnapshotUsage").ifPresent(taken("snapshot-standard", prices::snapshotStandard, sources));
        only(storage, "EBS:SnapshotArchiveStorage")
                .ifPresent(taken("snapshot-archive", prices::snapshotArchive, sources));
        only(storage, "EBS:SnapshotArchiveRetrieval")
                .ifPresent(taken("archive-retrieval", prices::archiveRetrieval, sources));
        offers(client, region, "AWSDataTransfer", "fromRegionCode", "transferType=InterRegion Outbound").stream()
                .filter(offer -> offer.usageType().endsWith("-AWS-Out-Bytes"))
                .forEach(offer -> offer.destination()
                        .filter(to -> !sources.containsKey("transfer:" + to))
                        .ifPresent(to -> {
                            prices.putTransferTo(to, offer.price());
                            sources.put("transfer:" + to, offer.source());
                        }));
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(prices.putAllSources(sources).build());
    }

    private static Consumer<Offer> taken(String item, Consumer<Money> price, Map<String, String> sources) {
        return offer -> {
            price.accept(offer.price());
            sources.put(item, offer.source());
        };
    }

    /** Usage types carry a short name of the Region before them, but in the oldest. Prices that differ are not known. */
    private static Optional<Offer> only(List<Offer> offers, String usageType) {
        Map<Money, Offer> byPrice = new HashMap<>();
        offers.stream()
                .filter(offer ->
                        offer.usageType().equals(usageType) || offer.usageType().endsWith("-" + usageType))
                .forEach(offer -> byPrice.putIfAbsent(offer.price(), offer));
        return byPrice.size() == 1 ? byPrice.values().stream().findAny() : Optional.empty();
    }

    private List<Offer> offers(PricingClient client, Region region, String service, String where, String... filters) {
        var asked = GetProductsRequest.builder().serviceCode(service).formatVersion("aws_v1");
        List<Filter> all = new ArrayList<>(List.of(filter(where, region.value())));
        Arrays.stream(filters).map(text -> text.split("=", 2)).forEach(pair -> all.add(filter(pair[0], pair[1])));
        asked.filters(all);
        return AllPages.<GetProductsResponse, String>of(
                        ACTION,
                        token -> {
                            var page = asked.nextToken(token.orElse(null)).build();
                            return attempts.make(Call.of(ACTION, region), () -> client.getProducts(page));
                        },
                        GetProductsResponse::priceList,
                        GetProductsResponse::nextToken)
                .stream()
                .flatMap(text -> Offer.read(region, parse(region, text)).stream())
                .toList();
    }

    private static Filter filter(String field, String value) {
        return Filter.builder().type("TERM_MATCH").field(field).value(value).build();
    }

    private static JsonNode parse(Region region, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new ProviderException(
                    Failure.of(ACTION, "a product in the answer is not JSON")
                            .resource(region.value())
                            .build(),
                    malformed);
        }
    }
}
