package dev.amis.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What every chain needs of the world: the account, the Region that is meant, time, and chance.
 *
 * @param provider the account
 * @param region the Region that is meant where none is named
 * @param clock what time it is
 * @param sleeper how to let time pass
 * @param waitPolicy how patient to be
 * @param random where jitter comes from
 * @param watcher who waits for images, for all chains of the account together
 * @param fanOut how to read several Regions
 */
public record Session(
        AmiProvider provider,
        Region region,
        Clock clock,
        Sleeper sleeper,
        WaitPolicy waitPolicy,
        RandomGenerator random,
        ImageWatcher watcher,
        FanOut fanOut) {

    /**
     * Makes a session with a watcher of its own.
     *
     * @param provider the account
     * @param region the Region that is meant where none is named
     * @param clock what time it is
     * @param sleeper how to let time pass
     * @param waitPolicy how patient to be
     * @param random where jitter comes from
     */
    public Session(
            AmiProvider provider,
            Region region,
            Clock clock,
            Sleeper sleeper,
            WaitPolicy waitPolicy,
            RandomGenerator random) {
        this(
                provider,
                region,
                clock,
                sleeper,
                waitPolicy,
                random,
                new ImageWatcher(provider, clock, sleeper, waitPolicy, random),
                FanOut.NONE);
    }

    /**
     * The account that calls are made as.
     *
     * @return the account
     */
    public AccountId account() {
        return provider.account();
    }

    /**
     * The ports of the Region that is meant.
     *
     * @return the ports
     */
    public RegionalProvider here() {
        return provider.in(region);
    }

    /**
     * The ports of a Region.
     *
     * @param other the Region
     * @return the ports
     */
    public RegionalProvider in(Region other) {
        return provider.in(other);
    }

    /**
     * This session with another Region in mind.
     *
     * @param other the Region
     * @return the session
     */
    public Session at(Region other) {
        return new Session(provider, other, clock, sleeper, waitPolicy, random, watcher, fanOut);
    }

    /**
     * This session with its calls counted.
     *
     * @param counter counts the calls of this session's account
     * @return the session; what waits is not counted
     */
    public Session countedBy(CountedCalls counter) {
        return new Session(counter, region, clock, sleeper, waitPolicy, random, watcher, fanOut);
    }

    /**
     * This session with several Regions read at once.
     *
     * @param several how to
     * @return the session
     */
    public Session readingBy(FanOut several) {
        return new Session(provider, region, clock, sleeper, waitPolicy, random, watcher, several);
    }

    /**
     * What time it is.
     *
     * @return now, by the session's clock
     */
    public Instant now() {
        return clock.instant();
    }
}
