package dev.amis.benchmarks;

import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An account whose answers lie ready, so that nothing of a provider is measured. */
final class PreparedAccount implements AmiProvider {

    private final RegionalProvider region;

    PreparedAccount(List<Image> images, List<Instance> instances) {
        this.region = new PreparedRegion(pages(images), pages(instances));
    }

    private static <T> List<Page<T>> pages(List<T> items) {
        List<Page<T>> pages = new ArrayList<>();
        int size = 1_000;
        for (int from = 0; from < items.size(); from += size) {
            int to = Math.min(from + size, items.size());
            boolean last = to == items.size();
            pages.add(new Page<>(
                    items.subList(from, to),
                    last ? Optional.empty() : Optional.of(Integer.toString(pages.size() + 1))));
        }
        return pages;
    }

    @Override
    public AccountId account() {
        return Estate.ACCOUNT;
    }

    @Override
    public Region region() {
        return Estate.REGION;
    }

    @Override
    public RegionalProvider in(Region other) {
        return region;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Estate.NOW, ZoneOffset.UTC);
    }

    @Override
    public Sleeper sleeper() {
        return duration -> {
            throw new IllegalStateException("nobody waits here");
        };
    }

    @Override
    public void close() {}
}
