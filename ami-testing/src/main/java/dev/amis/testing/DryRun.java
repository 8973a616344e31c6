package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import java.time.Clock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** An account whose changing calls carry EC2's {@code DryRun} flag. */
record DryRun(InMemoryAws aws, Function<Region, RegionalProvider> regions) implements AmiProvider {

    @Override
    public AccountId account() {
        return aws.account();
    }

    @Override
    public Region region() {
        return aws.region();
    }

    @Override
    public RegionalProvider in(Region region) {
        return regions.apply(region);
    }

    @Override
    public Clock clock() {
        return aws.clock();
    }

    @Override
    public Sleeper sleeper() {
        return aws.sleeper();
    }

    @Override
    public RandomGenerator random() {
        return aws.random();
    }

    @Override
    public void close() {
        aws.close();
    }
}
