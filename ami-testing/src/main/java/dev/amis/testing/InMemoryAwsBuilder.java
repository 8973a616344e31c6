package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.testing.internal.World;
import dev.amis.testing.internal.load.Recording;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Builds an {@link InMemoryAws}; what is not set is as {@link InMemoryAws#create} has it. */
public final class InMemoryAwsBuilder {

    private static final AccountId SOMEBODY = AccountId.of("111122223333");
    private static final Instant SOME_MORNING = Instant.parse("2026-01-05T08:00:00Z");

    private Optional<AccountId> account = Optional.empty();
    private Optional<Region> region = Optional.empty();
    private Optional<Instant> start = Optional.empty();
    private long seed = 42;
    private int pageSize = 1_000;
    private boolean instant;

    InMemoryAwsBuilder() {}

    /**
     * Sets the account that calls are made as.
     *
     * @param id the account
     * @return this
     */
    public InMemoryAwsBuilder account(AccountId id) {
        this.account = Optional.of(id);
        return this;
    }

    /**
     * Sets the Region that is meant where none is named.
     *
     * @param home the Region
     * @return this
     */
    public InMemoryAwsBuilder region(Region home) {
        this.region = Optional.of(home);
        return this;
    }

    /**
     * Sets where the clock stands.
     *
     * @param instant the instant
     * @return this
     */
    public InMemoryAwsBuilder startingAt(Instant instant) {
        this.start = Optional.of(instant);
        return this;
    }

    /**
     * Sets the source of ids, of luck and of the jitter of pauses: the same seed and the same calls give the same world.
     *
     * @param source any number
     * @return this
     */
    public InMemoryAwsBuilder seed(long source) {
        this.seed = source;
        return this;
    }

    /**
     * Sets how many items a page holds at most, however many are asked for.
     *
     * @param most 1 to 1,000
     * @return this
     * @throws IllegalArgumentException if the number is out of range
     */
    public InMemoryAwsBuilder pageSize(int most) {
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("pageSize is " + most + ", but must be from 1 to 1000");
        }
        this.pageSize = most;
        return this;
    }

    /**
     * Lets everything be ready at once, for clients that do not use the account's clock. Otherwise images and
     * snapshots are pending until the clock has moved on by as long as making them takes.
     *
     * @return this
     */
    public InMemoryAwsBuilder instant() {
        this.instant = true;
        return this;
    }

    /**
     * Makes the account.
     *
     * @return the account
     */
    public InMemoryAws build() {
        return build(account.orElse(SOMEBODY), region.orElse(Region.US_EAST_1), start.orElse(SOME_MORNING));
    }

    /**
     * Makes the account from a recording, as {@link InMemoryAws#load} does. What was set here stands before what the
     * recording says: the account, the instant at which the clock starts, and the Region, to which the files belong
     * that are in no Region's directory.
     *
     * @param directory the recording
     * @return the account
     * @throws IllegalArgumentException if there is no recording, or a file is broken; the message names file, line
     *     and field
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public InMemoryAws load(Path directory) {
        Recording recording = Recording.read(directory, region);
        InMemoryAws aws = build(
                account.or(recording::account).orElse(SOMEBODY),
                region.or(recording::region).orElse(Region.US_EAST_1),
                start.or(recording::newest).orElse(SOME_MORNING));
        new LoadedRecording(recording, aws.account()).into(aws.seed());
        return aws;
    }

    /**
     * Makes the account with the estate of a company in it, as {@link Estate} describes it. What was set here stands: the
     * account is the company's, ages count from where the clock starts, and the seed gives other ids and minutes.
     *
     * @return the company's account, in {@code us-east-1} unless another Region was set
     * @throws IllegalArgumentException if the account is {@link Estate#PARTNER}
     */
    public InMemoryAws estate() {
        InMemoryAws aws = build();
        Estate.into(aws, seed);
        return aws;
    }

    private InMemoryAws build(AccountId self, Region home, Instant now) {
        FakeTime time = FakeTime.startingAt(now);
        CallLog calls = new CallLog();
        World world = new World(new World.Setting(time, time::pass, calls::record, seed, pageSize));
        if (instant) {
            world.dials().instant();
        }
        return new InMemoryAws(world, time, calls, seed, self, home);
    }
}
