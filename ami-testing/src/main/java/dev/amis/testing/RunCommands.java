package dev.amis.testing;

import dev.amis.spi.SendCommandRequest;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.CommandOutcome;
import dev.amis.testing.internal.RunCommand;
import java.time.Duration;
import java.util.List;

/**
 * What becomes of the commands that are sent to instances of one account in one Region. Nothing is executed: unless something
 * else was arranged, a command ends well after a second and prints nothing. Thread-safe.
 */
public final class RunCommands {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final RunCommand commands;
    private final Caller caller;

    RunCommands(RunCommand commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * Says how commands end, after a second, that hold a text. Of several that fit, what was said last counts.
     *
     * @param text what one of their lines must hold; the empty text stands for all commands
     * @param exitCode what they end with; 0 is success
     * @param output what they print
     * @return this
     */
    public RunCommands answer(String text, int exitCode, String output) {
        return answer(text, exitCode, output, "", MOMENT);
    }

    /**
     * Says how commands end that hold a text. Of several that fit, what was said last counts.
     *
     * @param text what one of their lines must hold; the empty text stands for all commands
     * @param exitCode what they end with; 0 is success
     * @param output what they print
     * @param error what they print on standard error
     * @param takes how long they run; what runs longer than it may is ended by the agent
     * @return this
     * @throws IllegalArgumentException if the duration is negative
     */
    public RunCommands answer(String text, int exitCode, String output, String error, Duration takes) {
        if (takes.isNegative()) {
            throw new IllegalArgumentException("takes is " + takes + ", but must not be negative");
        }
        commands.answer(caller, new CommandOutcome(text, exitCode, output, error, takes));
        return this;
    }

    /**
     * Says whether the instances of this account here come to be managed by Systems Manager at all, as they do at first. An
     * agent that is missing, a role that is missing and a network without a way out look all the same.
     *
     * @param managed whether running instances are managed from now on
     * @return this
     */
    public RunCommands managing(boolean managed) {
        commands.managing(caller, managed);
        return this;
    }

    /**
     * The commands that were sent so far.
     *
     * @return the requests, the oldest first
     */
    public List<SendCommandRequest> sent() {
        return commands.sent(caller);
    }
}
