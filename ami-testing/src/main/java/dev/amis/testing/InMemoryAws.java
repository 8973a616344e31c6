package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;
import dev.amis.testing.internal.Seeding;
import dev.amis.testing.internal.World;
import java.time.Clock;
import java.time.Instant;

/**
 * An AWS account that lives in memory: a provider that tests, examples and the curious can use in the place of AWS.
 *
 * <p>Several accounts and all Regions share one world, one clock and one call log; {@link #as} looks at it as another
 * account. The clock stands still until somebody sleeps or moves it. Thread-safe.
 */
public final class InMemoryAws implements AmiProvider {

    private final Backstage backstage;
    private final AccountId account;
    private final Region region;

    /** What all views of one world share. */
    private record Backstage(World world, Ec2 ec2, FakeTime time, CallLog calls) {}

    private InMemoryAws(Backstage backstage, AccountId account, Region region) {
        this.backstage = backstage;
        this.account = account;
        this.region = region;
    }

    /**
     * Makes an account with nothing in it: 111122223333 in {@code us-east-1} on 5 January 2026, 08:00 UTC, in the
     * lifelike tempo and without troubles.
     *
     * @return the account; every one made this way goes the same way
     */
    public static InMemoryAws create() {
        return builder().build();
    }

    /**
     * Starts an account that is not like that of {@link #create}.
     *
     * @return a builder with the values of {@link #create}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same world as another account sees it.
     *
     * @param other the other account; it needs no preparation
     * @return a view of this world, in the same Region
     */
    public InMemoryAws as(AccountId other) {
        return new InMemoryAws(backstage, other, region);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public InMemoryRegion in(Region where) {
        return new InMemoryRegion(backstage.ec2(), new Caller(account, where, false));
    }

    @Override
    public Clock clock() {
        return backstage.time();
    }

    /** The sleeper that moves the clock. */
    @Override
    public FakeTime sleeper() {
        return backstage.time();
    }

    /**
     * The time of the world: its clock, and its sleeper.
     *
     * @return the time; moving it lets what is pending finish
     */
    public FakeTime time() {
        return backstage.time();
    }

    /**
     * The calls that were made.
     *
     * @return the log of the whole world, of all accounts and Regions
     */
    public CallLog calls() {
        return backstage.calls();
    }

    /**
     * A way to put resources into the world just as they are.
     *
     * @return the way in, for resources of any account and Region
     */
    public Seed seed() {
        return new Seed(new Seeding(backstage.world()));
    }

    /**
     * Lets an instance run, of Amazon's base image, with a root volume of 8 GiB {@code gp3}.
     *
     * @return its id; it runs in {@link #region()} as of now
     */
    public InstanceId runInstance() {
        return runInstance(InstanceSpec.ofBaseImage());
    }

    /**
     * Lets an instance of an image run. EC2 tells of the launch 24 hours later.
     *
     * @param image an image that this account may launch in {@link #region()}
     * @return its id; it runs as of now
     * @throws dev.amis.error.NotFoundException if there is no such image, or it is not visible
     * @throws dev.amis.error.ConflictException if the image is not available
     */
    public InstanceId runInstance(ImageId image) {
        return runInstance(InstanceSpec.of(image));
    }

    /**
     * Lets an instance run.
     *
     * @param spec what it shall be like
     * @return its id; it runs as of now
     * @throws dev.amis.error.NotFoundException if there is no such image, or it is not visible
     * @throws dev.amis.error.ConflictException if the image is not available
     */
    public InstanceId runInstance(InstanceSpec spec) {
        Caller caller = new Caller(account, spec.region().orElse(region), false);
        return Answers.of(() -> backstage.ec2().launch(caller, spec.order()));
    }

    /** Does nothing: the world needs no end. */
    @Override
    public void close() {
        // Nothing is held that would have to be given back.
    }

    /** The account and its Region. */
    @Override
    public String toString() {
        return "in-memory account " + account + " in " + region;
    }

    /** Builds an {@link InMemoryAws}; what is not set is as {@link InMemoryAws#create} has it. */
    public static final class Builder {

        private AccountId account = AccountId.of("111122223333");
        private Region region = Region.US_EAST_1;
        private Instant start = Instant.parse("2026-01-05T08:00:00Z");
        private long seed = 42;
        private int pageSize = 1_000;
        private boolean instant;

        private Builder() {}

        /**
         * Sets the account that calls are made as.
         *
         * @param id the account
         * @return this
         */
        public Builder account(AccountId id) {
            this.account = id;
            return this;
        }

        /**
         * Sets the Region that is meant where none is named.
         *
         * @param home the Region
         * @return this
         */
        public Builder region(Region home) {
            this.region = home;
            return this;
        }

        /**
         * Sets where the clock stands.
         *
         * @param instant the instant
         * @return this
         */
        public Builder startingAt(Instant instant) {
            this.start = instant;
            return this;
        }

        /**
         * Sets the source of ids and of luck: the same seed and the same calls give the same world.
         *
         * @param source any number
         * @return this
         */
        public Builder seed(long source) {
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
        public Builder pageSize(int most) {
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
        public Builder instant() {
            this.instant = true;
            return this;
        }

        /**
         * Makes the account.
         *
         * @return the account
         */
        public InMemoryAws build() {
            FakeTime time = FakeTime.startingAt(start);
            CallLog calls = new CallLog();
            World world = new World(new World.Setting(time, time::pass, calls::record, seed, region, pageSize));
            if (instant) {
                world.dials().instant();
            }
            return new InMemoryAws(new Backstage(world, new Ec2(world), time, calls), account, region);
        }
    }
}
