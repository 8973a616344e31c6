package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.InvalidRequestException;
import dev.amis.model.Architecture;
import dev.amis.model.DeviceType;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceStatus;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Platform;
import dev.amis.model.StateReason;
import dev.amis.model.StatusCheck;
import dev.amis.model.VirtualizationType;
import dev.amis.spi.CommandPort;
import dev.amis.spi.DescribeInstanceStatusRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.RunInstancesRequest;
import dev.amis.spi.SendCommandRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How instances that are launched by a call come up and go down, by the account's clock. */
class InstanceLifeTest {

    private static final StateReason NO_ROOM =
            new StateReason("Server.InsufficientInstanceCapacity", "There is no room for it");

    private final InMemoryAws aws = InMemoryAws.create();
    private final InMemoryRegion here = aws.in(aws.region());
    private final InstanceLifecyclePort life = here.instanceLifecycle().orElseThrow();

    @Test
    void anInstanceIsPendingThenCheckedThenWell() {
        InstanceId id = launch();

        assertThat(instance(id).state()).isEqualTo(InstanceState.PENDING);
        aws.time().advance(Duration.ofSeconds(30));
        assertThat(status(id).instanceCheck()).isEqualTo(StatusCheck.INITIALIZING);
        assertThat(life.getConsoleOutput(id, true).text()).isEmpty();
        aws.time().advance(Duration.ofMinutes(2));
        assertThat(status(id).isOk()).isTrue();
        assertThat(life.getConsoleOutput(id, true).text().orElseThrow()).contains("login:");
    }

    @Test
    void aDoomedBootRunsButNeverAnswers() {
        aws.faults().failNextBoot("Kernel panic - not syncing: no root");
        InstanceId id = launch();

        aws.time().advance(Duration.ofMinutes(3));

        assertThat(status(id).state()).isEqualTo(InstanceState.RUNNING);
        assertThat(status(id).instanceCheck()).isEqualTo(StatusCheck.IMPAIRED);
        assertThat(status(id).systemCheck()).isEqualTo(StatusCheck.OK);
        assertThat(life.getConsoleOutput(id, true).text()).contains("Kernel panic - not syncing: no root");
    }

    @Test
    void onlyTheEndOfALongConsoleIsKept() {
        aws.faults().failNextBoot("first " + "x".repeat(70_000) + " last");
        InstanceId id = launch();

        aws.time().advance(Duration.ofMinutes(3));

        assertThat(life.getConsoleOutput(id, true).text().orElseThrow())
                .hasSize(65_536)
                .endsWith(" last");
    }

    @Test
    void aDoomedLaunchEndsTerminatedWithItsReason() {
        aws.faults().failNextLaunch(NO_ROOM);
        InstanceId id = launch();

        aws.time().advance(Duration.ofSeconds(30));

        assertThat(instance(id).state()).isEqualTo(InstanceState.TERMINATED);
        assertThat(instance(id).stateReason()).contains(NO_ROOM);
    }

    @Test
    void onlyTheNextLaunchIsDoomed() {
        aws.faults().failNextLaunch(NO_ROOM);
        launch();
        InstanceId second = launch();

        aws.time().advance(Duration.ofMinutes(3));

        assertThat(status(second).isOk()).isTrue();
    }

    @Test
    void stoppingTakesItsTimeAndSaysWhy() {
        InstanceId id = aws.runInstance();

        life.stopInstances(List.of(id));

        assertThat(instance(id).state()).isEqualTo(InstanceState.STOPPING);
        aws.time().advance(Duration.ofSeconds(45));
        assertThat(instance(id).state()).isEqualTo(InstanceState.STOPPED);
        assertThat(instance(id).stateReason().orElseThrow().code()).isEqualTo("Client.UserInitiatedShutdown");
    }

    @Test
    void terminatingWhatIsStillPendingDoesNotBringItBack() {
        InstanceId id = launch();

        life.terminateInstances(List.of(id));
        aws.time().advance(Duration.ofMinutes(3));

        assertThat(instance(id).state()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    void inAnInstantAccountItRunsWhenTheCallReturns() {
        aws.tempo().instant();

        assertThat(status(launch()).isOk()).isTrue();
    }

    @Test
    void aTemplateGivesTheImageAndTheRequestGoesBeforeIt() {
        Stage stage = Stage.open();
        var image = stage.baked("web-1").imageId();
        stage.here().putLaunchTemplateVersion("web", image.value());
        var request = RunInstancesRequest.builder()
                .launchTemplate(LaunchTemplateSpecification.named("web", "$Latest"))
                .build();
        InstanceLifecyclePort there = stage.here().instanceLifecycle().orElseThrow();

        assertThat(there.runInstances(request).get(0).imageId()).isEqualTo(image);
        var base = stage.here().baseImage(Architecture.X86_64);
        assertThat(there.runInstances(request.withImageId(base)).get(0).imageId())
                .isEqualTo(base);
    }

    @Test
    void whatAnInstanceWasLaunchedWithCanBeLookedUp() {
        InstanceId id = life.runInstances(small().withUserData("#!/bin/sh\necho hello\n"))
                .get(0)
                .instanceId();

        assertThat(here.launchRequest(id).orElseThrow().userData()).contains("#!/bin/sh\necho hello\n");
        assertThat(here.launchRequest(aws.runInstance())).isEmpty();
    }

    @Test
    void aTypeOfOnesOwnIsOffered() {
        here.instanceType(InstanceTypeInfo.builder()
                .instanceType(InstanceType.of("z9.huge"))
                .addSupportedArchitecture(Architecture.X86_64)
                .addSupportedVirtualizationType(VirtualizationType.HVM)
                .build());

        assertThat(life.runInstances(small().withInstanceType(InstanceType.of("z9.huge"))))
                .hasSize(1);
    }

    @Test
    void anInstanceOnAnInstanceStoreIsOnlyTerminated() {
        Image stored = Stage.of(aws)
                .baked("web-1")
                .withImageId(ImageId.of("ami-0123456789abcdef0"))
                .withName("stored")
                .withRootDeviceType(DeviceType.INSTANCE_STORE)
                .withRootDeviceName(Optional.empty())
                .withBlockDeviceMappings(List.of());
        aws.seed().image(stored);
        InstanceId id = aws.runInstance(InstanceSpec.of(stored.imageId()));

        assertThatThrownBy(() -> life.stopInstances(List.of(id)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("UnsupportedOperation");
        life.terminateInstances(List.of(id));
        assertThat(instance(id).state()).isEqualTo(InstanceState.SHUTTING_DOWN);
    }

    @Test
    void theShellsDocumentIsNotForWindows() {
        Stage stage = Stage.of(aws);
        Image windows = stage.baked("web-1")
                .withImageId(ImageId.of("ami-0123456789abcdef0"))
                .withName("windows")
                .withPlatform(Platform.WINDOWS);
        aws.seed().image(windows);
        InstanceId id =
                life.runInstances(small().withImageId(windows.imageId())).get(0).instanceId();
        aws.time().advance(Duration.ofMinutes(3));
        CommandPort commands = here.commands().orElseThrow();
        SendCommandRequest shell =
                SendCommandRequest.builder().addInstanceId(id).addCommand("dir").build();

        assertThatThrownBy(() -> commands.sendCommand(shell))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("UnsupportedPlatformType");
        assertThat(commands.sendCommand(shell.withDocumentName(SendCommandRequest.POWERSHELL)))
                .isNotEmpty();
    }

    @Test
    void aTypeThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> life.runInstances(small().withInstanceType(InstanceType.of("z9.huge"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("z9.huge");
    }

    private InstanceId launch() {
        return life.runInstances(small()).get(0).instanceId();
    }

    private RunInstancesRequest small() {
        return RunInstancesRequest.builder()
                .imageId(here.baseImage(Architecture.X86_64))
                .instanceType(InstanceType.of("t3.micro"))
                .build();
    }

    private Instance instance(InstanceId id) {
        return here.instances()
                .describeInstances(
                        DescribeInstancesRequest.builder().addInstanceId(id).build())
                .items()
                .get(0);
    }

    private InstanceStatus status(InstanceId id) {
        return life.describeInstanceStatus(DescribeInstanceStatusRequest.builder()
                        .addInstanceId(id)
                        .includeAllInstances(true)
                        .build())
                .items()
                .get(0);
    }
}
