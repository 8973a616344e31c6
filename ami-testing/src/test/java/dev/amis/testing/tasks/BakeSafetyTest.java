package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeReport;
import dev.amis.create.BakeStep;
import dev.amis.create.BakeStep.Kind;
import dev.amis.create.EndedBake;
import dev.amis.create.UnfinishedBake;
import dev.amis.error.Failure;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.Page;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.Instant;
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
