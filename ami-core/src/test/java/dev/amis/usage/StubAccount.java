package dev.amis.usage;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** An account of which tests say what each Region answers; nothing in it can be changed by calls. */
public final class StubAccount implements AmiProvider {

    public static final AccountId ACCOUNT = AccountId.of("123456789012");
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Map<Region, StubRegion> regions = new LinkedHashMap<>();

    private StubAccount() {}

    /** An account in which nothing is. */
    public static StubAccount create() {
        return new StubAccount();
    }

    /** What the Region answers; the same for every call. */
    public StubRegion at(Region region) {
        return regions.computeIfAbsent(region, StubRegion::new);
    }

    /** What the Region that is meant where none is named answers. */
    public StubRegion here() {
        return at(region());
    }

    @Override
    public AccountId account() {
        return ACCOUNT;
    }

    @Override
    public Region region() {
        return Region.EU_WEST_1;
    }

    @Override
    public RegionalProvider in(Region region) {
        return at(region);
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public Sleeper sleeper() {
        return duration -> {
            throw new AssertionError("nobody waits here");
        };
    }

    @Override
    public void close() {
        regions.clear();
    }
}
