package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceStateChange;
import dev.amis.model.InstanceStatus;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.StatusCheck;
import dev.amis.model.Tags;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.DescribeInstanceStatusRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RunInstancesRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a provider's {@link InstanceLifecyclePort} must do, if it has one. */
public abstract class InstanceLifecyclePortContract extends Rules {

    private static final Set<InstanceState> COMING = EnumSet.of(InstanceState.PENDING, InstanceState.RUNNING);
    private static final Set<InstanceState> GOING = EnumSet.of(InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);
    private static final InstanceId UNKNOWN = InstanceId.of("i-00000000000000bad");

    /** Makes a contract. */
    protected InstanceLifecyclePortContract() {}

    @Test
    void launchedInstanceIsWhatWasAskedFor() {
        RunInstancesRequest request = small().withTags(Tags.of("amis-contract", name("launched")));

        Instance instance = launch(request);

        assertThat(instance.imageId()).isEqualTo(request.imageId().orElseThrow());
        assertThat(instance.instanceType().value()).isEqualTo("t3.micro");
        assertThat(instance.tags().get("amis-contract"))
                .isEqualTo(request.tags().get("amis-contract"));
        assertThat(instance.state()).isIn(COMING);
    }

    @Test
    void launchedInstanceComesUpAndItsChecksPass() {
        InstanceId id = launch(small()).instanceId();

        awaitState(id, InstanceState.RUNNING);

        owner.eventually(() -> assertThat(status(id).map(InstanceStatus::isOk)).contains(true));
    }

    @Test
    void asManyAsWantedAreLaunched() {
        List<Instance> made = life().runInstances(small().withMaxCount(3).withMinCount(2));

        assertThat(made).hasSize(3);
        assertThat(made).map(Instance::instanceId).doesNotHaveDuplicates();
        life().terminateInstances(made.stream().map(Instance::instanceId).toList());
    }

    @Test
    void theSameTokenGivesTheSameInstance() {
        RunInstancesRequest request = small().withClientToken(name("token"));

        InstanceId first = launch(request).instanceId();

        assertThat(launch(request).instanceId()).isEqualTo(first);
    }

    @Test
    void instanceTellsTheTokenThatItWasLaunchedWith() {
        RunInstancesRequest request = small().withClientToken(name("told"));

        Instance launched = launch(request);

        assertThat(launched.clientToken()).isEqualTo(request.clientToken());
        assertThat(owner.instance(launched.instanceId()).clientToken()).isEqualTo(request.clientToken());
        assertThat(owner.instance(world.runInstance()).clientToken()).isNotEqualTo(request.clientToken());
        owner.eventually(() -> assertThat(owner.ports()
                        .instances()
                        .describeInstances(DescribeInstancesRequest.builder()
                                .addFilter(Filter.of(
                                        "client-token", request.clientToken().orElseThrow()))
                                .build())
                        .items())
                .map(Instance::instanceId)
                .containsExactly(launched.instanceId()));
    }

    @Test
    void instanceFromATemplateIsWhatTheTemplateSaysAndTellsOfIt() {
        LaunchTemplatePort templates = arranged(owner.ports().launchTemplates(), "a port for launch templates");
        RunInstancesRequest plain = small();
        LaunchTemplateId id = templates
                .createLaunchTemplate(CreateLaunchTemplateRequest.builder()
                        .launchTemplateName(name("launched"))
                        .launchTemplateData(LaunchTemplateData.of(Map.of(
                                "ImageId", plain.imageId().orElseThrow().value(),
                                "InstanceType", "t3.small",
                                "TagSpecifications.1.ResourceType", "instance",
                                "TagSpecifications.1.Tags.1.Key", "Team",
                                "TagSpecifications.1.Tags.1.Value", "web")))
                        .build())
                .launchTemplateId();
        try {
            Instance instance = launch(plain.withLaunchTemplate(LaunchTemplateSpecification.of(id, "$Latest"))
                    .withImageId(Optional.empty())
                    .withInstanceType(Optional.empty()));

            assertThat(instance.imageId()).isEqualTo(plain.imageId().orElseThrow());
            assertThat(instance.instanceType().value()).isEqualTo("t3.small");
            assertThat(instance.tags().asMap())
                    .containsEntry("Team", "web")
                    .containsEntry("aws:ec2launchtemplate:id", id.value())
                    .containsEntry("aws:ec2launchtemplate:version", "1");
            life().terminateInstances(List.of(instance.instanceId()));
        } finally {
            templates.deleteLaunchTemplate(id);
        }
    }

    @Test
    void imageThatIsNotThereIsNotLaunched() {
        refused(
                NotFoundException.class,
                "InvalidAMIID.NotFound",
                () -> life().runInstances(small().withImageId(UNKNOWN_IMAGE)));
    }

    @Test
    void imageOfAnotherArchitectureIsNotLaunched() {
        refused(
                InvalidRequestException.class,
                () -> life().runInstances(small().withInstanceType(InstanceType.of("t4g.micro"))));
    }

    @Test
    void stoppedInstanceIsStartedAgain() {
        InstanceId id = world.runInstance();

        InstanceStateChange stopping = only(life().stopInstances(List.of(id)));
        awaitState(id, InstanceState.STOPPED);
        InstanceStateChange starting = only(life().startInstances(List.of(id)));
        awaitState(id, InstanceState.RUNNING);

        assertThat(stopping.before()).isEqualTo(InstanceState.RUNNING);
        assertThat(stopping.after()).isIn(InstanceState.STOPPING, InstanceState.STOPPED);
        assertThat(starting.before()).isEqualTo(InstanceState.STOPPED);
        assertThat(starting.after()).isIn(COMING);
    }

    @Test
    void stoppingOrStartingTwiceIsAsOnce() {
        InstanceId id = world.runInstance();

        assertThat(only(life().startInstances(List.of(id))).after()).isEqualTo(InstanceState.RUNNING);
        life().stopInstances(List.of(id));
        awaitState(id, InstanceState.STOPPED);
        assertThat(only(life().stopInstances(List.of(id))).after()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void terminatedInstanceStaysSoHoweverOften() {
        InstanceId id = world.runInstance();

        assertThat(only(life().terminateInstances(List.of(id))).after()).isIn(GOING);
        awaitState(id, InstanceState.TERMINATED);
        assertThat(only(life().terminateInstances(List.of(id))).after()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    void terminatedInstanceIsNotStarted() {
        InstanceId id = world.runInstance();
        life().terminateInstances(List.of(id));
        awaitState(id, InstanceState.TERMINATED);

        refused(ConflictException.class, "IncorrectInstanceState", () -> life().startInstances(List.of(id)));
    }

    @Test
    void instanceThatIsNotThereIsRefusedByAll() {
        refused(NotFoundException.class, () -> life().startInstances(List.of(UNKNOWN)));
        refused(NotFoundException.class, () -> life().stopInstances(List.of(UNKNOWN)));
        refused(NotFoundException.class, () -> life().terminateInstances(List.of(UNKNOWN)));
        refused(NotFoundException.class, () -> life().getConsoleOutput(UNKNOWN, false));
    }

    @Test
    void noInstanceIsNoQuestion() {
        refusedBeforeOrByEc2(() -> life().terminateInstances(List.of()));
        refusedBeforeOrByEc2(() -> life().stopInstances(List.of()));
        refusedBeforeOrByEc2(() -> life().startInstances(List.of()));
    }

    @Test
    void statusIsOfRunningInstancesUnlessAllAreAskedFor() {
        InstanceId id = world.runInstance();
        world.stopInstance(id);

        assertThat(statuses(DescribeInstanceStatusRequest.builder().build()))
                .map(InstanceStatus::instanceId)
                .doesNotContain(id);
        assertThat(status(id).orElseThrow().instanceCheck()).isEqualTo(StatusCheck.NOT_APPLICABLE);
        assertThat(status(id).orElseThrow().state()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void consoleIsToldByItsInstance() {
        InstanceId id = launch(small()).instanceId();
        awaitState(id, InstanceState.RUNNING);

        assertThat(life().getConsoleOutput(id, true).instanceId()).isEqualTo(id);
    }

    private InstanceLifecyclePort life() {
        return arranged(owner.ports().instanceLifecycle(), "a port for the life of instances");
    }

    /** One instance of the image that the world's instances are of. */
    private RunInstancesRequest small() {
        return RunInstancesRequest.builder()
                .imageId(owner.instance(world.runInstance()).imageId())
                .instanceType(InstanceType.of("t3.micro"))
                .clientToken(name("run"))
                .build();
    }

    private Instance launch(RunInstancesRequest request) {
        return only(life().runInstances(request));
    }

    private void awaitState(InstanceId id, InstanceState expected) {
        owner.eventually(() -> assertThat(owner.instance(id).state()).isEqualTo(expected));
    }

    private Optional<InstanceStatus> status(InstanceId id) {
        return statuses(DescribeInstanceStatusRequest.builder()
                        .addInstanceId(id)
                        .includeAllInstances(true)
                        .build())
                .stream()
                .findFirst();
    }

    private List<InstanceStatus> statuses(DescribeInstanceStatusRequest request) {
        return Pages.items(token -> life().describeInstanceStatus(request.withNextToken(token)));
    }

    private static <T> T only(List<T> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
