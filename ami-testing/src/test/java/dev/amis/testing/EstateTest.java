package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Platform;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.naming.NamingScheme;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the documentation of {@link Estate} to what is there. */
class EstateTest {

    private static final List<Region> REGIONS = List.of(Region.US_EAST_1, Region.US_WEST_2, Region.EU_WEST_1);

    private static final InMemoryAws AWS = InMemoryAws.estate();

    @Test
    void everyEstateIsTheSame() {
        InMemoryAws other = InMemoryAws.estate();

        assertThat(other.describe()).isEqualTo(AWS.describe());
    }

    @Test
    void anotherSeedGivesOtherIds() {
        InMemoryAws other = InMemoryAws.builder().seed(7).estate();

        assertThat(ids(images(other, Region.US_WEST_2)))
                .hasSameSizeAs(ids(images(AWS, Region.US_WEST_2)))
                .doesNotContainAnyElementsOf(ids(images(AWS, Region.US_WEST_2)));
    }

    @Test
    void companyAndPartnerHaveTheirImages() {
        assertThat(AWS.account()).isEqualTo(Estate.COMPANY);
        assertThat(REGIONS.stream().mapToInt(region -> images(AWS, region).size()))
                .containsExactly(211, 30, 40);
        assertThat(images(AWS.as(Estate.PARTNER), Region.US_EAST_1)).hasSize(20);
    }

    @Test
    void baseIsDeprecatedAfterAYear() {
        List<Image> base = plainBase();

        assertThat(base).hasSize(24);
        assertThat(base.stream().filter(image -> image.isDeprecatedAt(now()))).hasSize(12);
        assertThat(age(newest(base))).isEqualTo(20);
    }

    @Test
    void newestBasesAreProtectedAndOneIsShared() {
        List<Image> base = plainBase();

        assertThat(base.subList(22, 24))
                .allMatch(image -> image.deregistrationProtection().mode() == Mode.ENABLED_WITHOUT_COOLDOWN);
        assertThat(base.stream()
                        .filter(image -> image.deregistrationProtection().blocksAt(now())))
                .hasSize(2);
        assertThat(AWS.in(Region.US_EAST_1)
                        .imageAttributes()
                        .describeLaunchPermissions(newest(base).imageId()))
                .containsExactly(LaunchPermission.of(Estate.PARTNER));
    }

    @Test
    void javaEditionsAreMadeFromTheBase() {
        List<Image> java = family(Estate.BASE_OS, Region.US_EAST_1).stream()
                .filter(image -> name(image).contains("Java"))
                .toList();
        Set<ImageId> base = Set.copyOf(ids(plainBase()));

        assertThat(java)
                .hasSize(24)
                .allMatch(image -> base.contains(image.sourceImageId().orElseThrow()));
        assertThat(java.stream()
                        .filter(image -> image.deregistrationProtection().mode() == Mode.COOLING_DOWN))
                .singleElement()
                .satisfies(image -> {
                    assertThat(name(image)).isEqualTo("BaseOS-Hardened-Java11-v1.0");
                    assertThat(image.deregistrationProtection().coolingDownUntil())
                            .contains(now().plus(Duration.ofHours(6)));
                });
    }

    @Test
    void webAppIsInThreeRegions() {
        List<Image> web = family(Estate.WEB_APP, Region.US_EAST_1);
        Set<ImageId> originals = Set.copyOf(ids(web));

        assertThat(web).hasSize(48);
        assertThat(name(web.get(0))).startsWith("WebApp-v1.0.0-");
        assertThat(name(newest(web))).isEqualTo("WebApp-v2.5.3-20251231");
        for (Region region : List.of(Region.US_WEST_2, Region.EU_WEST_1)) {
            assertThat(family(Estate.WEB_APP, region))
                    .hasSize(12)
                    .allMatch(copy -> originals.contains(copy.sourceImageId().orElseThrow()));
        }
    }

    @Test
    void webAppHasThreeGenerationsOfParents() {
        Image web = newest(family(Estate.WEB_APP, Region.US_EAST_1));

        Image java = image(web.sourceImageId().orElseThrow());
        Image base = image(java.sourceImageId().orElseThrow());
        Image amazons = image(base.sourceImageId().orElseThrow());

        assertThat(Stream.of(java, base).map(EstateTest::name))
                .containsExactly("BaseOS-Hardened-Java17-v1.11", "BaseOS-Hardened-v2.11");
        assertThat(amazons.ownerAlias()).isPresent();
    }

    @Test
    void someAreToBeKept() {
        assertThat(family(Estate.WEB_APP, Region.US_EAST_1).stream()
                        .filter(image -> image.tags().contains("keep-until"))
                        .map(image -> name(image).substring(0, 13)
                                + image.tags().get("keep-until").orElseThrow()))
                .containsExactly("WebApp-v1.2.12025-12-06", "WebApp-v1.2.22026-03-06");
    }

    @Test
    void ordersApiIsThereForTwoEnvironments() {
        List<Image> orders = family(Estate.ORDERS_API, Region.US_EAST_1);

        assertThat(orders.stream().filter(image -> name(image).endsWith("-staging")))
                .hasSize(20);
        assertThat(orders.stream().filter(image -> name(image).endsWith("-production")))
                .hasSize(20);
        assertThat(name(newest(orders))).isEqualTo("OrdersApi-v3.19.0-production");
    }

    @Test
    void databasesStandOnOneSnapshot() {
        List<Image> databases = family(Estate.DATABASE, Region.EU_WEST_1);
        List<SnapshotId> data = databases.stream()
                .map(image -> image.snapshotIds().get(1))
                .distinct()
                .toList();

        assertThat(databases).hasSize(16);
        assertThat(data).hasSize(1);
        assertThat(newest(databases).deregistrationProtection().mode()).isEqualTo(Mode.ENABLED_WITH_COOLDOWN);
        assertThat(snapshots(Region.EU_WEST_1).stream().filter(Snapshot::encrypted))
                .hasSize(17);
    }

    @Test
    void oldDevelopmentImagesAreDisabled() {
        List<Image> development = family(Estate.DEV_ENVIRONMENT, Region.US_WEST_2);

        assertThat(development).hasSize(18);
        assertThat(development.subList(0, 6)).allMatch(image -> image.state() == ImageState.DISABLED);
        assertThat(development.subList(6, 18)).allMatch(image -> image.state() == ImageState.AVAILABLE);
    }

    @Test
    void oneNightlyBuildFailed() {
        List<Image> runners = family(Estate.CI_RUNNER, Region.US_EAST_1);

        assertThat(runners).hasSize(60);
        assertThat(runners.stream().filter(image -> image.state() == ImageState.FAILED))
                .singleElement()
                .satisfies(image -> assertThat(name(image)).endsWith("-1082"));
    }

    @Test
    void windowsImagesAreMonthly() {
        assertThat(family(Estate.WIN_BASE, Region.EU_WEST_1))
                .hasSize(12)
                .allMatch(image ->
                        image.platform().filter(Platform.WINDOWS::equals).isPresent());
    }

    @Test
    void oldWebServerImagesAreHardlyTaggedAndOneIsPublic() {
        List<Image> servers = family(Estate.WEB_SERVER, Region.US_EAST_1);

        assertThat(servers)
                .hasSize(9)
                .allMatch(image -> image.tags().asMap().keySet().equals(Set.of("Name")));
        assertThat(servers.stream().filter(Image::isPublic).map(EstateTest::name))
                .containsExactly("WebServerImage-v9");
        assertThat(servers.stream().map(this::age)).first().isEqualTo(735L);
    }

    @Test
    void backupsFitNoScheme() {
        List<NamingScheme> schemes = List.of(
                Estate.BASE_OS,
                Estate.WEB_APP,
                Estate.ORDERS_API,
                Estate.DATABASE,
                Estate.DEV_ENVIRONMENT,
                Estate.CI_RUNNER,
                Estate.WIN_BASE,
                Estate.WEB_SERVER);

        assertThat(images(AWS, Region.US_EAST_1).stream()
                        .filter(image -> schemes.stream().noneMatch(scheme -> scheme.matches(name(image)))))
                .hasSize(6)
                .allMatch(image -> name(image).startsWith("backup of orders-db ("));
    }

    @Test
    void partnerSharesItsLastImages() {
        DescribeImagesRequest sharedWithMe =
                DescribeImagesRequest.builder().addExecutableUser("self").build();

        List<Image> shared =
                AWS.in(Region.US_EAST_1).images().describeImages(sharedWithMe).items();

        assertThat(shared)
                .hasSize(5)
                .allMatch(image -> image.ownerId().equals(Estate.PARTNER))
                .allMatch(image -> Estate.ANALYTICS.matches(name(image)));
    }

    @Test
    void instancesRunWhereTheyAreSaidTo() {
        assertThat(REGIONS.stream().mapToInt(region -> instances(AWS, region).size()))
                .containsExactly(17, 3, 5);
        assertThat(instances(AWS.as(Estate.PARTNER), Region.US_EAST_1)).hasSize(2);
        assertThat(users(newest(family(Estate.WEB_APP, Region.US_EAST_1)))).hasSize(6);
        assertThat(users(newest(family(Estate.ORDERS_API, Region.US_EAST_1)))).hasSize(4);
        assertThat(users(newest(family(Estate.DATABASE, Region.EU_WEST_1)))).hasSize(2);
        assertThat(users(newest(family(Estate.WIN_BASE, Region.EU_WEST_1)))).hasSize(1);
    }

    @Test
    void anOldInstanceRunsOnAnOldImage() {
        Image old = family(Estate.WEB_SERVER, Region.US_EAST_1).get(1);

        assertThat(users(old))
                .singleElement()
                .satisfies(instance -> assertThat(
                                Duration.between(instance.launchTime().orElseThrow(), now())
                                        .toDays())
                        .isEqualTo(700));
    }

    @Test
    void oneInstanceIsStoppedAndOneHasLostItsImage() {
        Set<ImageId> there = Set.copyOf(ids(images(AWS, Region.US_EAST_1)));

        assertThat(instances(AWS, Region.US_WEST_2).stream()
                        .filter(instance -> instance.state() == InstanceState.STOPPED))
                .hasSize(1);
        assertThat(instances(AWS, Region.US_EAST_1).stream().filter(instance -> !there.contains(instance.imageId())))
                .hasSize(1);
    }

    @Test
    void noInstanceIsOlderThanItsImage() {
        for (Region region : REGIONS) {
            for (Image image : images(AWS, region)) {
                assertThat(users(image))
                        .allMatch(instance -> instance.launchTime()
                                .orElseThrow()
                                .isAfter(image.creationDate().orElseThrow()));
            }
        }
    }

    @Test
    void nothingHappenedInTheFuture() {
        for (Region region : REGIONS) {
            assertThat(images(AWS, region).stream()
                            .flatMap(image -> Stream.of(image.creationDate(), image.lastLaunchedTime()))
                            .flatMap(date -> date.stream()))
                    .allMatch(date -> date.isBefore(now()));
        }
    }

    @Test
    void launchTemplatesNameImagesLivingAndLost() {
        assertThat(templates(Region.US_EAST_1, "$Default").stream().map(LaunchTemplateVersion::launchTemplateName))
                .containsExactlyInAnyOrder("web", "orders-api", "legacy");
        assertThat(templateImage(Region.US_EAST_1, "web", "$Default")).startsWith("WebApp-v2.5.2-");
        assertThat(templateImage(Region.US_EAST_1, "web", "$Latest")).startsWith("WebApp-v2.5.3-");
        assertThat(templateImage(Region.EU_WEST_1, "database", "$Default"))
                .isEqualTo("Database-MySQL-v2.13-production");
        assertThat(templateImage(Region.US_EAST_1, "legacy", "$Default")).isEqualTo("gone");
        assertThat(templateImage(Region.US_WEST_2, "golden", "$Default")).isEqualTo("resolve:ssm:/golden/base");
    }

    @Test
    void someSnapshotsAreLeftOver() {
        Set<SnapshotId> needed = images(AWS, Region.US_EAST_1).stream()
                .flatMap(image -> image.snapshotIds().stream())
                .collect(Collectors.toSet());

        List<Snapshot> orphans = snapshots(Region.US_EAST_1).stream()
                .filter(snapshot -> !needed.contains(snapshot.snapshotId()))
                .toList();

        assertThat(orphans).hasSize(11);
        assertThat(orphans.stream()
                        .filter(snapshot -> snapshot.description().orElseThrow().startsWith("Created by CreateImage(")))
                .hasSize(8);
    }

    @Test
    void recycleBinKeepsProduction() {
        Image production = newest(family(Estate.ORDERS_API, Region.US_EAST_1));

        assertThat(AWS.in(Region.US_EAST_1).recycleBinRules().orElseThrow().listRules())
                .hasSize(2)
                .allMatch(rule -> rule.covers(production.tags()))
                .allMatch(rule -> rule.retention().equals(Duration.ofDays(14)));
    }

    @Test
    void partnerCannotOwnTheEstate() {
        InMemoryAwsBuilder builder = InMemoryAws.builder().account(Estate.PARTNER);

        assertThatThrownBy(builder::estate).isInstanceOf(IllegalArgumentException.class);
    }

    private Instant now() {
        return AWS.clock().instant();
    }

    private long age(Image image) {
        return Duration.between(image.creationDate().orElseThrow(), now()).toDays();
    }

    private List<Image> plainBase() {
        return family(Estate.BASE_OS, Region.US_EAST_1).stream()
                .filter(image -> !name(image).contains("Java"))
                .toList();
    }

    /** The images of a family, oldest first. */
    private List<Image> family(NamingScheme scheme, Region region) {
        return images(AWS, region).stream()
                .filter(image -> scheme.matches(name(image)))
                .sorted(Comparator.comparing(image -> image.creationDate().orElseThrow()))
                .toList();
    }

    private static Image newest(List<Image> family) {
        return family.get(family.size() - 1);
    }

    private static String name(Image image) {
        return image.name().orElseThrow();
    }

    private static List<ImageId> ids(List<Image> images) {
        return images.stream().map(Image::imageId).toList();
    }

    private Image image(ImageId id) {
        return AWS.in(Region.US_EAST_1)
                .images()
                .describeImages(DescribeImagesRequest.builder().addImageId(id).build())
                .items()
                .get(0);
    }

    private static List<Image> images(InMemoryAws aws, Region region) {
        return aws.in(region)
                .images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .includeDisabled(true)
                        .build())
                .items();
    }

    private List<Snapshot> snapshots(Region region) {
        return AWS.in(region)
                .snapshots()
                .describeSnapshots(
                        DescribeSnapshotsRequest.builder().addOwnerId("self").build())
                .items();
    }

    private static List<Instance> instances(InMemoryAws aws, Region region) {
        return aws.in(region)
                .instances()
                .describeInstances(DescribeInstancesRequest.builder().build())
                .items();
    }

    private List<Instance> users(Image image) {
        DescribeInstancesRequest request = DescribeInstancesRequest.builder()
                .addFilter(Filter.of("image-id", image.imageId().value()))
                .build();
        return AWS.in(image.region()).instances().describeInstances(request).items();
    }

    private List<LaunchTemplateVersion> templates(Region region, String version) {
        return AWS.in(region)
                .launchTemplates()
                .orElseThrow()
                .describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest.builder()
                        .addVersion(version)
                        .build())
                .items();
    }

    private String templateImage(Region region, String template, String version) {
        LaunchTemplateVersion found = templates(region, version).stream()
                .filter(one -> one.launchTemplateName().equals(template))
                .findFirst()
                .orElseThrow();
        if (found.imageId().isEmpty()) {
            return found.imageReference().orElseThrow();
        }
        return images(AWS, region).stream()
                .filter(image -> image.imageId().equals(found.imageId().get()))
                .findFirst()
                .map(EstateTest::name)
                .orElse("gone");
    }
}
