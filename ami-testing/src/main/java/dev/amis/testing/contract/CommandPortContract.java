package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.InstanceId;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandPort;
import dev.amis.spi.CommandStatus;
import dev.amis.spi.DescribeInstanceInformationRequest;
import dev.amis.spi.ManagedInstance;
import dev.amis.spi.SendCommandRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a provider's {@link CommandPort} must do, if it has one. */
public abstract class CommandPortContract extends Rules {

    private static final InstanceId UNKNOWN = InstanceId.of("i-00000000000000bad");

    /** Makes a contract. */
    protected CommandPortContract() {}

    @Test
    void aManagedInstanceIsTold() {
        InstanceId instance = managed();

        assertThat(told(instance)).map(ManagedInstance::isOnline).contains(true);
        assertThat(told(instance).flatMap(ManagedInstance::platformType)).contains("Linux");
    }

    @Test
    void anInstanceThatIsNotThereIsLeftOut() {
        assertThat(told(UNKNOWN)).isEmpty();
    }

    @Test
    void aCommandEndsWell() {
        InstanceId instance = managed();

        CommandInvocation ended = ended(commands().sendCommand(command(instance, "true")), instance);

        assertThat(ended.status()).isEqualTo(CommandStatus.SUCCESS);
        assertThat(ended.exitCode()).hasValue(0);
        assertThat(ended.instanceId()).isEqualTo(instance);
    }

    @Test
    void aCommandSentTwiceIsTwoCommands() {
        InstanceId instance = managed();

        String first = commands().sendCommand(command(instance, "true"));

        assertThat(commands().sendCommand(command(instance, "true"))).isNotEqualTo(first);
    }

    @Test
    void anInstanceThatIsNotManagedIsRefused() {
        managed();

        refused(
                InvalidRequestException.class,
                "InvalidInstanceId",
                () -> commands().sendCommand(command(UNKNOWN, "true")));
    }

    @Test
    void theSameInstanceTwiceIsRefused() {
        InstanceId instance = managed();

        refused(
                InvalidRequestException.class,
                "DuplicateInstanceId",
                () -> commands().sendCommand(command(instance, "true").withInstanceIds(instance, instance)));
    }

    @Test
    void aDocumentThatIsNotThereIsRefused() {
        InstanceId instance = managed();

        refused(
                InvalidRequestException.class,
                "InvalidDocument",
                () -> commands().sendCommand(command(instance, "true").withDocumentName("Amis-NoSuchDocument")));
    }

    @Test
    void aCommandIsNotToldOfAnInstanceThatItDidNotGoTo() {
        InstanceId instance = managed();
        String command = commands().sendCommand(command(instance, "true"));

        refused(
                NotFoundException.class,
                "InvocationDoesNotExist",
                () -> commands().getCommandInvocation(command, UNKNOWN));
    }

    private InstanceId managed() {
        Optional<InstanceId> instance = world.runManagedInstance();
        assumeThat(instance).isPresent();
        owner.eventually(() -> assertThat(told(instance.orElseThrow())).isPresent());
        return instance.orElseThrow();
    }

    private CommandInvocation ended(String command, InstanceId instance) {
        owner.eventually(() -> assertThat(
                        commands().getCommandInvocation(command, instance).status())
                .matches(CommandStatus::isEnd));
        return commands().getCommandInvocation(command, instance);
    }

    private Optional<ManagedInstance> told(InstanceId instance) {
        return commands()
                .describeInstanceInformation(
                        new DescribeInstanceInformationRequest(List.of(instance), Optional.empty()))
                .items()
                .stream()
                .findFirst();
    }

    private static SendCommandRequest command(InstanceId instance, String line) {
        return SendCommandRequest.builder()
                .addInstanceId(instance)
                .addCommand(line)
                .comment("amis contract")
                .build();
    }

    private CommandPort commands() {
        Optional<CommandPort> port = owner.ports().commands();
        assumeThat(port).isPresent();
        return port.orElseThrow();
    }
}
