package dev.amis.testing.internal;

import dev.amis.model.Tags;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code DescribeTags}: the caller's own tags, on whatever they are. */
public final class TagListing {

    /**
     * One tag of one resource.
     *
     * @param resourceId what is tagged
     * @param resourceType EC2's word for its kind
     * @param key the key
     * @param value the value
     */
    public record Entry(String resourceId, String resourceType, String key, String value) {}

    private static final Vocabulary<Entry> FILTERS = new Vocabulary<Entry>(
                    entry -> Tags.read(Map.of(entry.key(), entry.value())))
            .one("key", Entry::key)
            .one("resource-id", Entry::resourceId)
            .one("resource-type", Entry::resourceType)
            .one("value", Entry::value);

    private final World world;
    private final Paging paging;

    TagListing(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    Page<Entry> describe(Call call, Question question) {
        Paging.Ask ask = question.page(5, 1_000);
        var filter = FILTERS.compile(question.filters());
        world.permit(call);
        RegionStore store = world.in(call.region());
        List<Entry> entries = new ArrayList<>();
        list(call, store.images().all(), "image", entries);
        list(call, store.snapshots().all(), "snapshot", entries);
        list(call, store.instances().all(), "instance", entries);
        list(call, store.of(call.account()).templates().values().stream(), "launch-template", entries);
        entries.sort(Comparator.comparing(Entry::resourceId).thenComparing(Entry::key));
        return paging.page(entries.stream().filter(filter).toList(), ask);
    }

    private void list(Call call, Stream<? extends Resource> resources, String type, List<Entry> entries) {
        resources
                .filter(resource -> !resource.tagsSeenBy(call.account()).isEmpty() && !resource.missedAt(world.now()))
                .forEach(resource -> resource.tagsSeenBy(call.account())
                        .asMap()
                        .forEach((key, value) -> entries.add(new Entry(resource.id(), type, key, value))));
    }
}
