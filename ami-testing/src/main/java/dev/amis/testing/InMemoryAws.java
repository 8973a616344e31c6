package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;
import dev.amis.testing.internal.Picture;
import dev.amis.testing.internal.Seeding;
import dev.amis.testing.internal.Staging;
import dev.amis.testing.internal.World;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * An AWS account that lives in memory: a provider that tests, examples and the curious can use in the place of AWS.
 *
 * <p>Several accounts and all Regions share one world, one clock and one call log; {@link #as} looks at it as another
 * account. The clock stands still until somebody sleeps or moves it. Thread-safe.
 *
 * <h2>What is imitated</h2>
 *
 * <ul>
 *   <li>Images of instances, registered images and copies: pending until the clock has moved on, then available, or failed
 *       with EC2's reason; names that are unique for an account and Region, also those of failed and disabled images;
 *       snapshots with their progress, sizes, descriptions and tags; what is inherited and what is not.
 *   <li>Who sees what: owner, accounts, organizations, units, everybody; {@code DescribeImages} with owners, users, ids,
 *       all documented filters, wildcards, pages, deprecated and disabled images.
 *   <li>Sharing with its refusals (default key, archive, product codes, watermarks, blocked public access, quotas);
 *       deprecation with its limits and for public images by itself; disabling, which takes permissions away for good;
 *       protection with its cool-down; tags by account with their limits.
 *   <li>Copies across Regions and accounts: permissions of snapshots and keys, encryption by EC2's table, keys that fail
 *       the copy later, client tokens, tags, the quota of concurrent copies.
 *   <li>Deregistering with and without snapshots, EC2's result for each, snapshots that other images hold or that are
 *       locked, images that EC2 remembers for a while; the Recycle Bin with its rules, restoring in order, expiry.
 *   <li>Instances (running, stopped, terminated), launches told of a day later, launch templates and their versions.
 *   <li>Commands of Systems Manager, which are written down and end as {@link InMemoryRegion#runCommands()} has it; nothing is
 *       executed, and roles and networks are not looked at.
 *   <li>KMS keys as far as {@link InMemoryRegion#kmsKeys()} has them: {@code DescribeKey} tells of them, and who may use one
 *       may look at it, of which policies and grants can make two things.
 *   <li>Auto Scaling groups, whose instances are replaced by instance refreshes and by nothing else; launch configurations, Spot
 *       Fleet requests and EC2 Fleets as they were put there, which are told of and launch nothing.
 *   <li>IAM as far as an action is allowed or denied, {@code DryRun}, and EC2's order: existence, permission, state.
 *   <li>Throttling by EC2's documented buckets, eventual consistency, lost answers, crashes: see {@link #faults()}.
 * </ul>
 *
 * <h2>What is not</h2>
 *
 * <p>Store and restore, import and export, Allowed AMIs, watermarking, ancestry, Local Zones, Outposts, the archive's moves,
 * block public access for snapshots, tags of other resources than images, snapshots, instances and launch templates, IAM
 * conditions, opt-in Regions, accounts that do not exist, the reboot that {@code
 * CreateImage} makes, limits of concurrent {@code CreateImage} calls, public images that lose their permission when
 * nobody uses them. None of it has a port here; a filter that is not known is refused by name. Subnets, security groups, key
 * pairs and instance profiles of launches are written down and not looked at, and so is what a launch template says beyond image,
 * type, subnet, volumes and tags of the instance; a launch that names no type takes a small one.
 *
 * <h2>Where EC2's documents leave it open</h2>
 *
 * <p>The stricter reading stands, and is marked UNVERIFIED in the code: failed images keep their names; images that are
 * disabled or failed can be neither copied nor shared nor modified; disabling or enabling twice is refused; page sizes
 * are from 1 to 1,000 for images, 5 to 1,000 for snapshots and instances; a restored image needs its name free and comes
 * back unprotected; a deregistered image is remembered for an hour; and the codes for locked snapshots, protected
 * images, images of AWS Backup, and public sharing of marked, encrypted or product images; Auto Scaling and KMS are
 * throttled like EC2's reading actions; the code of a filter that Auto Scaling does not know; and KMS denies a key of
 * another account whether it is there or not, and finds none of another Region.
 *
 * <pre>{@code
 * InMemoryAws aws = InMemoryAws.create();
 * Amis amis = Amis.using(aws);
 * Image image = amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();
 * }</pre>
 */
public final class InMemoryAws implements AmiProvider {

    private final Backstage backstage;
    private final AccountId account;
    private final Region region;

    /** What all views of one world share. */
    private record Backstage(World world, Ec2 ec2, FakeTime time, CallLog calls, long seed) {}

    InMemoryAws(World world, FakeTime time, CallLog calls, long seed, AccountId account, Region region) {
        this(new Backstage(world, new Ec2(world), time, calls, seed), account, region);
    }

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
     * Makes an account from a recording: what the AWS CLI prints, so that a policy can be tried on a copy of one's own
     * account without giving credentials to anybody.
     *
     * <p>The directory has one for each Region, with the files {@code describe-images.json}, {@code
     * describe-snapshots.json}, {@code describe-instances.json} and {@code describe-launch-template-versions.json}, each
     * the JSON that {@code aws ec2 <call>} prints. Any may be missing, which reads as an account without such things; the
     * answers to one call may be spread over {@code describe-images-2.json} and so on. Permissions are read from {@code
     * describe-image-attribute*.json} and {@code describe-snapshot-attribute*.json}.
     *
     * <p>The account is the owner of most images; another's images in the recording are shared with it. A snapshot that
     * an image stands on is there even if it was not recorded, its size is not known then. The clock starts at the newest
     * date of the recording, so that ages are what they were. What this version does not know is passed over.
     *
     * @param directory the recording
     * @return the account, in the Region with the most resources
     * @throws IllegalArgumentException if there is no recording, or a file is broken; the message names file, line and
     *     field
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static InMemoryAws load(Path directory) {
        return builder().load(directory);
    }

    /**
     * Makes an account with the estate of a company in it: some three hundred images of several teams, in three Regions
     * and two accounts. {@link Estate} says what is where.
     *
     * @return the company's account, in {@code us-east-1}; every one made this way is the same
     */
    public static InMemoryAws estate() {
        return builder().estate();
    }

    /**
     * Starts an account that is not like that of {@link #create}.
     *
     * @return a builder with the values of {@link #create}
     */
    public static InMemoryAwsBuilder builder() {
        return new InMemoryAwsBuilder();
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
        return region(where, false);
    }

    private InMemoryRegion region(Region where, boolean dryRun) {
        return new InMemoryRegion(backstage.world(), backstage.ec2(), new Caller(account, where, dryRun));
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

    /** Chance by the account's seed, from the start each time: the same work makes the same calls. */
    @Override
    public RandomGenerator random() {
        return new Random(backstage.seed());
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
     * The troubles of the world.
     *
     * @return the dials; none is set at first
     */
    public Faults faults() {
        return new Faults(backstage.world());
    }

    /**
     * How long things take.
     *
     * @return the dials; lifelike at first
     */
    public Tempo tempo() {
        return new Tempo(backstage.world());
    }

    /**
     * The quotas of all accounts.
     *
     * @return the dials; EC2's defaults at first
     */
    public Quotas quotas() {
        return new Quotas(backstage.world());
    }

    /**
     * What this account may do and whom it belongs to.
     *
     * @return the dials; everything and nobody at first
     */
    public Access access() {
        return new Access(backstage.world(), account);
    }

    /**
     * The same account with EC2's {@code DryRun} flag on every call that changes something: the call is refused with
     * {@code DryRunOperation} where it would be allowed and with {@code UnauthorizedOperation} where it would not, and
     * nothing changes. Whether it would work out is not looked at, as in EC2.
     *
     * @return a provider for the same world; calls that only read are answered as ever
     */
    public AmiProvider dryRun() {
        return new DryRun(this, where -> region(where, true));
    }

    /**
     * A way to put resources into the world just as they are.
     *
     * @return the way in, for resources of any account and Region
     */
    public Seed seed() {
        return new Seed(new Seeding(backstage.world()), new Caller(account, region, false));
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
        return in(spec.region().orElse(region)).runInstance(spec);
    }

    /**
     * Stops an instance.
     *
     * @param instance an instance of any account and Region
     * @throws IllegalArgumentException if there is no such instance, or it is terminated
     */
    public void stopInstance(InstanceId instance) {
        new Staging(backstage.world()).turn(instance, InstanceState.STOPPED);
    }

    /**
     * Lets a stopped instance run again.
     *
     * @param instance an instance of any account and Region
     * @throws IllegalArgumentException if there is no such instance, or it is terminated
     */
    public void startInstance(InstanceId instance) {
        new Staging(backstage.world()).turn(instance, InstanceState.RUNNING);
    }

    /**
     * Terminates an instance. Images that are being made of it fail; EC2 tells of it for another hour.
     *
     * @param instance an instance of any account and Region
     * @throws IllegalArgumentException if there is no such instance, or it is terminated
     */
    public void terminateInstance(InstanceId instance) {
        new Staging(backstage.world()).turn(instance, InstanceState.TERMINATED);
    }

    /**
     * The whole world as text for people: what every account has in every Region. No tag values.
     *
     * @return several lines
     */
    public String describe() {
        return new Picture(backstage.world()).draw();
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
}
