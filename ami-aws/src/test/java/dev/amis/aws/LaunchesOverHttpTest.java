package dev.amis.aws;

import static dev.amis.aws.StubbedAws.ok;
import static dev.amis.aws.StubbedAws.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amis.error.AmiException;
import dev.amis.error.ProviderException;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.Region;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.RunInstancesRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EC2 says that it has no such machine free with the status of a fault of its own, though it is an answer as good as any. */
class LaunchesOverHttpTest {

    private static final RunInstancesRequest LAUNCH = RunInstancesRequest.builder()
            .imageId(ImageId.of("ami-0abcdef1234567890"))
            .instanceType(InstanceType.of("p5.48xlarge"))
            .build();
    private static final InstanceId INSTANCE = InstanceId.of("i-0abcdef1234567890");
    private static final String TERMINATED = "<TerminateInstancesResponse><instancesSet><item><instanceId>" + INSTANCE
            + "</instanceId><currentState><name>shutting-down</name></currentState><previousState><name>running</name>"
            + "</previousState></item></instancesSet></TerminateInstancesResponse>";

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private InstanceLifecyclePort port;

    @BeforeEach
    void connect() {
        port = AWS.connect().in(Region.EU_WEST_1).instanceLifecycle().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"InsufficientInstanceCapacity", "InsufficientVolumeCapacity"})
    void whatWasNotLaunchedForWantOfMachinesIsNotInDoubt(String code) {
        AWS.always(refusal(500, code));

        AmiException refused = launch(LAUNCH);

        assertThat(refused).isInstanceOf(ProviderException.class).hasMessageContaining(code);
        assertThat(refused.failure().advice()).get().asString().contains("later");
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void aTypeThatIsSoldOutDoesNotKeepTheOthersFromBeingEnded() {
        AWS.always(refusal(500, "InsufficientInstanceCapacity"));
        AWS.answers("TerminateInstances", ok(TERMINATED));

        for (int slot = 0; slot < 30; slot++) {
            assertThat(launch(LAUNCH.withClientToken("slot-" + slot))).isInstanceOf(ProviderException.class);
        }

        assertThat(port.terminateInstances(List.of(INSTANCE))).hasSize(1);
    }

    private AmiException launch(RunInstancesRequest request) {
        return catchThrowableOfType(AmiException.class, () -> port.runInstances(request));
    }
}
