package dev.amis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.aws.AwsProvider;
import dev.amis.cleanup.Cleanup;
import dev.amis.cleanup.Stages;
import dev.amis.create.Bake;
import dev.amis.create.BakeReport;
import dev.amis.create.EndedBake;
import dev.amis.guest.GuestCleanup;
import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.plan.Verdict;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The README's table of IAM actions says what each task calls: nothing is missing, and nothing is too much. */
class IamTableTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|.*\\| (`[a-z0-9]+:.*`) \\|$");
    private static final AccountId PARTNER = AccountId.of("444455556666");

    /** A task, in two steps: what has to be there is arranged in memory, what is to be recorded goes over the wire. */
    private record Task<T>(Function<InMemoryAws, T> arrange, Act<T> act) {

        interface Act<T> {
            void on(Amis amis, T arranged);
        }

        static Task<Image> onImage(Act<Image> act) {
            return new Task<>(IamTableTest::bake, act);
        }
    }

    private static Image fleet(InMemoryAws aws) {
        Image old = bake(aws);
        Amis amis = Amis.using(aws);
        aws.in(aws.region()).putLaunchTemplateVersion("web", old.imageId().value());
        amis.pointer("/golden/web").to(old).apply().orThrow();
        aws.in(aws.region())
                .launchAutoScalingGroup(AutoScalingGroup.builder()
                        .name("web")
                        .region(aws.region())
                        .maxSize(1)
                        .desiredCapacity(1)
                        .build()
                        .withMixedInstancesPolicy(LaunchTemplateConfig.of(
                                LaunchTemplateSpecification.named("web", "$Default"),
                                LaunchTemplateOverride.of(SMALL))));
        return amis.create("web-2.0.0").fromInstance(aws.runInstance()).start().await();
    }

    private static final InstanceType SMALL = InstanceType.of("t3.micro");
    private static final Map<String, Task<?>> TASKS = new LinkedHashMap<>();

    static {
        TASKS.put("find", new Task<>(IamTableTest::bake, (amis, image) -> {
            amis.find().ownedBySelf().latest();
            amis.find().byId(image.imageId()).one();
        }));
        TASKS.put(
                "create",
                new Task<>(
                        InMemoryAws::runInstance,
                        (amis, instance) -> amis.create("web-2.0.0")
                                .fromInstance(instance)
                                .tag("Application", "web")
                                .start()
                                .onProgress(progress -> {})
                                .await()));
        TASKS.put("bake", new Task<>(IamTableTest::runToBake, IamTableTest::bakeWhole));
        TASKS.put("unfinished", new Task<>(IamTableTest::bakeHalf, (amis, instance) -> {
            amis.unfinishedBakes().olderThan(Duration.ZERO).takeBack().forEach(EndedBake::orThrow);
        }));
        TASKS.put("verify", Task.onImage((amis, image) -> {
            amis.verify(image).on(SMALL).check("true", "true").run().orThrow();
            amis.sweepVerifications().olderThan(Duration.ZERO).run();
        }));
        TASKS.put(
                "diagnose",
                new Task<>(
                        IamTableTest::bakeEncrypted,
                        (amis, image) -> amis.diagnose(image).on(SMALL).run()));
        TASKS.put("replace", Task.onImage((amis, image) -> {
            amis.replace("web").with(image).run();
            amis.replace("web")
                    .with(amis.find().ownedBySelf().named("web-1.1.0").one())
                    .run();
        }));
        TASKS.put(
                "register",
                Task.onImage((amis, image) -> amis.register("appliance-1.0.0")
                        .fromSnapshot(image.snapshotIds().get(0))
                        .architecture(Architecture.X86_64)
                        .tag("Application", "appliance")
                        .start()
                        .await()));
        TASKS.put(
                "wait",
                new Task<>(
                        IamTableTest::startBaking,
                        (amis, image) -> amis.await(image.imageId())
                                .onProgress(progress -> {})
                                .await()));
        TASKS.put(
                "copy",
                Task.onImage((amis, image) -> amis.copy(image)
                        .to(Region.US_WEST_2)
                        .encrypted()
                        .keepingTags()
                        .start()
                        .onProgress(progress -> {})
                        .await()
                        .orThrow()));
        TASKS.put("share", Task.onImage((amis, image) -> {
            ChangeReport shared =
                    amis.share(image).with(PARTNER).includingSnapshots().apply().orThrow();
            amis.undo(shared).orThrow();
            amis.unshare(image).from(PARTNER).includingSnapshots().apply().orThrow();
        }));
        TASKS.put("publish", new Task<>(IamTableTest::bakeWherePublicImagesMayBe, (amis, image) -> {
            amis.makePublic(image).apply().orThrow();
            amis.undo(amis.makePrivate(image).apply().orThrow()).orThrow();
        }));
        TASKS.put("deprecate", Task.onImage((amis, image) -> {
            amis.undo(amis.deprecate(image).in(Duration.ofDays(30)).apply().orThrow())
                    .orThrow();
            amis.deprecate(image).in(Duration.ofDays(30)).apply().orThrow();
            amis.undo(amis.undeprecate(image).apply().orThrow()).orThrow();
        }));
        TASKS.put("disable", new Task<>(IamTableTest::bakeAndShare, (amis, image) -> {
            amis.undo(amis.disable(image).apply().orThrow()).orThrow();
            amis.disable(image).apply().orThrow();
            amis.undo(amis.enable(image).apply().orThrow()).orThrow();
        }));
        TASKS.put("protect", Task.onImage((amis, image) -> {
            amis.undo(amis.protect(image).withoutCooldown().apply().orThrow()).orThrow();
            amis.protect(image).withoutCooldown().apply().orThrow();
            amis.undo(amis.unprotect(image).apply().orThrow()).orThrow();
        }));
        TASKS.put("label", Task.onImage((amis, image) -> {
            amis.undo(amis.tag(image)
                            .with("Environment", "test")
                            .includingSnapshots()
                            .apply()
                            .orThrow())
                    .orThrow();
            amis.untag(image, "Application").apply().orThrow();
            amis.undo(amis.changeDescription(image, "candidate").apply().orThrow())
                    .orThrow();
            amis.requireImdsV2(image).apply().orThrow();
        }));
        TASKS.put("pointer", Task.onImage((amis, image) -> {
            ChangeReport made = amis.pointer("/golden/web")
                    .to(image)
                    .readableBy(amis.account())
                    .apply()
                    .orThrow();
            amis.pointer("/golden/web").history();
            amis.undo(made).orThrow();
        }));
        TASKS.put("template", new Task<>(IamTableTest::bakeBesideAGroup, IamTableTest::switchTemplate));
        TASKS.put("rollout", new Task<>(IamTableTest::fleet, (amis, image) -> {
            RolloutReport report = amis.rollout(image)
                    .toGroups("web")
                    .toPointers("/golden/web")
                    .apply()
                    .orThrow();
            amis.rollback(report).orThrow();
            RolloutPlan slow = amis.rollout(image)
                    .toGroups("web")
                    .eachWaveWithin(Duration.ofSeconds(1))
                    .plan();
            amis.rollback(amis.apply(slow)).orThrow();
            amis.confirm(amis.rollout(image).toGroups("web").apply().orThrow());
        }));
        TASKS.put(
                "deregister",
                Task.onImage((amis, image) ->
                        amis.deregister(image).withSnapshots().apply().orThrow()));
        TASKS.put(
                "restore",
                new Task<>(
                        IamTableTest::bakeAndRemove,
                        (amis, removed) -> amis.undo(removed).orThrow()));
        TASKS.put("usage", Task.onImage((amis, image) -> amis.usage().read().of(image)));
        TASKS.put(
                "plan",
                Task.onImage((amis, image) -> policy(amis).deregistering().plan()));
        TASKS.put("cost", Task.onImage((amis, image) -> amis.costs().estimate()));
        TASKS.put("retire", new Task<>(IamTableTest::bakeAndShare, (amis, image) -> {
            amis.undo(amis.apply(policy(amis).deprecating().plan()).orThrow()).orThrow();
            amis.undo(amis.apply(policy(amis).disabling().plan()).orThrow()).orThrow();
            amis.apply(policy(amis).deregistering().plan()).orThrow();
        }));
        TASKS.put("orphans", new Task<>(IamTableTest::leaveOrphan, (amis, aws) -> {
            ChangeReport deleted = amis.apply(amis.orphanSnapshots().plan()).orThrow();
            amis.undo(deleted).orThrow();
        }));
        TASKS.put("stages", new Task<>(IamTableTest::bakeForWeeks, (amis, aws) -> {
            Cleanup stages = policy(amis)
                    .inStages(Stages.deprecating()
                            .disablingAfter(Duration.ofDays(1))
                            .deregisteringAfter(Duration.ofDays(1)));
            for (int day = 0; day < 8; day++) {
                Plan plan = stages.plan();
                if (plan.decisions().stream().noneMatch(decision -> decision.verdict() == Verdict.DEREGISTER)) {
                    amis.undo(amis.apply(plan).orThrow()).orThrow();
                }
                amis.apply(stages.plan()).orThrow();
                aws.time().advance(Duration.ofDays(1));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyTaskCallsWhatItsRowSays() throws IOException {
        Map<String, Set<String>> rows = rows();
        return TASKS.entrySet().stream()
                .map(task -> DynamicTest.dynamicTest(
                        task.getKey(), () -> assertThat(rows.get(task.getKey())).isEqualTo(calls(task.getValue()))));
    }

    @Test
    void everyRowIsATask() throws IOException {
        assertThat(rows().keySet()).isEqualTo(TASKS.keySet());
    }

    private static Map<String, Set<String>> rows() throws IOException {
        return ROW.matcher(Files.readString(README))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), IamTableTest::actions));
    }

    private static Set<String> actions(MatchResult row) {
        return Pattern.compile("`([a-z0-9]+:[A-Za-z]+)`")
                .matcher(row.group(2))
                .results()
                .map(action -> action.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Set<String> calls(Task<T> task) {
        InMemoryAws aws = InMemoryAws.create();
        T arranged = task.arrange().apply(aws);
        try (Ec2Endpoint endpoint = Ec2Endpoint.start(aws);
                RecordingHttpClient http = new RecordingHttpClient();
                AwsProvider provider = provider(aws, endpoint, http)) {
            task.act().on(Amis.using(provider), arranged);
            return http.actions();
        }
    }

    private static AwsProvider provider(InMemoryAws aws, Ec2Endpoint endpoint, RecordingHttpClient http) {
        return AwsProvider.builder()
                .region(aws.region())
                .credentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .endpoint(endpoint.uri())
                .httpClient(http)
                .clock(aws.clock())
                .sleeper(aws.sleeper())
                .build();
    }

    /** One that passes, and one that does not and is removed. */
    private static InstanceId runToBake(InMemoryAws aws) {
        aws.in(aws.region()).runCommands().answer("exit 7", 7, "");
        return aws.runInstance();
    }

    private static InstanceId bakeHalf(InMemoryAws aws) {
        InstanceId instance = aws.runInstance();
        aws.access().deny("StartInstances");
        Amis.using(aws).bake("web-1.0.0").fromInstance(instance).stoppingFirst().run();
        aws.access().allow("StartInstances");
        return instance;
    }

    private static void bakeWhole(Amis amis, InstanceId instance) {
        Bake good = amis.bake("web-2.0.0")
                .fromInstance(instance)
                .prepare(GuestCleanup.minimal().script())
                .stoppingFirst()
                .tag("Application", "web")
                .verifying(gate -> gate.on(SMALL).check("true", "true"))
                .publishingTo("/golden/web");
        good.run().orThrow();
        BakeReport bad = amis.bake("web-2.1.0")
                .fromInstance(instance)
                .verifying(gate -> gate.on(SMALL).check("bad", "exit 7"))
                .run();
        assertThat(bad.image()).isEmpty();
    }

    private static Image bakeBesideAGroup(InMemoryAws aws) {
        Image image = bake(aws);
        aws.in(aws.region())
                .imageParameter("/golden/web", image.imageId())
                .autoScalingGroup(AutoScalingGroup.builder()
                        .name("batch")
                        .region(aws.region())
                        .launchTemplate(LaunchTemplateSpecification.named("batch", "$Default"))
                        .build());
        return image;
    }

    /** A template is made of an instance that is launched of the image, gets versions, and is pruned and unmade. */
    private static void switchTemplate(Amis amis, Image image) {
        ChangeReport made = amis.launchTemplate("web")
                .create()
                .with(LaunchTemplateData.ofImage(image.imageId().value())
                        .withInstanceType(SMALL)
                        .with("BlockDeviceMappings.1.DeviceName", "/dev/sdf")
                        .with(
                                "BlockDeviceMappings.1.Ebs.SnapshotId",
                                image.snapshotIds().get(0).value()))
                .tag("Application", "web")
                .apply()
                .orThrow();
        ChangeReport switched = amis.launchTemplate("web")
                .switchTo(amis.find().ownedBySelf().named("web-1.1.0").one())
                .apply()
                .orThrow();
        amis.undo(switched).orThrow();
        amis.undo(made).orThrow();
        amis.launchTemplate("api")
                .create()
                .with(LaunchTemplateData.ofImage(image.imageId().value()).withInstanceType(SMALL))
                .apply()
                .orThrow();
        InstanceId instance = amis.launchTemplate("api").launch().start().get(0).instanceId();
        amis.launchTemplate("api")
                .newVersion()
                .with("ImageId", "resolve:ssm:/golden/web")
                .apply()
                .orThrow();
        amis.launchTemplate("copy").create().fromInstance(instance).apply().orThrow();
        amis.launchTemplate("api")
                .newVersion()
                .image(image)
                .makingItDefault()
                .onTopOf(2)
                .apply()
                .orThrow();
        amis.undo(amis.launchTemplate("api").setDefault(1).apply().orThrow()).orThrow();
        amis.launchTemplate("api").prune().keepingLatest(1).apply().orThrow();
    }

    private static Cleanup policy(Amis amis) {
        return amis.cleanup().named("web-*").keepingLatest(1).protectingInUse();
    }

    /** Two images of a family with tagged snapshots; the older one, which a policy lets go. */
    private static Image bake(InMemoryAws aws) {
        keepInRecycleBin(aws);
        Amis amis = Amis.using(aws);
        Image older = amis.create("web-1.0.0")
                .fromInstance(aws.runInstance())
                .tag("Application", "web")
                .start()
                .await();
        amis.create("web-1.1.0").fromInstance(aws.runInstance()).start().await();
        return older;
    }

    private static Image bakeEncrypted(InMemoryAws aws) {
        aws.in(aws.region()).kmsKeys().encryptByDefault(true);
        return bake(aws);
    }

    /** What the image left behind the Recycle Bin will keep, but not the image. */
    private static InMemoryAws leaveOrphan(InMemoryAws aws) {
        Amis amis = Amis.using(aws);
        Image image =
                amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();
        amis.deregister(image).apply().orThrow();
        aws.time().advance(Duration.ofDays(2));
        keepInRecycleBin(aws, RecycleBinResourceType.EBS_SNAPSHOT, Map.of());
        return aws;
    }

    private static InMemoryAws bakeForWeeks(InMemoryAws aws) {
        bakeAndShare(aws);
        return aws;
    }

    private static Image bakeWherePublicImagesMayBe(InMemoryAws aws) {
        aws.in(aws.region()).blockPublicAccess().orElseThrow().unblock();
        return bake(aws);
    }

    private static Image startBaking(InMemoryAws aws) {
        Amis amis = Amis.using(aws);
        amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().poll();
        return amis.find().ownedBySelf().named("web-1.0.0").one();
    }

    private static Image bakeAndShare(InMemoryAws aws) {
        Image image = bake(aws);
        Amis.using(aws).share(image).with(PARTNER).apply().orThrow();
        return image;
    }

    private static ChangeReport bakeAndRemove(InMemoryAws aws) {
        Image image = bake(aws);
        return Amis.using(aws).deregister(image).withSnapshots().apply().orThrow();
    }

    /** Rules that go by tags, so that tags are looked at. */
    private static void keepInRecycleBin(InMemoryAws aws) {
        for (RecycleBinResourceType type : RecycleBinResourceType.values()) {
            keepInRecycleBin(aws, type, Map.of("Application", "web"));
        }
    }

    private static void keepInRecycleBin(InMemoryAws aws, RecycleBinResourceType type, Map<String, String> tags) {
        aws.in(aws.region())
                .recycleBinRule(new RecycleBinRule("rule" + type, type, tags, Map.of(), Duration.ofDays(7)));
    }
}
