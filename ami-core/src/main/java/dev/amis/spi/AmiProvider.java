package dev.amis.spi;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.time.Sleeper;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Access to one AWS account: the way in for everything that this library does. Implemented by the AWS SDK adapter and by
 * the in-memory account. Thread-safe.
 */
public interface AmiProvider extends AutoCloseable {

    /**
     * The account that calls are made as.
     *
     * @return the account
     */
    AccountId account();

    /**
     * The Region that is meant where none is named.
     *
     * @return the Region
     */
    Region region();

    /**
     * The account in a Region.
     *
     * @param region any Region
     * @return its ports; no call is made
     */
    RegionalProvider in(Region region);

    /**
     * The clock that the account lives by.
     *
     * @return the system's clock for AWS, a movable one for the in-memory account
     */
    Clock clock();

    /**
     * How to let time pass for the account.
     *
     * @return real sleep for AWS, moving the clock for the in-memory account
     */
    Sleeper sleeper();

    /**
     * Where the jitter of pauses comes from.
     *
     * @return a source of chance that threads may share; an unpredictable one by default, for the in-memory account one by
     *     its seed, so that the same test makes the same calls
     */
    default RandomGenerator random() {
        return new Random();
    }

    /** Releases connections. Calls made afterwards may fail. */
    @Override
    void close();
}
