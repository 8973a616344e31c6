package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.naming.NamingScheme;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.internal.estate.Company;
import dev.amis.testing.internal.estate.Inventory;
import dev.amis.testing.internal.estate.Setting;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What is in the account of {@link InMemoryAws#estate()}: two years of a company's images, made for examples and for
 * trying policies on.
 *
 * <table>
 * <caption>Images, 281 of the company and 20 of its partner</caption>
 * <tr><th>Family</th><th>How many, where</th><th>How often</th><th>What is special</th></tr>
 * <tr><td>{@link #BASE_OS} without runtime, v1.0 to v2.11</td><td>24 in us-east-1</td><td>30 days, the newest 20 days
 * old</td><td>each deprecated a year after it was made, so 12 are; the newest two are protected; the newest is shared
 * with the partner, snapshot and all</td></tr>
 * <tr><td>{@link #BASE_OS} for Java11 and Java17, v1.0 to v1.11</td><td>12 each in us-east-1</td><td>60 days, the newest
 * Java17 18 days old</td><td>made from the BaseOS editions in turn; protection of the oldest Java11 was lifted with a
 * cool-down that lasts 6 more hours</td></tr>
 * <tr><td>{@link #WEB_APP}, v1.0.0 to v2.5.3</td><td>48 in us-east-1, the last 12 of them copied to us-west-2 and
 * eu-west-1</td><td>14 days, the newest 5 days old</td><td>made from the Java17 edition of their time; the last three are
 * shared with the partner, without their snapshots; v1.2.1 has a {@code keep-until} that is over, v1.2.2 one to
 * come</td></tr>
 * <tr><td>{@link #ORDERS_API}, v3.0.0 to v3.19.0</td><td>20 for staging, 20 for production in us-east-1</td><td>30 days,
 * the newest 3 and 1 days old</td><td>made from Java17 editions</td></tr>
 * <tr><td>{@link #DATABASE}, v2.0 to v2.15</td><td>16 in eu-west-1</td><td>45 days, the newest 10 days old</td>
 * <td>encrypted with a key of the company; all stand on one snapshot of reference data; the newest is protected with a
 * cool-down</td></tr>
 * <tr><td>{@link #DEV_ENVIRONMENT}, v1.0 to v1.17</td><td>18 in us-west-2</td><td>35 days, the newest 15 days old</td>
 * <td>the oldest 6 are disabled</td></tr>
 * <tr><td>{@link #CI_RUNNER}, 1041 to 1100</td><td>60 in us-east-1</td><td>every night</td><td>1082 failed</td></tr>
 * <tr><td>{@link #WIN_BASE}</td><td>12 in eu-west-1</td><td>every month</td><td>Windows</td></tr>
 * <tr><td>{@link #WEB_SERVER}, v1 to v9</td><td>9 in us-east-1</td><td>575 to 735 days old</td><td>only a {@code Name} as
 * a tag; v9 is public</td></tr>
 * <tr><td>{@code backup of orders-db (date)}</td><td>6 in us-east-1</td><td>30 days</td><td>fit no scheme</td></tr>
 * <tr><td>{@link #ANALYTICS}, v1.0.0 to v1.19.0</td><td>20 of the partner in us-east-1</td><td>28 days, the newest 7 days
 * old</td><td>the last 5 are shared with the company, the last with its snapshot</td></tr>
 * </table>
 *
 * <p><b>Use.</b> 25 instances of the company: in us-east-1 6 of the newest WebApp and 1 of the one before, 4 and 2 of the
 * newest OrdersApi, 2 of the newest ci-runner, 1 of WebServerImage-v2 for 700 days, and 1 of an image that is gone; in
 * us-west-2 2 of the newest WebApp and 1 stopped of DevEnvironment v1.9; in eu-west-1 2 of the newest WebApp, 2 of the
 * newest Database and 1 of the newest WinBase. The partner runs 2 of the shared BaseOS. Launch templates: {@code web} with
 * three versions (WebApp v2.5.0; v2.5.2, the default; v2.5.3), {@code orders-api}, {@code dev}, {@code database} (v2.13,
 * the default; v2.15), {@code legacy} whose image is gone, and in us-west-2 {@code golden} with {@code resolve:ssm:/golden/base}.
 *
 * <p><b>Also.</b> 11 snapshots in us-east-1 that no image stands on, 8 of them made by {@code CreateImage}. The Recycle Bin
 * of us-east-1 keeps images and snapshots tagged {@code Environment = production} for 14 days. Images carry the tags
 * {@code Application}, {@code Team} and, where it makes sense, {@code Version}, {@code Environment} and {@code Created-By}.
 */
public final class Estate {

    /** The account that most of it belongs to, unless another was set. */
    public static final AccountId COMPANY = AccountId.of("111122223333");

    /** The other account. */
    public static final AccountId PARTNER = AccountId.of("444455556666");

    /** {@code BaseOS-Hardened}, plain or for a runtime. */
    public static final NamingScheme BASE_OS =
            NamingScheme.parse("BaseOS-Hardened-{runtime?:Java11|Java17}-v{version}");

    /** {@code WebApp}. */
    public static final NamingScheme WEB_APP = NamingScheme.parse("WebApp-v{version}-{date:yyyyMMdd}");

    /** {@code OrdersApi}. */
    public static final NamingScheme ORDERS_API =
            NamingScheme.parse("OrdersApi-v{version}-{environment:staging|production}");

    /** {@code Database-MySQL}. */
    public static final NamingScheme DATABASE = NamingScheme.parse("Database-MySQL-v{version}-{environment}");

    /** {@code DevEnvironment-NodeJS}. */
    public static final NamingScheme DEV_ENVIRONMENT =
            NamingScheme.parse("DevEnvironment-NodeJS-v{version}-{environment}");

    /** {@code ci-runner}. */
    public static final NamingScheme CI_RUNNER = NamingScheme.parse("ci-runner-{date:yyyyMMdd}-{build}");

    /** {@code WinBase}. */
    public static final NamingScheme WIN_BASE = NamingScheme.parse("WinBase-{date:yyyyMM}");

    /** {@code WebServerImage}. */
    public static final NamingScheme WEB_SERVER = NamingScheme.parse("WebServerImage-v{version}");

    /** {@code Analytics}, of the partner. */
    public static final NamingScheme ANALYTICS = NamingScheme.parse("Analytics-v{version}");

    private static final Duration RETENTION = Duration.ofDays(14);

    private Estate() {}

    static void into(InMemoryAws aws, long seed) {
        if (aws.account().equals(PARTNER)) {
            throw new IllegalArgumentException("account is '" + PARTNER + "', but that is the estate's other account");
        }
        Map<Region, ImageId> bases = new HashMap<>();
        for (Region region : new Region[] {Region.US_EAST_1, Region.US_WEST_2, Region.EU_WEST_1}) {
            bases.put(region, aws.in(region).baseImage(Architecture.X86_64));
        }
        KmsKeyId key = aws.in(Region.EU_WEST_1).kmsKeys().create("alias/database");
        Inventory inventory = Company.inventory(
                new Setting(aws.account(), PARTNER, aws.clock().instant(), seed, bases, key));
        fill(aws.seed(), inventory);
        keep(aws.in(Region.US_EAST_1));
    }

    private static void fill(Seed seed, Inventory inventory) {
        inventory
                .snapshots()
                .forEach(
                        one -> seed.snapshot(one.snapshot(), one.permissions().toArray(CreateVolumePermission[]::new)));
        inventory
                .images()
                .forEach(one -> seed.image(one.image(), one.permissions().toArray(LaunchPermission[]::new)));
        inventory.instances().forEach(seed::instance);
        inventory.templateVersions().forEach(seed::launchTemplateVersion);
    }

    private static void keep(InMemoryRegion region) {
        Map<String, String> production = Map.of("Environment", "production");
        region.recycleBinRule(
                new RecycleBinRule("prodImages1", RecycleBinResourceType.EC2_IMAGE, production, Map.of(), RETENTION));
        region.recycleBinRule(new RecycleBinRule(
                "prodSnapsh1", RecycleBinResourceType.EBS_SNAPSHOT, production, Map.of(), RETENTION));
    }
}
