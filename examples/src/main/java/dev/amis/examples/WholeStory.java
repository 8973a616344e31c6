package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.create.ChangeLog;
import dev.amis.guest.GuestCleanup;
import dev.amis.guest.GuestHardening;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.naming.NamingScheme;
import dev.amis.naming.OpenName;
import dev.amis.plan.Plan;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole way: an instance becomes a golden base, the base a runtime, the runtime an application; the application goes to a
 * fleet, the next one too, and the fleet goes back to exactly what ran before.
 */
final class WholeStory {

    private static final InstanceType SMALL = InstanceType.of("t3.micro");
    private static final NamingScheme BASE = NamingScheme.parse("golden-base-v{version}");
    private static final NamingScheme RUNTIME = NamingScheme.parse("runtime-v{version}");
    private static final NamingScheme SHOP = NamingScheme.parse("shop-v{version}");

    private final InMemoryAws aws;
    private final InMemoryRegion here;
    private final Amis amis;
    private final PrintStream out;

    private WholeStory(InMemoryAws aws, PrintStream out) {
        this.aws = aws;
        this.here = aws.in(aws.region());
        this.amis = Amis.using(aws);
        this.out = out;
    }

    static void run(Stage stage) {
        stage.inMemory("the whole way from an instance to a fleet", aws -> new WholeStory(aws, stage.out()).run());
    }

    private void run() {
        Image base = goldenBase();
        Image runtime = runtime(base);
        Image first = shop(runtime, "shop 1.0");
        fleet(first);
        aws.time().advance(Duration.ofDays(14));
        Image second = shop(runtime, "shop 1.1");
        RolloutReport report = rollOut(second);
        retirement();
        rollBack(report);
    }

    private Image goldenBase() {
        out.println("1. From an instance to a golden base");
        Image base = amis.bake(BASE.first())
                .fromInstance(aws.runInstance())
                .prepare(GuestHardening.standard().scriptBefore(GuestCleanup.standard()))
                .stoppingFirst()
                .verifying(gate -> gate.on(SMALL).check("boots", "true"))
                .publishingTo("/golden/base")
                .run()
                .orThrow();
        out.println("   tested    " + base + ", /golden/base says " + pointed("/golden/base"));
        return base;
    }

    private Image runtime(Image base) {
        out.println("2. From the base to a runtime");
        Image runtime = amis.bake(RUNTIME.first())
                .fromInstance(launch(base))
                .changeLog(ChangeLog.of("openjdk 21 on " + base.imageId()).by("build 7"))
                .verifying(gate -> gate.on(SMALL).check("java", "java -version"))
                .publishingTo("/golden/runtime")
                .run()
                .orThrow();
        out.println("   tested    " + runtime + ", made on an instance of "
                + runtime.sourceInstanceId().map(this::imageOf).orElseThrow());
        return runtime;
    }

    private Image shop(Image runtime, String what) {
        out.println("3. From the runtime to the application: " + what);
        OpenName name = amis.find()
                .ownedBySelf()
                .named(SHOP)
                .findLatest()
                .map(latest -> SHOP.next(latest).minor())
                .orElseGet(SHOP::first);
        Image image = amis.bake(name)
                .fromInstance(launch(runtime))
                .changeLog(ChangeLog.of(what).commit("4f2c1e").by("build 42"))
                .verifying(gate -> gate.on(SMALL).check("answers", "curl -fsS localhost/health"))
                .run()
                .orThrow();
        out.println("   tested    " + image);
        return image;
    }

    private void fleet(Image image) {
        out.println("4. A fleet");
        amis.launchTemplate("shop")
                .create()
                .fromInstance(launch(image))
                .image(image)
                .apply()
                .orThrow();
        amis.pointer("/shop/current").to(image).apply().orThrow();
        for (String group : new String[] {"shop-canary", "shop-a", "shop-b"}) {
            here.launchAutoScalingGroup(AutoScalingGroup.builder()
                    .name(group)
                    .region(here.region())
                    .maxSize(6)
                    .desiredCapacity(3)
                    .build()
                    .withLaunchTemplate(LaunchTemplateSpecification.named("shop", "$Default")));
        }
        out.println("   runs      " + running());
    }

    private RolloutReport rollOut(Image image) {
        out.println("5. Out to the fleet, the canary first");
        RolloutPlan plan = amis.rollout(image)
                .toGroups("shop-canary")
                .nextWave()
                .toGroups("shop-a", "shop-b")
                .toPointers("/shop/current")
                .plan();
        out.print(plan.describe().indent(3));
        RolloutReport report = amis.apply(plan).orThrow();
        out.println("   runs      " + running());
        return report;
    }

    private void retirement() {
        out.println("6. What a clean-up would do meanwhile");
        Plan plan = amis.cleanup().named(SHOP).keepingLatest(1).plan();
        plan.decisions()
                .forEach(decision -> out.println("   " + decision.verdict() + "      " + decision.name() + ": "
                        + decision.reasons().get(0)));
    }

    private void rollBack(RolloutReport report) {
        out.println("7. And back to exactly what ran before, by the saved report");
        RolloutReport saved = RolloutReport.fromJson(report.toJson());
        out.println("   back      " + amis.rollback(saved).orThrow().status());
        out.println("   runs      " + running() + ", default "
                + amis.launchTemplate("shop").defaultVersion() + ", /shop/current says " + pointed("/shop/current"));
    }

    private InstanceId launch(Image image) {
        return here.runInstance(InstanceSpec.of(image.imageId()).type(SMALL.value()));
    }

    private String imageOf(InstanceId instance) {
        return name(here.instances()
                .describeInstances(DescribeInstancesRequest.builder()
                        .addInstanceId(instance)
                        .build())
                .items()
                .get(0)
                .imageId());
    }

    private String pointed(String pointer) {
        return name(amis.pointer(pointer).find().values().iterator().next());
    }

    private String name(ImageId image) {
        return amis.find().byId(image).one().name().orElseThrow();
    }

    private Set<String> running() {
        Set<String> names = new TreeSet<>();
        here
                .autoScaling()
                .orElseThrow()
                .describeAutoScalingGroups(
                        DescribeAutoScalingGroupsRequest.builder().build())
                .items()
                .stream()
                .flatMap(group -> group.instances().stream())
                .map(AutoScalingInstance::imageId)
                .forEach(image -> names.add(name(image.orElseThrow())));
        return names;
    }
}
