package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeStep;
import dev.amis.create.BakeStep.Kind;
import dev.amis.create.EndedBake;
import dev.amis.create.UnfinishedBake;
import dev.amis.create.UnfinishedBakes;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.RunInstancesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.tasks.BakingTest.Death;
import dev.amis.verify.Verification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What bakes leave behind whose process died for good is found in the account, and ended there. */
class UnfinishedBakesTest {

    private static final String PARAMETER = "/golden/web";

    /** An account in which a bake is left in the middle. */
    private static final class Scene {
        private final InMemoryAws aws = InMemoryAws.create();
        private final Amis amis = Amis.using(aws);
        private final InstanceId instance = aws.runInstance();

        private Bake bake(Amis by) {
            return BakingTest.whole(by, instance).publishingTo(PARAMETER);
        }

        /** Tells whether the process died before its n-th call, and not after its work. */
        private boolean dies(int nth) {
            try {
                bake(mortal(nth)).run().orThrow();
                return false;
            } catch (Death death) {
                return true;
            }
        }

        private Amis mortal(int nth) {
            return Amis.using(BakingTest.dyingAt(aws, nth).provider());
        }

        /** Dies as soon as the account shows a bake that reached a step. */
        private UnfinishedBake reaching(Kind step) {
            int nth = 1;
            while (true) {
                Scene other = new Scene();
                assertThat(other.dies(nth)).as("reaches %s", step).isTrue();
                if (all(other.aws).stream().anyMatch(bake -> bake.reached() == step)) {
                    dies(nth);
                    return all(aws).get(0);
                }
                nth++;
            }
        }

        /** Another process goes on, and dies too once the account shows that it reached a step. */
        private void goesOnTo(Kind step) {
            int nth = 1;
            while (all(aws).stream().noneMatch(bake -> bake.reached() == step)) {
                assertThat(dies(nth++)).as("reaches %s", step).isTrue();
            }
        }

        private InstanceState state() {
            return BakingTest.source(aws, instance).state();
        }

        /** Test instances that are ended shut down for a moment, and hold the image until they are gone. */
        private List<EndedBake> takeBack() {
            amis.sweepVerifications().olderThan(Duration.ZERO).run();
            if (all(aws).stream().anyMatch(UnfinishedBakesTest::isTested)) {
                aws.time().advance(Duration.ofMinutes(10));
            }
            return unfinished(aws).takeBack();
        }

        private void assertNothingIsLeft() {
            assertThat(state()).isEqualTo(InstanceState.RUNNING);
            assertThat(BakingTest.source(aws, instance).tags().contains("amis:bake"))
                    .isFalse();
            assertThat(all(aws)).isEmpty();
            assertThat(VerifyingTest.living(aws)).isEmpty();
        }

        private long changes() {
            return aws.calls().entries().stream()
                    .filter(call -> !call.action().startsWith("Describe")
                            && !call.action().startsWith("Get")
                            && !call.action().startsWith("List"))
                    .count();
        }
    }

    private static UnfinishedBakes unfinished(InMemoryAws aws) {
        return Amis.using(aws).unfinishedBakes().olderThan(Duration.ZERO);
    }

    private static boolean isTested(UnfinishedBake bake) {
        return bake.image()
                .filter(image -> image.state() == ImageState.AVAILABLE)
                .isPresent();
    }

    /** Whatever carries a bake's mark. */
    static List<UnfinishedBake> all(InMemoryAws aws) {
        return unfinished(aws).list();
    }

    @Test
    void killedAtAnyCallNothingIsLeftOnceItIsTakenBack() {
        int nth = 1;
        for (Scene scene = new Scene(); scene.dies(nth); scene = new Scene()) {
            takenBackOrHandedOn(scene, nth);
            nth++;
        }
        assertThat(nth).isGreaterThan(30);
    }

    @Test
    void killedAtAnyCallAndFoundTwoDaysLaterAsWell() {
        int nth = 1;
        for (Scene scene = new Scene(); scene.dies(nth); scene = new Scene()) {
            scene.aws.time().advance(Duration.ofDays(2));
            takenBackOrHandedOn(scene, nth);
            nth++;
        }
    }

    /** Either all is as before, or the image passed its gate and may be in somebody's hands; then it stays. */
    private static void takenBackOrHandedOn(Scene scene, int nth) {
        boolean handedOn = all(scene.aws).stream().anyMatch(bake -> bake.reached() == Kind.PUBLISH);
        List<EndedBake> ended = scene.takeBack();
        assertThat(ended.stream().allMatch(EndedBake::succeeded))
                .as("killed at call %d: %s", nth, ended)
                .isEqualTo(!handedOn);
        if (handedOn) {
            all(scene.aws).forEach(bake -> unfinished(scene.aws).keepImage(bake).orThrow());
        }
        scene.assertNothingIsLeft();
        List<Image> left = scene.amis.find().ownedBySelf().includingDisabled().list();
        assertThat(left).as("killed at call %d", nth).hasSize(handedOn ? 1 : 0);
        assertThat(left).allMatch(image -> image.tags().contains(Verification.TAG));
        scene.aws.time().advance(Duration.ofHours(1)); // a pending snapshot is deleted once it is complete
        assertThat(Account.state(scene.aws).snapshots()).hasSize(handedOn ? 1 : 0);
    }

    @Test
    void whoTakesBackMayDieAtAnyCallToo() {
        int nth = 1;
        boolean died = true;
        while (died) {
            Scene scene = new Scene();
            scene.reaching(Kind.CREATE);
            try {
                scene.mortal(nth).unfinishedBakes().olderThan(Duration.ZERO).takeBack();
                died = false;
            } catch (Death death) {
                nth++;
            }
            scene.takeBack().forEach(EndedBake::orThrow);
            scene.assertNothingIsLeft();
            assertThat(BakingTest.images(scene.amis)).isEmpty();
        }
        assertThat(nth).isGreaterThan(5);
    }

    @Test
    void whicheverCallIsRefusedWhatIsLeftIsFound() {
        for (int nth = 1; nth <= 45; nth++) {
            Scene scene = new Scene();
            scene.aws.faults().fail("*", nth, "InternalError");
            boolean done = scene.bake(scene.amis).run().succeeded();
            scene.aws.faults().clear();
            scene.takeBack();
            all(scene.aws).forEach(bake -> unfinished(scene.aws).keepImage(bake).orThrow());
            scene.assertNothingIsLeft();
            assertThat(scene.amis.find().ownedBySelf().list())
                    .as("call %d", nth)
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(image -> image.tags().contains(Verification.TAG));
            assertThat(!done || BakingTest.images(scene.amis).size() == 1).isTrue();
        }
    }

    @Test
    void whatIsFoundSaysHowFarItCame() {
        Scene scene = new Scene();
        UnfinishedBake stopped = scene.reaching(Kind.STOP);
        assertThat(stopped.instanceId()).contains(scene.instance);
        assertThat(stopped.name()).contains("web-1");
        assertThat(stopped.image()).isEmpty();
        assertThat(stopped.since()).isPresent();
        assertThat(stopped).asString().contains("bake of web-1", scene.instance.value(), "reached STOP");

        UnfinishedBake made = new Scene().reaching(Kind.CREATE);
        assertThat(made.image()).isPresent();
        assertThat(new Scene().reaching(Kind.TAG).image().orElseThrow().tags().contains(Verification.TAG))
                .isTrue();
    }

    @Test
    void aBakeThatIsDoneIsNotFound() {
        Scene scene = new Scene();
        scene.bake(scene.amis).run().orThrow();
        assertThat(all(scene.aws)).isEmpty();
    }

    @Test
    void aBakeThatMayGoOnIsLeftAlone() {
        Scene scene = new Scene();
        scene.reaching(Kind.CREATE);
        assertThat(scene.amis.unfinishedBakes().list()).isEmpty();
        assertThat(scene.amis.unfinishedBakes().takeBack()).isEmpty();
        scene.aws.time().advance(Duration.ofHours(25));
        assertThat(scene.amis.unfinishedBakes().list()).hasSize(1);
        assertThatThrownBy(() -> scene.amis.unfinishedBakes().olderThan(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("age is PT-24H, but must not be negative");
    }

    @Test
    void anImageThatMayHaveBeenHandedOnIsNotTakenBack() {
        Scene scene = new Scene();
        UnfinishedBake bake = scene.reaching(Kind.PUBLISH);
        long before = scene.changes();
        EndedBake ended = unfinished(scene.aws).takeBack(bake);
        assertThatThrownBy(ended::orThrow)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("may have been handed on");
        assertThat(ended.describe()).contains("problem: ");
        assertThat(scene.changes()).isEqualTo(before);
    }

    @Test
    void anImageThatIsKeptLosesItsMarkOnly() {
        Scene scene = new Scene();
        UnfinishedBake bake = scene.reaching(Kind.TAG);
        EndedBake ended = unfinished(scene.aws).keepImage(bake).orThrow();
        assertThat(ended.steps()).extracting(BakeStep::kind).containsExactly(Kind.TAG);
        scene.assertNothingIsLeft();
        assertThat(BakingTest.images(scene.amis))
                .containsExactly(bake.image().orElseThrow().imageId());
    }

    @Test
    void anImageThatIsNotAvailableIsNotKept() {
        Scene scene = new Scene();
        UnfinishedBake bake = scene.reaching(Kind.CREATE);
        assertThat(bake.image().orElseThrow().stateText()).isEqualTo("pending");
        long before = scene.changes();
        assertThatThrownBy(() -> unfinished(scene.aws).keepImage(bake).orThrow())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("its image is pending");
        assertThat(scene.changes()).isEqualTo(before);
    }

    @Test
    void anImageThatSomethingRefersToIsNotRemoved() {
        Scene scene = new Scene();
        UnfinishedBake bake = scene.reaching(Kind.TAG);
        scene.aws
                .in(scene.aws.region())
                .instanceLifecycle()
                .orElseThrow()
                .runInstances(RunInstancesRequest.builder()
                        .imageId(bake.image().orElseThrow().imageId())
                        .clientToken("a")
                        .build());
        EndedBake ended = unfinished(scene.aws).takeBack(bake);
        assertThatThrownBy(ended::orThrow).isInstanceOf(ConflictException.class);
        assertThat(BakingTest.images(scene.amis)).hasSize(1);
        assertThat(all(scene.aws)).hasSize(1);
    }

    @Test
    void whatWentOnMeanwhileIsLeftAlone() {
        Scene scene = new Scene();
        UnfinishedBake stopped = scene.reaching(Kind.STOP);
        scene.goesOnTo(Kind.CREATE);
        long before = scene.changes();
        assertThatThrownBy(() -> unfinished(scene.aws).takeBack(stopped).orThrow())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("went on meanwhile");
        assertThat(scene.changes()).isEqualTo(before);
    }

    @Test
    void whatCameToItsEndMeanwhileNeedsNothing() {
        Scene scene = new Scene();
        UnfinishedBake stopped = scene.reaching(Kind.STOP);
        scene.bake(scene.amis).run().orThrow();
        long before = scene.changes();
        assertThat(unfinished(scene.aws).takeBack(stopped).orThrow().steps()).isEmpty();
        assertThat(scene.changes()).isEqualTo(before);
    }

    @Test
    void anInstanceThatWasLaunchedWithTheTagsOfAnotherIsLeftAlone() {
        Scene scene = new Scene();
        UnfinishedBake stopped = scene.reaching(Kind.STOP);
        InstanceId alike = scene.aws.runInstance();
        copyMark(scene, stopped, alike.value());
        scene.aws.stopInstance(alike);

        List<EndedBake> ended = scene.takeBack();

        assertThat(ended).filteredOn(EndedBake::succeeded).hasSize(1);
        assertThat(ended)
                .filteredOn(one -> !one.succeeded())
                .singleElement()
                .satisfies(left -> assertThat(left.problem().orElseThrow())
                        .hasMessageContaining("from which its tags were copied"));
        assertThat(BakingTest.source(scene.aws, alike).state()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void aCopyOfTheImageIsLeftAlone() {
        Scene scene = new Scene();
        UnfinishedBake bake = scene.reaching(Kind.TAG);
        Image copy = scene.amis
                .copy(bake.image().orElseThrow())
                .to(Region.EU_WEST_1)
                .keepingTags()
                .start()
                .await()
                .orThrow()
                .images()
                .get(0);
        assertThat(copy.tags().contains("amis:bake")).isTrue();
        Amis there = scene.amis.in(Region.EU_WEST_1);
        assertThat(there.unfinishedBakes().olderThan(Duration.ZERO).list())
                .singleElement()
                .satisfies(one -> assertThat(one.unproved().orElseThrow()).contains("was not made from that"));
        assertThat(there.unfinishedBakes().olderThan(Duration.ZERO).takeBack()).noneMatch(EndedBake::succeeded);
        assertThat(BakingTest.images(there)).containsExactly(copy.imageId());
    }

    @Test
    void aMarkThatNoBakeWroteProvesNothing() {
        for (String value : List.of("", "on", "0123 stopping i-0123456789abcdef0 yesterday web-1", "x y z")) {
            Scene scene = new Scene();
            scene.aws.stopInstance(scene.instance);
            tag(scene, scene.instance.value(), value);
            assertThat(all(scene.aws))
                    .singleElement()
                    .satisfies(one -> assertThat(one.unproved()).isPresent());
            assertThat(scene.takeBack()).noneMatch(EndedBake::succeeded);
            assertThat(scene.state()).isEqualTo(InstanceState.STOPPED);
            assertThat(scene.bake(scene.amis).run().problem().orElseThrow())
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("another bake");
        }
    }

    @Test
    void anImageOfAnotherRequestProvesNothing() {
        Scene scene = new Scene();
        UnfinishedBake bake = scene.reaching(Kind.TAG);
        Image other = scene.amis
                .create("other-1")
                .fromInstance(scene.instance)
                .noReboot()
                .start()
                .await();
        tag(
                scene,
                other.imageId().value(),
                bake.image().orElseThrow().tags().get("amis:bake").orElseThrow());
        assertThat(all(scene.aws))
                .filteredOn(one -> one.unproved().isPresent())
                .singleElement()
                .satisfies(one -> assertThat(one.unproved().orElseThrow()).contains("amis:request"));
        scene.takeBack();
        assertThat(BakingTest.images(scene.amis)).containsExactly(other.imageId());
    }

    @Test
    void tagsThatWereCopiedToAnotherImageOfTheInstanceProveNothing() {
        Scene scene = new Scene();
        UnfinishedBake bake = scene.reaching(Kind.TAG);
        Image other = scene.amis
                .create("web-0")
                .fromInstance(scene.instance)
                .noReboot()
                .start()
                .await();
        scene.aws
                .in(scene.aws.region())
                .tags()
                .createTags(new CreateTagsRequest(
                        List.of(other.imageId().value()),
                        bake.image().orElseThrow().tags()));
        assertThat(all(scene.aws))
                .filteredOn(one -> one.unproved().isPresent())
                .singleElement()
                .satisfies(one -> assertThat(one.unproved().orElseThrow()).contains("that of the image web-1"));
        scene.takeBack();
        assertThat(BakingTest.images(scene.amis)).containsExactly(other.imageId());
    }

    @Test
    void aMarkHasRoomForTheLongestName() {
        Scene scene = new Scene();
        String longest = "w".repeat(124) + " (1)";
        scene.aws.faults().fail("RunInstances", 1, "InsufficientInstanceCapacity");
        scene.amis
                .bake(longest)
                .fromInstance(scene.instance)
                .stoppingFirst()
                .verifying(gate -> gate)
                .run();
        assertThat(all(scene.aws)).singleElement().satisfies(one -> {
            assertThat(one.name()).contains(longest);
            assertThat(one.unproved()).isEmpty();
        });
        scene.takeBack().forEach(EndedBake::orThrow);
        scene.assertNothingIsLeft();
    }

    @Test
    void tagsOfTheBakeAreItsOwn() {
        Scene scene = new Scene();
        for (String key : List.of("amis:bake", "amis:verified", "amis:request")) {
            assertThatThrownBy(() -> scene.bake(scene.amis).tag(key, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tag key is '" + key + "'");
        }
        Bake full = scene.amis.bake("web-1").fromInstance(scene.instance);
        for (int i = 0; i < 47; i++) {
            full = full.tag("k" + i, "v");
        }
        Bake most = full;
        assertThatThrownBy(() -> most.tag("one", "more"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 47");
        assertThat(most.verifying(gate -> gate).run().succeeded()).isTrue();
    }

    private static void copyMark(Scene scene, UnfinishedBake bake, String to) {
        tag(scene, to, bake.instance().orElseThrow().tags().get("amis:bake").orElseThrow());
    }

    private static void tag(Scene scene, String resource, String value) {
        scene.aws
                .in(scene.aws.region())
                .tags()
                .createTags(new CreateTagsRequest(List.of(resource), Tags.of("amis:bake", value)));
    }
}
