package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.InstanceId;
import dev.amis.spi.CommandInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;

/** How a command ended on an instance. */
class CommandsReadingTest {

    private static final InstanceId INSTANCE = InstanceId.of("i-0abcdef1234567890");

    /** Windows ends what crashes with numbers such as the second. */
    @ParameterizedTest
    @ValueSource(ints = {3, -1_073_741_819, -2})
    void aFailureIsTheExitCodeThatItIs(int exitCode) {
        assertThat(read("Failed", exitCode).exitCode()).hasValue(exitCode);
    }

    @Test
    void aCommandThatHasNotEndedHasNoExitCode() {
        assertThat(read("InProgress", -1).exitCode()).isEmpty();
    }

    private static CommandInvocation read(String status, int responseCode) {
        RecordingClient sdk = new RecordingClient(GetCommandInvocationResponse.builder()
                .commandId("c-1")
                .instanceId(INSTANCE.value())
                .status(status)
                .responseCode(responseCode)
                .build());
        return new SsmCommandPort(sdk.as(SsmClient.class), RecordingClient.attempts())
                .getCommandInvocation("c-1", INSTANCE);
    }
}
