package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeReport;
import dev.amis.create.BakeStep;
import dev.amis.create.BakeStep.Kind;
import dev.amis.create.EndedBake;
import dev.amis.create.UnfinishedBake;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceStatus;
import dev.amis.model.InstanceType;
import dev.amis.model.Region;
import dev.amis.model.StatusCheck;
import dev.amis.publish.ImagePublisher;
import dev.amis.publish.Publication;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.Page;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A bake does no harm: it leaves no instance stopped and unseen, and takes away no image but its own. */
class BakeSafetyTest {

    private static final InstanceType SMALL = InstanceType.of("t3.micro");

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();

    // the instance

    @Test
    void anInstanceThatHangsInStoppingKeepsItsMark() {
        Instant[] until = {Instant.MIN};
        AmiProvider hanging = Tampered.of(aws, (method, arguments, call) -> {
            Object answer = call.go();
            if (method.getName().equals("stopInstances")) {
                until[0] = aws.clock().instant().plus(Duration.ofHours(1));
            }
            return method.getName().equals("describeInstances")
                            && aws.clock().instant().isBefore(until[0])
                    ? shownAs("stopping", answer)
                    : answer;
        });
        BakeReport report = stopping(Amis.using(hanging)).run();
        assertThat(report.problem().orElseThrow()).isInstanceOf(WaitTimeoutException.class);
        assertThat(report.steps()).extracting(BakeStep::kind).doesNotContain(Kind.START);
        assertThat(report.leftBehind()).hasSize(1);
        aws.time().advance(Duration.ofHours(2));
        assertThat(BakingTest.source(aws, instance).state()).isEqualTo(InstanceState.STOPPED);
        assertThat(UnfinishedBakesTest.all(aws)).hasSize(1);
        stopping(amis).run().orThrow();
        assertThatAllIsAsBefore();
    }

    @Test
    void theEndOfABakeKeepsTheMarkOfAnInstanceThatHangs() {
        dies(left -> left.stream()
                .anyMatch(bake -> bake.instance()
                        .filter(source -> source.state() != InstanceState.RUNNING)
                        .isPresent()));
        Instant until = aws.clock().instant().plus(Duration.ofHours(1));
        AmiProvider hanging = Tampered.of(aws, (method, arguments, call) -> {
            Object answer = call.go();
            return method.getName().equals("describeInstances")
                            && aws.clock().instant().isBefore(until)
                    ? shownAs("stopping", answer)
                    : answer;
        });
        List<EndedBake> ended =
                Amis.using(hanging).unfinishedBakes().olderThan(Duration.ZERO).takeBack();
        assertThat(ended)
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).containsInstanceOf(WaitTimeoutException.class));
        aws.time().advance(Duration.ofHours(2));
        assertThat(UnfinishedBakesTest.all(aws)).hasSize(1);
        amis.unfinishedBakes().olderThan(Duration.ZERO).takeBack().forEach(EndedBake::orThrow);
        assertThatAllIsAsBefore();
    }

    @Test
    void aStopWhoseAnswerIsLostAndThatShowsLateLeavesNoInstanceStopped() {
        Instant[] until = {Instant.MIN};
        AmiProvider late = Tampered.of(aws, (method, arguments, call) -> {
            Object answer = call.go();
            if (method.getName().equals("stopInstances")) {
                until[0] = aws.clock().instant().plusSeconds(5);
                throw new OutcomeUnknownException(
                        Failure.of("StopInstances", "the answer was lost").build());
            }
            return method.getName().equals("describeInstances")
                            && aws.clock().instant().isBefore(until[0])
                    ? shownAs("running", answer)
                    : answer;
        });
        BakeReport report = stopping(Amis.using(late)).run();
        assertThat(report.problem()).containsInstanceOf(OutcomeUnknownException.class);
        aws.time().advance(Duration.ofHours(1));
        assertThatAllIsAsBefore();
    }

    @Test
    void aBakeGoesOnThoughItsInstanceIsGone() {
        Bake gated = amis.bake("web-1").fromInstance(instance).verifying(gate -> gate.on(SMALL));
        dies(
                mortal -> mortal.bake("web-1").fromInstance(instance).verifying(gate -> gate.on(SMALL)),
                left -> left.stream().anyMatch(BakeSafetyTest::isThere));
        aws.terminateInstance(instance);
        assertThat(gated.run().succeeded()).isTrue();
        aws.time().advance(Duration.ofHours(2));
        assertThat(gated.run().succeeded()).isTrue();
        assertThat(BakingTest.images(amis)).hasSize(1);
        assertThat(UnfinishedBakesTest.all(aws)).isEmpty();
    }

    @Test
    void withoutInstanceAndImageABakeSaysThatTheInstanceIsGone() {
        aws.terminateInstance(instance);
        assertThat(stopping(amis).run().problem().orElseThrow())
                .hasMessageContaining(instance.value())
                .hasMessageContaining("no such instance");
    }

    // the image

    @Test
    void aGateDoesNotRemoveAnImageThatWasThereAndIsInUse() {
        Image live = amis.create("web-1").fromInstance(instance).start().await();
        aws.in(aws.region()).putLaunchTemplateVersion("prod", live.imageId().value());
        assertThatItStaysWhateverTheGateSays(live);
    }

    @Test
    void aGateDoesNotRemoveAnImageThatWasThereAndThatNobodyUses() {
        assertThatItStaysWhateverTheGateSays(
                amis.create("web-1").fromInstance(instance).start().await());
    }

    @Test
    void aGateAddedToABakeThatIsDoneDoesNotRemoveWhatWasPublished() {
        assertThatItStaysWhateverTheGateSays(amis.bake("web-1")
                .fromInstance(instance)
                .publishingTo("/golden/web")
                .run()
                .orThrow());
    }

    private void assertThatItStaysWhateverTheGateSays(Image live) {
        aws.in(aws.region()).runCommands().answer("curl", 7, "");
        BakeReport bad = checked(amis).run();
        assertThat(bad.problem()).containsInstanceOf(ImageFailedException.class);
        assertThat(bad.image()).map(Image::imageId).contains(live.imageId());
        assertThat(bad.leftBehind()).singleElement().asString().contains("does not carry the mark of this bake");
        assertThat(BakingTest.images(amis)).containsExactly(live.imageId());
        aws.access().deny("RunInstances");
        assertThat(checked(amis).run().succeeded()).isFalse();
        assertThat(BakingTest.images(amis)).containsExactly(live.imageId());
    }

    @Test
    void anImageThatDoesNotPassStaysIfSomethingRefersToIt() {
        aws.in(aws.region()).runCommands().answer("curl", 7, "");
        AmiProvider used = Tampered.of(aws, (method, arguments, call) -> {
            if (method.getName().equals("sendCommand")) {
                aws.in(aws.region())
                        .putLaunchTemplateVersion(
                                "prod", BakingTest.images(amis).get(0).value());
            }
            return call.go();
        });
        BakeReport report = checked(Amis.using(used)).run();
        assertThat(report.problem()).containsInstanceOf(ImageFailedException.class);
        assertThat(report.leftBehind()).singleElement().asString().contains("prod");
        assertThat(BakingTest.images(amis)).hasSize(1);
        assertThat(UnfinishedBakesTest.all(aws)).hasSize(1);
    }

    @Test
    void anImageThatCouldNotBeTestedStaysAndTheNextRunTestsIt() {
        for (String reason :
                List.of("InsufficientInstanceCapacity", "InstanceLimitExceeded", "UnauthorizedOperation")) {
            aws.faults().failNext("RunInstances", reason);
            BakeReport report = checked(amis).run();
            assertThat(report.problem().orElseThrow())
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("could not be tested");
            assertThat(report.leftBehind()).singleElement().asString().contains("was not tested, and stays");
            assertThat(report.steps()).extracting(BakeStep::kind).doesNotContain(Kind.REMOVE);
        }
        Image kept = amis.find().ownedBySelf().latest();
        assertThat(checked(amis).run().orThrow().imageId()).isEqualTo(kept.imageId());
        assertThat(UnfinishedBakesTest.all(aws)).isEmpty();
    }

    @Test
    void anImageWhoseInstancesNobodyManagesStays() {
        AmiProvider unmanaged = Tampered.of(
                aws,
                (method, arguments, call) ->
                        method.getName().equals("describeInstanceInformation") ? Page.only(List.of()) : call.go());
        BakeReport report = checked(Amis.using(unmanaged)).run();
        assertThat(report.problem().orElseThrow()).hasMessageContaining("did not come to manage it");
        assertThat(BakingTest.images(amis)).hasSize(1);
        checked(amis).run().orThrow();
    }

    @Test
    void killedAtAnyCallBeforeABadImageIsGoneAnotherRunRemovesIt() {
        int nth = 1;
        for (boolean died = true; died; nth++) {
            InMemoryAws other = InMemoryAws.create();
            InstanceId source = other.runInstance();
            other.in(other.region()).runCommands().answer("curl", 7, "");
            died = diesBaking(other, source, nth);
            if (died) {
                assertThat(bad(Amis.using(other), source).run().problem())
                        .as("killed at call %d", nth)
                        .containsInstanceOf(ImageFailedException.class);
            }
            assertThat(BakingTest.images(Amis.using(other)))
                    .as("killed at call %d", nth)
                    .isEmpty();
            assertThat(BakingTest.source(other, source).state()).isEqualTo(InstanceState.RUNNING);
            assertThat(UnfinishedBakesTest.all(other)).isEmpty();
            assertThat(VerifyingTest.living(other)).isEmpty();
        }
        assertThat(nth).isGreaterThan(30);
    }

    private static boolean diesBaking(InMemoryAws other, InstanceId source, int nth) {
        try {
            bad(Amis.using(BakingTest.dyingAt(other, nth).provider()), source).run();
            return false;
        } catch (BakingTest.Death death) {
            return true;
        }
    }

    private static Bake bad(Amis by, InstanceId source) {
        return by.bake("web-1")
                .fromInstance(source)
                .stoppingFirst()
                .verifying(gate -> gate.on(SMALL).check("web", "curl -fsS localhost"));
    }

    @Test
    void anImageThatDoesNotBootIsRemoved() {
        AmiProvider impaired = Tampered.of(
                aws,
                (method, arguments, call) ->
                        method.getName().equals("describeInstanceStatus") ? impaired((Page<?>) call.go()) : call.go());
        BakeReport report = checked(Amis.using(impaired)).run();
        assertThat(report.problem()).containsInstanceOf(ImageFailedException.class);
        assertThat(report.leftBehind()).isEmpty();
        assertThat(BakingTest.images(amis)).isEmpty();
    }

    private static Page<InstanceStatus> impaired(Page<?> answer) {
        return Page.only(answer.items().stream()
                .map(InstanceStatus.class::cast)
                .map(one ->
                        new InstanceStatus(one.instanceId(), one.stateText(), StatusCheck.IMPAIRED, one.systemCheck()))
                .toList());
    }

    @Test
    void aPublisherThatFailsForAnotherImageDoesNotCostThisOne() {
        BakeReport report = checked(amis)
                .publishing(image -> Publication.to("a partner's account"))
                .publishing(image -> {
                    // as a copy to another Region does whose orThrow() tells that the copy failed
                    throw new ImageFailedException(Failure.of("CopyImage", "the copy failed")
                            .resource("ami-0123456789abcdef0")
                            .build());
                })
                .run();
        assertThat(report.problem()).containsInstanceOf(ImageFailedException.class);
        assertThat(report.steps()).extracting(BakeStep::kind).doesNotContain(Kind.REMOVE);
        assertThat(BakingTest.images(amis)).hasSize(1);
    }

    @Test
    void anImageThatMayHaveBeenHandedOnIsNotRemovedByALaterGate() {
        amis.bake("web-1")
                .fromInstance(instance)
                .publishing(image -> {
                    throw new ImageFailedException(
                            Failure.of("CopyImage", "the copy failed").build());
                })
                .run();
        aws.in(aws.region()).runCommands().answer("curl", 7, "");
        assertThat(checked(amis).run().leftBehind()).hasSize(1);
        assertThat(BakingTest.images(amis)).hasSize(1);
    }

    @Test
    void anotherGateIsNotPassedByTheTagOfTheOneBefore() {
        Image made = amis.bake("web-1")
                .fromInstance(instance)
                .verifying(gate -> gate.on(SMALL))
                .run()
                .orThrow();
        aws.in(aws.region()).runCommands().answer("curl", 7, "");
        BakeReport report = checked(amis).publishingTo("/golden/web").run();
        assertThat(report.problem()).containsInstanceOf(ImageFailedException.class);
        assertThat(amis.pointer("/golden/web").find()).isEmpty();
        assertThat(BakingTest.images(amis)).containsExactly(made.imageId());
    }

    @Test
    void aGateIsPassedUnderWhateverNameOfARun() {
        Bake named = amis.bake("web-1")
                .fromInstance(instance)
                .verifying(gate -> gate.on(SMALL).as("build 1"));
        named.run().orThrow();
        assertThat(amis.bake("web-1")
                        .fromInstance(instance)
                        .verifying(gate -> gate.on(SMALL).as("build 2"))
                        .run()
                        .verification())
                .isEmpty();
    }

    // what can be told before

    @Test
    void whateverAPublisherThrowsIsInTheReportAndWhatWasHandedOnIsTakenBack() {
        List<Image> heldBack = new ArrayList<>();
        BakeReport report = stopping(amis)
                .publishing(image -> Publication.to("a list").undoneBy(() -> heldBack.add(image)))
                .publishing(image -> {
                    throw new IllegalStateException("the wiki is down");
                })
                .run();
        assertThat(report.problem().orElseThrow())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("the wiki is down")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(heldBack).hasSize(1);
        assertThat(BakeReport.fromJson(report.toJson()).steps()).isEqualTo(report.steps());
        stopping(amis).run().orThrow();
        assertThatAllIsAsBefore();
    }

    @Test
    void soIsWhatItThrowsWhenItIsAskedBefore() {
        BakeReport report = stopping(amis)
                .publishing(new ImagePublisher() {
                    @Override
                    public Publication publish(Image image) {
                        return Publication.to("nowhere");
                    }

                    @Override
                    public void check(Region region) {
                        throw new UnsupportedOperationException("no wiki in " + region);
                    }
                })
                .run();
        assertThat(report.problem().orElseThrow()).hasMessageContaining("no wiki in us-east-1");
        assertThat(BakingTest.images(amis)).isEmpty();
    }

    private Bake checked(Amis by) {
        return by.bake("web-1")
                .fromInstance(instance)
                .verifying(gate -> gate.on(SMALL).check("web", "curl -fsS localhost"));
    }

    private Bake stopping(Amis by) {
        return by.bake("web-1").fromInstance(instance).stoppingFirst();
    }

    private static boolean isThere(UnfinishedBake bake) {
        return bake.image()
                .filter(image -> image.state() == ImageState.AVAILABLE)
                .isPresent();
    }

    private static Page<Instance> shownAs(String state, Object answer) {
        Page<?> page = (Page<?>) answer;
        return new Page<>(
                page.items().stream()
                        .map(one -> ((Instance) one).withStateText(state))
                        .toList(),
                page.nextToken());
    }

    private void dies(Predicate<List<UnfinishedBake>> once) {
        dies(this::stopping, once);
    }

    /** Processes die one call later each until the account shows what is wanted. */
    private void dies(Function<Amis, Bake> work, Predicate<List<UnfinishedBake>> once) {
        for (int nth = 1; !once.test(UnfinishedBakesTest.all(aws)); nth++) {
            try {
                work.apply(Amis.using(BakingTest.dyingAt(aws, nth).provider())).run();
                throw new AssertionError("the work was done before anybody died as wanted");
            } catch (BakingTest.Death death) {
                // the next one goes on
            }
        }
    }

    private void assertThatAllIsAsBefore() {
        assertThat(BakingTest.source(aws, instance).state()).isEqualTo(InstanceState.RUNNING);
        assertThat(UnfinishedBakesTest.all(aws)).isEmpty();
    }
}
