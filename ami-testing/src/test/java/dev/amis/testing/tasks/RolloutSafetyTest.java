package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.StalePlanException;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import dev.amis.usage.UseStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Roll-outs that meet one another, other people, things that are gone, and instances that are not well. */
class RolloutSafetyTest {

    private static final Region HERE = Region.US_EAST_1;

    private final InMemoryAws aws = InMemoryAws.create();
    private final RolloutFleet fleet = new RolloutFleet(aws, List.of(HERE), 6, 2);
    private final InMemoryRegion here = aws.in(HERE);
    private final Amis amis = Amis.using(aws);
    private final Image young = fleet.newImages.get(0);

    @AfterEach
    void notInterrupted() {
        Thread.interrupted();
    }

    private Image bake(String name) {
        return amis.create(name)
                .fromInstance(here.runInstance(InstanceSpec.ofBaseImage()))
                .start()
                .await();
    }

    private AutoScalingGroup group(String name) {
        return here.autoScaling()
                .orElseThrow()
                .describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .addNames(name)
                        .build())
                .items()
                .get(0);
    }

    private List<String> images(String name) {
        return group(name).instances().stream()
                .map(one -> one.imageId().orElseThrow().value())
                .toList();
    }

    private LaunchTemplateId template() {
        return here
                .launchTemplates()
                .orElseThrow()
                .describeLaunchTemplates(
                        DescribeLaunchTemplatesRequest.builder().build())
                .items()
                .stream()
                .filter(one -> one.launchTemplateName().equals(RolloutFleet.TEMPLATE))
                .findFirst()
                .orElseThrow()
                .launchTemplateId();
    }

    private String templateState() {
        return fleet.state().get(HERE.value()).templates().get(RolloutFleet.TEMPLATE);
    }

    private String word(String name) {
        return ((GroupLaunchSource.Template) group(name).launchSource().orElseThrow())
                .launchTemplate()
                .effectiveVersion();
    }

    private void launch(String name, int capacity, String template, String version) {
        here.launchAutoScalingGroup(AutoScalingGroup.builder()
                .name(name)
                .region(HERE)
                .maxSize(2 * capacity)
                .desiredCapacity(capacity)
                .build()
                .withLaunchSource(
                        new GroupLaunchSource.Template(LaunchTemplateSpecification.named(template, version))));
    }

    @Test
    void takingBackTheFirstOfTwoKeepsWhatTheSecondWouldGoBackTo() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        Map<String, RolloutFleet.RegionState> between = fleet.state();
        Image third = bake("web-3.0.0");
        RolloutReport second =
                amis.apply(amis.rollout(third).toGroups("web-0").plan()).orThrow();

        amis.rollback(first); // incomplete: somebody else has set web-0
        RolloutReport back = amis.rollback(second);

        assertThat(back.reason()).isEmpty();
        assertThat(back.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(word("web-0")).isEqualTo("3");
        assertThat(between).isNotNull();
    }

    @Test
    void takingBackTheFirstOfTwoLeavesAGroupOfTheSecondThatFollowsAlone() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-2").plan()).orThrow();
        Image third = bake("web-3.0.0");
        amis.apply(amis.rollout(third).toGroups("web-2").plan()).orThrow();
        assertThat(word("web-2")).isEqualTo("$Default");

        amis.rollback(first);

        assertThat(word("web-2")).isEqualTo("$Default");
        assertThat(images("web-2")).containsOnly(third.imageId().value());
    }

    @Test
    void takingBackTwiceLeavesALaterRolloutAlone() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-2").plan()).orThrow();
        amis.rollback(first).orThrow();
        Image third = bake("web-3.0.0");
        RolloutReport second =
                amis.apply(amis.rollout(third).toGroups("web-2").plan()).orThrow();

        amis.rollback(first);
        assertThat(word("web-2")).isEqualTo("$Default");
        assertThat(amis.rollback(second).status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void goingOnWithACompletedOneLeavesALaterRolloutAlone() {
        RolloutJournal journal = RolloutJournal.inMemory();
        amis.applying(amis.rollout(young).toGroups("web-2").plan())
                .journal(journal)
                .apply()
                .orThrow();
        Image third = bake("web-3.0.0");
        amis.apply(amis.rollout(third).toGroups("web-2").plan()).orThrow();
        assertThat(templateState()).isEqualTo("4 of 4");

        amis.resume(journal);

        assertThat(images("web-2")).containsOnly(third.imageId().value());
        assertThat(templateState()).isEqualTo("4 of 4");
    }

    @Test
    void aDefaultThatSomebodySetOnTheWayIsLeftAlone() {
        boolean[] done = {false};
        RolloutReport report = amis.applying(
                        amis.rollout(young).toGroups("web-2").plan())
                .onProgress(progress -> {
                    if (!done[0]) {
                        done[0] = true;
                        here.defaultLaunchTemplateVersion(template(), 2);
                    }
                })
                .apply();

        assertThat(templateState()).isEqualTo("2 of 3");
        assertThat(report.status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void aDefaultThatSomebodySetAfterwardsIsSaidByTheWayBack() {
        RolloutReport report = amis.apply(
                        amis.rollout(young).toTemplates(RolloutFleet.TEMPLATE).plan())
                .orThrow();
        here.defaultLaunchTemplateVersion(template(), 2);

        RolloutReport back = amis.rollback(report);

        assertThat(templateState()).startsWith("2 of");
        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
    }

    @Test
    void rolledBackMeansThatAllIsAsRecordedAlsoOfAGroupThatFollows() {
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("web-3").plan()).orThrow();
        here.putLaunchTemplateVersion(RolloutFleet.TEMPLATE, young.imageId().value());

        RolloutReport back = amis.rollback(report);

        assertThat(word("web-3").equals("$Latest") || back.status() == Status.ROLLBACK_INCOMPLETE)
                .as(word("web-3") + " " + back.status() + " " + back.groups())
                .isTrue();
    }

    @Test
    void somebodyElsesRefreshIsNotTakenForOurs() {
        boolean[] done = {false};
        RolloutReport report = amis.applying(amis.rollout(young)
                        .toGroups("web-0")
                        .nextWave()
                        .toGroups("web-1")
                        .plan())
                .onProgress(progress -> {
                    if (!done[0]) {
                        done[0] = true;
                        here.autoScaling()
                                .orElseThrow()
                                .startInstanceRefresh(new StartInstanceRefreshRequest(
                                        "web-1",
                                        Optional.empty(),
                                        RefreshPreferences.builder()
                                                .instanceWarmup(Duration.ofHours(1))
                                                .build()));
                    }
                })
                .apply();

        assertThat(report.status() != Status.COMPLETED
                        || images("web-1").stream().allMatch(young.imageId().value()::equals))
                .as(report.status() + " " + images("web-1") + " new " + young.imageId())
                .isTrue();
    }

    @Test
    void somebodyElsesRefreshIsNotCancelledWhereALookFails() {
        boolean[] done = {false};
        aws.calls().clear();
        amis.applying(amis.rollout(young)
                        .toGroups("web-0")
                        .nextWave()
                        .toGroups("web-1")
                        .plan())
                .onProgress(progress -> {
                    if (!done[0]) {
                        done[0] = true;
                        here.autoScaling()
                                .orElseThrow()
                                .startInstanceRefresh(new StartInstanceRefreshRequest(
                                        "web-1",
                                        Optional.empty(),
                                        RefreshPreferences.builder()
                                                .instanceWarmup(Duration.ofHours(1))
                                                .build()));
                        aws.faults().failNext("UpdateAutoScalingGroup", "InternalError");
                        aws.faults().failNext("DescribeAutoScalingGroups", "InternalError");
                    }
                })
                .apply();

        assertThat(aws.calls().count("CancelInstanceRefresh")).isZero();
    }

    /** The account, in which a group was deleted by somebody. */
    private AmiProvider without(String group) {
        return proxy(
                AmiProvider.class,
                aws,
                (name, args, answer) -> answer instanceof RegionalProvider region
                        ? proxy(
                                RegionalProvider.class,
                                region,
                                (port, none, got) -> port.equals("autoScaling")
                                        ? Optional.of(proxy(
                                                AutoScalingPort.class,
                                                (AutoScalingPort) ((Optional<?>) got).orElseThrow(),
                                                (action, asked, said) -> hide(group, said)))
                                        : got)
                        : answer);
    }

    private static Object hide(String group, Object said) {
        if (said instanceof Page<?> page
                && !page.items().isEmpty()
                && page.items().get(0) instanceof AutoScalingGroup) {
            List<AutoScalingGroup> left = page.items().stream()
                    .map(AutoScalingGroup.class::cast)
                    .filter(one -> !one.name().equals(group))
                    .toList();
            return new Page<>(left, page.nextToken());
        }
        return said;
    }

    private interface After {
        Object then(String name, Object[] args, Object answer);
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return after.then(method.getName(), args, method.invoke(real, args));
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }

    @Test
    void aGroupThatSomebodyDeletedDoesNotBarTheWayBackOfTheOthers() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();

        Amis later = Amis.using(without("web-1"));
        RolloutReport back = later.rollback(report);
        back = later.rollback(back);

        assertThat(images("web-0"))
                .as(back.toString())
                .doesNotContain(young.imageId().value());
    }

    @Test
    void aRegionThatIsDeniedDoesNotBarTheWayBackOfTheOthers() {
        InMemoryAws two = InMemoryAws.create();
        RolloutFleet both = new RolloutFleet(two, List.of(HERE, Region.EU_WEST_1), 6, 2);
        Map<String, RolloutFleet.RegionState> before = both.state();
        RolloutReport report =
                Amis.using(two).apply(both.rollout(Amis.using(two)).plan()).orThrow();
        AmiProvider half = proxy(AmiProvider.class, two, (name, args, answer) -> {
            if (answer instanceof RegionalProvider region && region.region().equals(HERE)) {
                throw new NotFoundException(
                        Failure.of("anything", "Region is down").build());
            }
            return answer;
        });

        RolloutReport back = Amis.using(half).rollback(report);

        assertThat(both.state().get("eu-west-1").groups())
                .as(back.toString())
                .isEqualTo(before.get("eu-west-1").groups());
    }

    @Test
    void instancesOfAnotherTemplateWithTheSameNumberAreReplaced() {
        String old = images("web-0").get(0);
        here.putLaunchTemplateVersion("other", old);
        here.putLaunchTemplateVersion("other", old);
        here.putLaunchTemplateVersion("other", old);
        launch("moved", 2, "other", "3");
        fleet.launchFrom(HERE, "moved", "1");

        RolloutReport report = amis.apply(amis.rollout(young).toGroups("moved").plan());

        assertThat(report.status()).isEqualTo(Status.COMPLETED);
        assertThat(images("moved")).containsOnly(young.imageId().value());
    }

    @Test
    void instancesThatWereOfAnEarlierVersionAreThatAgain() {
        launch("mixed-up", 2, RolloutFleet.TEMPLATE, "1");
        fleet.launchFrom(HERE, "mixed-up", "2");
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        RolloutPlan plan = amis.rollout(young).toGroups("mixed-up").plan();
        RolloutReport report = amis.apply(plan).orThrow();

        amis.rollback(report).orThrow();

        assertThat(fleet.state().equals(before) || plan.notes().stream().anyMatch(note -> note.contains("mixed-up")))
                .as(before.get(HERE.value()).groups().get("mixed-up") + " -> "
                        + fleet.state().get(HERE.value()).groups().get("mixed-up") + ", notes " + plan.notes())
                .isTrue();
    }

    @Test
    void aPointerGroupThatWasNeverReachedKeepsItsInstances() {
        Image middle = bake("web-1.5.0");
        amis.pointer(RolloutFleet.POINTER).to(middle).apply().orThrow();
        List<AutoScalingInstance> before = group("web-4").instances();
        aws.faults().failNextBoot("Kernel panic");
        RolloutReport report = amis.apply(fleet.rollout(amis).plan());
        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(group("web-4").instances()).isEqualTo(before);

        amis.rollback(report).orThrow();

        assertThat(group("web-4").instances()).isEqualTo(before);
    }

    @Test
    void goingOnDoesNotPassOverAnInstanceThatNeverCameUp() {
        RolloutJournal journal = RolloutJournal.inMemory();
        aws.faults().failNextBoot("Kernel panic");
        amis.applying(amis.rollout(young)
                        .toGroups("web-0")
                        .nextWave()
                        .toGroups("web-1")
                        .plan())
                .journal(journal)
                .apply();

        RolloutReport report = amis.resume(journal);

        assertThat(report.status() != Status.COMPLETED
                        || group("web-0").instances().stream()
                                .allMatch(one -> one.healthStatus().equals("Healthy")))
                .as(report.status() + " " + group("web-0").instances())
                .isTrue();
    }

    @Test
    void goingOnDoesNotTakeAPendingInstanceForAHealthyOne() {
        launch("single", 1, RolloutFleet.TEMPLATE, "1");
        RolloutJournal journal = RolloutJournal.inMemory();
        aws.faults().failNextBoot("Kernel panic");
        RolloutReport first = amis.applying(amis.rollout(young)
                        .toGroups("single")
                        .nextWave()
                        .toGroups("web-1")
                        .eachWaveWithin(Duration.ofSeconds(1))
                        .plan())
                .journal(journal)
                .apply();
        assertThat(first.status()).isEqualTo(Status.STOPPED);

        RolloutReport report = amis.resume(journal);

        assertThat(images("web-1"))
                .as(report + " " + group("single").instances())
                .doesNotContain(young.imageId().value());
    }

    @Test
    void theWayBackDoesNotPassOverAnInstanceThatNeverCameUp() {
        launch("single", 1, RolloutFleet.TEMPLATE, "1");
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("single").plan()).orThrow();
        aws.faults().failNextBoot("Kernel panic");
        RolloutReport back = amis.rollback(report);
        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);

        back = amis.rollback(back);

        assertThat(back.status() != Status.ROLLED_BACK
                        || group("single").instances().stream()
                                .allMatch(one -> one.healthStatus().equals("Healthy")))
                .as(back.status() + " " + group("single").instances())
                .isTrue();
    }

    @Test
    void aPlanThatWasTakenBackCanBeAppliedAgain() {
        RolloutPlan plan = fleet.rollout(amis).plan();
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        amis.rollback(amis.apply(plan).orThrow()).orThrow();
        assertThat(fleet.state()).isEqualTo(before);

        assertThat(amis.apply(plan).status()).isEqualTo(Status.COMPLETED);
        fleet.assertAllNew();
    }

    @Test
    void goingOnWithWhatWasTakenBackBeginsAnew() {
        RolloutJournal journal = RolloutJournal.inMemory();
        amis.rollback(amis.applying(fleet.rollout(amis).plan())
                        .journal(journal)
                        .apply()
                        .orThrow())
                .orThrow();

        assertThat(amis.resume(journal).status()).isEqualTo(Status.COMPLETED);
        fleet.assertAllNew();
    }

    @Test
    void goingOnAfterConfirmingDoesNotMarkTheImagesAgain() {
        RolloutJournal journal = RolloutJournal.inMemory();
        RolloutReport report = amis.applying(fleet.rollout(amis).plan())
                .journal(journal)
                .apply()
                .orThrow();
        amis.confirm(report);

        amis.resume(journal).orThrow();

        assertThat(amis.find().byId(young.imageId()).one().tags().asMap().keySet())
                .noneMatch(key -> key.startsWith("amis:rollout:"));
    }

    @Test
    void aReportThatWasTakenBackInPartCannotBeConfirmed() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();
        aws.faults().failNextBoot("Kernel panic");
        assertThat(amis.rollback(report).status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);

        assertThatThrownBy(() -> amis.confirm(report))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("being taken back");
        assertThat(marks(young)).hasSize(1);
    }

    @Test
    void aCopyWithTheTagIsNotWhatTheRolloutIsAbout() {
        amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        Image copy = amis.copy(young)
                .to(Region.EU_WEST_1)
                .keepingTags()
                .start()
                .await(Duration.ofHours(1))
                .images()
                .get(0);

        assertThat(marks(young)).hasSize(1);
        assertThat(marks(copy)).hasSize(1);
        assertThat(amis.in(Region.EU_WEST_1).usage().read().of(copy).status()).isEqualTo(UseStatus.UNUSED);
    }

    /** The roll-outs that keep an image. */
    private List<String> marks(Image image) {
        return amis.in(image.region()).find().byId(image.imageId()).one().tags().asMap().keySet().stream()
                .filter(key -> key.startsWith("amis:rollout:"))
                .toList();
    }

    @Test
    void anInterruptedWaitLeavesTheRefreshesGoingOnAsItsAdviceSays() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-0").plan();
        aws.calls().clear();
        RolloutReport report = amis.applying(plan)
                .onProgress(progress -> Thread.currentThread().interrupt())
                .apply();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(report.reason().orElseThrow()).contains("The instance refreshes go on");
        assertThat(aws.calls().count("CancelInstanceRefresh")).isZero();
    }

    @Test
    void aListenerThatThrowsDoesNotEscape() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-0").plan();

        assertThatCode(() -> amis.applying(plan)
                        .onProgress(progress -> {
                            throw new IllegalStateException("screen is gone");
                        })
                        .apply())
                .doesNotThrowAnyException();
    }

    @Test
    void aTemplateWithAMalformedImageIsRefusedOrRolledOut() {
        here.putLaunchTemplateVersion("odd", "ami-to-be-filled");
        here.autoScalingGroup(AutoScalingGroup.builder()
                .name("empty")
                .region(HERE)
                .build()
                .withLaunchSource(new GroupLaunchSource.Template(LaunchTemplateSpecification.named("odd", "1"))));
        RolloutPlan plan = amis.rollout(young).toTemplates("odd").plan();

        assertThatCode(() -> amis.apply(plan)).doesNotThrowAnyException();
    }

    @Test
    void anImageThatIsGoneSinceThePlanMakesItStale() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-0").plan();
        amis.deregister(young).apply().orThrow();
        aws.calls().clear();

        assertThatThrownBy(() -> amis.apply(plan))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining(young.imageId().value());
        assertThat(fleet.changes()).isEmpty();
    }

    @Test
    void aDanglingGroupDoesNotHideTheOtherBystanders() {
        here.autoScalingGroup(AutoScalingGroup.builder()
                .name("zombie")
                .region(HERE)
                .build()
                .withLaunchSource(new GroupLaunchSource.Template(LaunchTemplateSpecification.named("deleted", "1"))));

        RolloutPlan plan = amis.rollout(young).toPointers(RolloutFleet.POINTER).plan();

        assertThat(plan.notes()).anyMatch(note -> note.contains("web-4"));
    }

    @Test
    void takingBackBothInTheWrongOrderReachesAnEndSomehow() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        Image third = bake("web-3.0.0");
        RolloutJournal journal = RolloutJournal.inMemory();
        RolloutReport second = amis.applying(
                        amis.rollout(third).toGroups("web-0").plan())
                .journal(journal)
                .apply()
                .orThrow();
        amis.rollback(first);

        Status last = Status.STOPPED;
        for (int nth = 0; nth < 3; nth++) {
            amis.rollback(second);
            last = amis.rollback(journal).status();
        }
        RolloutReport again = amis.resume(journal);

        assertThat(last == Status.ROLLED_BACK || again.status() == Status.COMPLETED)
                .as(last + " " + again + " versions " + templateState() + " web-0 at " + word("web-0"))
                .isTrue();
    }

    @Test
    void aNewPlanRightAfterTheWayBackCanBeApplied() {
        amis.rollback(amis.apply(amis.rollout(young)
                                .toTemplates(RolloutFleet.TEMPLATE)
                                .plan())
                        .orThrow())
                .orThrow();

        RolloutReport again = amis.apply(
                amis.rollout(young).toTemplates(RolloutFleet.TEMPLATE).plan());

        assertThat(again.status()).as(again.toString()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void whatSomebodyElseTookOverForGoodCanBeAbandoned() {
        boolean[] changed = {false};
        RolloutReport report = amis.applying(fleet.rollout(amis).plan())
                .onProgress(progress -> {
                    if (!changed[0]) {
                        changed[0] = true;
                        fleet.launchFrom(HERE, "web-1", "2");
                    }
                })
                .apply();
        assertThat(amis.rollback(report).status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);

        amis.abandon(report);

        assertThat(marks(young)).isEmpty();
    }

    @Test
    void theImageOfAPinnedParameterVersionIsKeptToGoBackTo() {
        Image old = bake("pin-1.0.0");
        Image middle = bake("pin-2.0.0");
        Image latest = bake("pin-3.0.0");
        here.imageParameter("/pin", old.imageId());
        here.imageParameter("/pin", middle.imageId());
        here.putLaunchTemplateVersion("pin", "resolve:ssm:/pin:1");
        launch("pinned", 1, "pin", "1");
        assertThat(images("pinned")).containsExactly(old.imageId().value());
        RolloutReport report =
                amis.apply(amis.rollout(latest).toGroups("pinned").plan()).orThrow();

        amis.apply(amis.cleanup().named("pin-*").keepingLatest(1).plan());

        RolloutReport back = amis.rollback(report);
        assertThat(images("pinned"))
                .as(back.toString())
                .containsExactly(old.imageId().value());
    }

    @Test
    void theImageThatAParameterSaidIsKeptToGoBackTo() {
        Image old = bake("pin-1.0.0");
        Image latest = bake("pin-3.0.0");
        here.imageParameter("/pin", old.imageId());
        here.putLaunchTemplateVersion("pin", "resolve:ssm:/pin");
        launch("pinned", 1, "pin", "1");
        RolloutReport report =
                amis.apply(amis.rollout(latest).toGroups("pinned").plan()).orThrow();

        assertThat(amis.find().byId(old.imageId()).one().tags().asMap().keySet())
                .as(report.toString())
                .anyMatch(key -> key.startsWith("amis:rollout:"));
    }

    @Test
    void aGroupThatAStoppedRolloutHoldsIsNotTakenForOneThatNamesItsVersion() {
        aws.faults().failNextBoot("Kernel panic");
        assertThat(amis.apply(fleet.rollout(amis).plan()).status()).isEqualTo(Status.STOPPED);
        Image third = bake("web-3.0.0");

        assertThat(amis.rollout(third).toGroups("web-2").plan().notes())
                .anyMatch(note -> note.contains("web-2") && note.contains("not confirmed"));
    }

    @Test
    void aVersionThatIsNotListedYetIsNotForgottenByTheWayBack() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-3").plan();
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        aws.faults().fail("UpdateAutoScalingGroup", 2, "UnauthorizedOperation");
        RolloutReport report = amis.apply(plan);
        assertThat(report.status()).isEqualTo(Status.STOPPED);
        aws.faults().clear();

        AmiProvider late = proxy(
                AmiProvider.class,
                aws,
                (name, args, answer) -> answer instanceof RegionalProvider region
                        ? proxy(
                                RegionalProvider.class,
                                region,
                                (port, none, got) -> port.equals("launchTemplates")
                                        ? Optional.of(proxy(
                                                LaunchTemplatePort.class,
                                                (LaunchTemplatePort) ((Optional<?>) got).orElseThrow(),
                                                (action, asked, said) -> notYet(said)))
                                        : got)
                        : answer);
        RolloutReport back = Amis.using(late).rollback(report);

        assertThat(fleet.state().equals(before) || back.status() == Status.ROLLBACK_INCOMPLETE)
                .as(back + " " + back.groups() + " " + templateState())
                .isTrue();
    }

    private static Object notYet(Object said) {
        if (said instanceof Page<?> page
                && page.items().size() > 1
                && page.items().get(0) instanceof LaunchTemplateVersion) {
            return new Page<>(
                    page.items().stream()
                            .map(LaunchTemplateVersion.class::cast)
                            .filter(one -> one.versionNumber() < 3)
                            .toList(),
                    page.nextToken());
        }
        return said;
    }

    @Test
    void aRefreshThatEndsRightBeforeItIsCancelledDoesNotEndTheWayBack() {
        RolloutReport stopped = amis.applying(
                        amis.rollout(young).toGroups("web-0", "web-1").plan())
                .onProgress(progress -> Thread.currentThread().interrupt())
                .apply();
        assertThat(Thread.interrupted()).isTrue();
        aws.faults().failNext("CancelInstanceRefresh", "ActiveInstanceRefreshNotFound");

        RolloutReport back = amis.rollback(stopped);

        assertThat(back.status()).as(back.toString()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void aVersionThatSomebodyDeletedDoesNotBarTheWayBack() {
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("web-2").plan()).orThrow();
        here.defaultLaunchTemplateVersion(template(), 2);
        here.launchTemplates().orElseThrow().deleteLaunchTemplateVersions(template(), List.of(1L));

        RolloutReport back = amis.rollback(report);
        back = amis.rollback(back);

        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
        assertThat(word("web-2")).as(back + " " + back.groups()).isEqualTo("$Default");
    }

    @Test
    void aTemplateThatSomebodyDeletedDoesNotBarTheWayBackOfTheOthers() {
        launch("doomed", 1, "web-by-pointer", "1");
        RolloutReport report = amis.apply(
                        amis.rollout(young).toGroups("web-0", "doomed").plan())
                .orThrow();
        LaunchTemplateId gone = here
                .launchTemplates()
                .orElseThrow()
                .describeLaunchTemplates(
                        DescribeLaunchTemplatesRequest.builder().build())
                .items()
                .stream()
                .filter(one -> one.launchTemplateName().equals("web-by-pointer"))
                .findFirst()
                .orElseThrow()
                .launchTemplateId();
        here.launchTemplates().orElseThrow().deleteLaunchTemplate(gone);

        RolloutReport back = amis.rollback(report);

        assertThat(images("web-0"))
                .as(back.toString())
                .doesNotContain(young.imageId().value());
    }

    @Test
    void aDeadlineWithoutEndIsRefused() {
        assertThatThrownBy(() -> amis.rollout(young).eachWaveWithin(ChronoUnit.FOREVER.getDuration()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT720H");
    }

    @Test
    void aParameterThatMovedSinceIsSaidByTheWayBack() {
        Image old = bake("pin-1.0.0");
        Image other = bake("pin-2.0.0");
        here.imageParameter("/pin", old.imageId());
        here.putLaunchTemplateVersion("pin", "resolve:ssm:/pin");
        launch("pinned", 1, "pin", "1");
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("pinned").plan()).orThrow();
        here.imageParameter("/pin", other.imageId());

        RolloutReport back = amis.rollback(report);

        assertThat(back.status() == Status.ROLLBACK_INCOMPLETE
                        || images("pinned").equals(List.of(old.imageId().value())))
                .as(back + " " + images("pinned") + " was " + old.imageId())
                .isTrue();
    }

    @Test
    void goingOnWithWhatNeverBeganRefusesWhatSomebodyHasChanged() {
        RolloutJournal journal = RolloutJournal.inMemory();
        journal.begin(amis.rollout(young).toGroups("web-2").plan()); // and the process died
        Image hotfix = bake("web-1.0.1");
        here.putLaunchTemplateVersion(RolloutFleet.TEMPLATE, hotfix.imageId().value());
        here.defaultLaunchTemplateVersion(template(), 3);
        aws.calls().clear();

        assertThatThrownBy(() -> amis.resume(journal))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("3 and 3 now, not 1 and 2");
        assertThat(fleet.changes()).isEmpty();
    }

    @Test
    void aCancelledRefreshLeavesItsLastInstanceInService() {
        launch("single", 1, RolloutFleet.TEMPLATE, "1");
        amis.apply(amis.rollout(young)
                .toGroups("single")
                .eachWaveWithin(Duration.ofSeconds(1))
                .plan());
        aws.time().advance(Duration.ofHours(3));

        assertThat(group("single").instances())
                .allSatisfy(one -> assertThat(one.lifecycleState()).isEqualTo("InService"));
    }

    @Test
    void aGroupThatIsStillBeingRefreshedBackIsNotDone() {
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        aws.faults().fail("DescribeInstanceRefreshes", 3, "UnauthorizedOperation");

        RolloutReport back = amis.rollback(report);

        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
        assertThat(back.groups().get(0).outcome() != Outcome.DONE
                        || !images("web-0").contains(young.imageId().value()))
                .as(back + " " + back.groups() + " " + images("web-0"))
                .isTrue();
    }

    @Test
    void oneGroupThatCannotGoBackDoesNotHoldTheDefaultOfAnotherRegion() {
        InMemoryAws two = InMemoryAws.create();
        RolloutFleet both = new RolloutFleet(two, List.of(HERE, Region.EU_WEST_1), 6, 2);
        Map<String, RolloutFleet.RegionState> before = both.state();
        Amis there = Amis.using(two);
        RolloutReport report = there.apply(both.rollout(there).plan()).orThrow();
        two.faults().failNextBoot("Kernel panic");

        RolloutReport back = there.rollback(report);

        Map<String, RolloutFleet.RegionState> after = both.state();
        assertThat(List.of(
                        after.get("eu-west-1")
                                .templates()
                                .equals(before.get("eu-west-1").templates()),
                        after.get("us-east-1")
                                .templates()
                                .equals(before.get("us-east-1").templates())))
                .as(back + " " + after.get("eu-west-1").templates()
                        + after.get("us-east-1").templates())
                .contains(true);
    }
}
