package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.StateReason;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeVolumesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import dev.amis.verify.CheckResult;
import dev.amis.verify.Finding;
import dev.amis.verify.SweepReport;
import dev.amis.verify.TestedInstance;
import dev.amis.verify.Verification;
import dev.amis.verify.VerifyImage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifyingTest {

    private static final InstanceType SMALL = InstanceType.of("t3.micro");
    private static final String TAG = "amis:verification";

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final Image image =
            amis.create("web-1").fromInstance(aws.runInstance()).start().await();
    private final VerifyImage gate = amis.verify(image).on(SMALL);

    @Test
    void anImageThatBootsPasses() {
        assertThat(gate.run().passed()).isTrue();
    }

    @Test
    void nothingIsLeftOfATest() {
        gate.run();
        assertThat(living(aws)).isEmpty();
    }

    @Test
    void theConsoleIsKept() {
        assertThat(only(gate.run()).console().orElseThrow()).contains("cloud-init");
    }

    @Test
    void anImageThatDoesNotBootFailsWithWhatItPrinted() {
        aws.faults().failNextBoot("Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)");
        TestedInstance failed = only(gate.run());
        assertThat(failed.passed()).isFalse();
        assertThat(failed.findings())
                .extracting(Finding::what)
                .containsExactly("the kernel found no root device", "the kernel panicked");
    }

    @Test
    void anInstanceThatEc2GivesUpFailsWithItsReason() {
        aws.faults().failNextLaunch(new StateReason("Client.InternalError", "Client error on launch"));
        TestedInstance failed = only(gate.run());
        assertThat(failed.stateReason().orElseThrow().code()).isEqualTo("Client.InternalError");
        assertThat(failed.findings())
                .extracting(Finding::advice)
                .allMatch(advice -> advice.contains("kms:CreateGrant"));
    }

    @Test
    void aRefusedLaunchIsAResult() {
        aws.access().deny("RunInstances");
        TestedInstance failed = only(gate.run());
        assertThat(failed.instanceId()).isEmpty();
        assertThat(failed.problem().orElseThrow()).contains("RunInstances failed");
    }

    @Test
    void everyTypeIsTriedInEverySubnet() {
        Verification result = gate.on(InstanceType.of("t3.small"))
                .inSubnets("subnet-0a", "subnet-0b")
                .run();
        assertThat(result.instances()).hasSize(4).allMatch(TestedInstance::passed);
    }

    @Test
    void allInstancesAreLookedAtTogether() {
        gate.on(InstanceType.of("t3.small"), InstanceType.of("t3.medium")).run();
        assertThat(aws.calls().entries("DescribeInstanceStatus"))
                .allMatch(call -> call.resources().size() == 3);
    }

    @Test
    void checksPassByTheirExitCode() {
        aws.in(aws.region()).runCommands().answer("curl", 7, "no route");
        TestedInstance seen = only(
                gate.check("true", "true").check("web", "curl -fsS localhost").run());
        assertThat(seen.checks())
                .containsExactly(
                        new CheckResult("true", OptionalInt.of(0), "", "Success"),
                        new CheckResult("web", OptionalInt.of(7), "no route", "Failed"));
    }

    @Test
    void aFailedCheckFailsTheImage() {
        aws.in(aws.region()).runCommands().answer("curl", 7, "");
        Verification result = gate.check("web", "curl -fsS localhost").run();
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("web: Failed (exit code 7)");
    }

    @Test
    void aCheckThatDoesNotEndEndsAtTheDeadline() {
        aws.in(aws.region()).runCommands().answer("sleep", 0, "", "", Duration.ofDays(3));
        Verification result = gate.check("long", "sleep 1000000")
                .within(Duration.ofMinutes(10))
                .run();
        assertThat(result.passed()).isFalse();
        assertThat(Duration.between(result.startedAt(), result.finishedAt())).isLessThan(Duration.ofMinutes(12));
    }

    @Test
    void anInstanceThatNobodyManagesFailsIfThereAreChecks() {
        aws.in(aws.region()).runCommands().managing(false);
        assertThat(only(gate.check("true", "true").run()).problem().orElseThrow())
                .contains("Systems Manager");
        assertThat(gate.run().passed()).isTrue();
    }

    @Test
    void aTestAgainLaunchesAgain() {
        InstanceId first = only(gate.run()).instanceId().orElseThrow();
        assertThat(only(gate.run()).instanceId().orElseThrow()).isNotEqualTo(first);
    }

    /** As EC2's documents tell of a token whose instance was terminated. */
    @Test
    void aTestAgainLaunchesAgainWhereTheTokenOfBeforeIsSpent() {
        aws.faults().failNext("RunInstances", "IdempotentInstanceTerminated");

        assertThat(gate.run().passed()).isTrue();
    }

    @Test
    void aLostAnswerToTheLaunchLeavesNoSecondInstance() {
        aws.faults().loseAnswer("RunInstances", 1);
        gate.run();
        assertThat(tagged(aws)).hasSize(1);
    }

    @Test
    void anInterruptEndsTheInstances() {
        Amis impatient = Amis.builder(aws)
                .sleeper(duration -> {
                    throw new InterruptedException();
                })
                .build();
        assertThatThrownBy(() -> impatient.verify(image).on(SMALL).run()).isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(living(aws)).isEmpty();
    }

    @Test
    void whatCannotBeEndedIsNamed() {
        aws.access().deny("TerminateInstances");
        Verification result = gate.run();
        assertThat(result.leftBehind()).hasSize(1);
        assertThat(result.describe()).contains("sweepVerifications()");
    }

    @Test
    void whatCouldNotBeEndedIsNamedAlsoIfTheAnswerToItsLaunchWasLost() {
        AmiProvider lossy = Tampered.of(aws, (method, arguments, call) -> {
            Object answer = call.go();
            if (method.getName().equals("runInstances")) {
                throw new OutcomeUnknownException(
                        Failure.of("RunInstances", "the answer was lost").build());
            }
            return answer;
        });
        aws.access().deny("TerminateInstances");
        Verification result = Amis.using(lossy).verify(image).on(SMALL).run();
        InstanceId left = living(aws).get(0).instanceId();
        assertThat(result.leftBehind()).containsExactly(left);
        assertThat(result.describe()).contains("still there: [" + left);
        assertThat(Verification.fromJson(result.toJson()).leftBehind()).containsExactly(left);
    }

    @Test
    void aTestLeavesNoVolumes() {
        EbsBlockDevice kept = EbsBlockDevice.builder()
                .volumeSize(100)
                .deleteOnTermination(false)
                .build();
        InstanceId source = aws.runInstance(InstanceSpec.ofBaseImage().volume("/dev/sdf", kept));
        Image withData = amis.create("data-1").fromInstance(source).start().await();
        int before = volumes();
        amis.verify(withData).on(SMALL).run().orThrow();
        aws.time().advance(Duration.ofHours(2));
        assertThat(volumes()).isEqualTo(before);
    }

    @Test
    void aRootVolumeThatWouldStayGoesWithItsTest() {
        EbsBlockDevice root =
                EbsBlockDevice.builder().deleteOnTermination(false).build();
        Image staying = amis.register("staying-1")
                .fromSnapshot(image.snapshotIds().get(0))
                .architecture(image.architecture())
                .rootVolume(root)
                .start()
                .await();
        int before = volumes();
        amis.verify(staying).on(SMALL).run().orThrow();
        aws.time().advance(Duration.ofHours(2));
        assertThat(volumes()).isEqualTo(before);
    }

    private int volumes() {
        return aws.in(aws.region())
                .volumes()
                .orElseThrow()
                .describeVolumes(new DescribeVolumesRequest(List.of(), OptionalInt.empty(), Optional.empty()))
                .items()
                .size();
    }

    @Test
    void aSweepEndsOnlyWhatIsOldAndTagged() {
        InstanceId other = aws.runInstance();
        aws.access().deny("TerminateInstances");
        gate.run();
        aws.access().allow("TerminateInstances");
        assertThat(amis.sweepVerifications().run().ended()).isEmpty();
        aws.time().advance(Duration.ofHours(3));
        assertThat(amis.sweepVerifications().run().ended()).hasSize(1);
        assertThat(state(aws, other)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aSweepEndsNoInstanceThatNoVerificationLaunched() {
        InstanceId exempt = aws.runInstance(InstanceSpec.ofBaseImage().tag(TAG, "exempt"));
        aws.time().advance(Duration.ofDays(1));
        SweepReport swept = amis.sweepVerifications().olderThan(Duration.ZERO).run();
        assertThat(state(aws, exempt)).isEqualTo(InstanceState.RUNNING);
        assertThat(swept.unproved()).containsExactly(exempt);
    }

    @Test
    void neitherASweepNorAnotherRunEndsAnInstanceWithCopiedTags() {
        gate.run();
        String value = tagged(aws).get(0).tags().get(TAG).orElseThrow();
        // As "Launch more like this" takes the tags along.
        InstanceId production = aws.runInstance(InstanceSpec.of(image.imageId()).tag(TAG, value));
        aws.time().advance(Duration.ofDays(1));
        assertThat(amis.sweepVerifications().list()).isEmpty();
        assertThat(amis.sweepVerifications().run().unproved()).containsExactly(production);
        gate.run().orThrow();
        assertThat(state(aws, production)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aVerificationThatGoesOnIsLeftAlone() {
        aws.in(aws.region()).runCommands().answer("soak", 0, "", "", Duration.ofHours(3));
        Set<InstanceId> ended = new HashSet<>();
        Instant begun = aws.clock().instant();
        AmiProvider swept = Tampered.of(aws, (method, arguments, call) -> {
            if (method.getName().equals("getCommandInvocation")
                    && aws.clock().instant().isAfter(begun.plus(Duration.ofMinutes(150)))) {
                ended.addAll(amis.sweepVerifications().run().ended());
            }
            return call.go();
        });
        VerifyImage soak =
                Amis.using(swept).verify(image).on(SMALL).check("soak", "soak").within(Duration.ofHours(4));
        assertThat(soak.run().passed()).isTrue();
        assertThat(ended).isEmpty();
    }

    @Test
    void whatIsTooOldIsNotTakenOverButEndedToo() {
        aws.access().deny("TerminateInstances");
        InstanceId old = only(gate.run()).instanceId().orElseThrow();
        aws.access().allow("TerminateInstances");
        aws.time().advance(Duration.ofMinutes(40));
        assertThat(only(gate.run()).instanceId().orElseThrow()).isNotEqualTo(old);
        assertThat(living(aws)).isEmpty();
    }

    @Test
    void anInstanceThatEndedDuringTheChecksDoesNotPass() {
        AmiProvider ending = Tampered.of(aws, (method, arguments, call) -> {
            Object answer = call.go();
            if (method.getName().equals("getCommandInvocation")) {
                living(aws).forEach(instance -> aws.terminateInstance(instance.instanceId()));
            }
            return answer;
        });
        TestedInstance seen = only(
                Amis.using(ending).verify(image).on(SMALL).check("true", "true").run());
        assertThat(seen.passed()).isFalse();
        assertThat(seen.problem().orElseThrow()).contains("before the test was over");
    }

    @Test
    void aVerificationSurvivesJson() {
        aws.in(aws.region()).runCommands().answer("curl", 7, "no route");
        aws.faults().failNextLaunch(new StateReason("Server.InternalError", "x"));
        Verification result = gate.on(InstanceType.of("t3.small"))
                .inSubnets("subnet-0a")
                .check("web", "curl localhost")
                .run();
        assertThat(Verification.fromJson(result.toJson())).isEqualTo(result);
    }

    @Test
    void aTestOfAnImageThatIsNotThereLaunchesNothing() {
        Verification result =
                amis.verify(ImageId.of("ami-0123456789abcdef0")).on(SMALL).run();
        assertThat(result.passed()).isFalse();
        assertThat(tagged(aws)).isEmpty();
    }

    private static TestedInstance only(Verification verification) {
        assertThat(verification.instances()).hasSize(1);
        return verification.instances().get(0);
    }

    private static InstanceState state(InMemoryAws aws, InstanceId id) {
        return instances(aws).stream()
                .filter(instance -> instance.instanceId().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static List<Instance> tagged(InMemoryAws aws) {
        return instances(aws).stream()
                .filter(instance -> instance.tags().contains(TAG))
                .toList();
    }

    static List<Instance> living(InMemoryAws aws) {
        return tagged(aws).stream()
                .filter(instance ->
                        instance.state() != InstanceState.TERMINATED && instance.state() != InstanceState.SHUTTING_DOWN)
                .toList();
    }

    private static List<Instance> instances(InMemoryAws aws) {
        return aws.in(aws.region())
                .instances()
                .describeInstances(DescribeInstancesRequest.builder().build())
                .items();
    }
}
