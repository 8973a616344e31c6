package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.RemoteCommands;
import dev.amis.internal.Session;
import dev.amis.model.InstanceId;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.ManagedInstance;
import dev.amis.spi.SendCommandRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The checks, one after the other, each on all instances at once. */
final class CheckRun {

    private static final Duration SHORTEST_DELIVERY = Duration.ofSeconds(30);
    private static final Duration LONGEST_EXECUTION = Duration.ofDays(2);
    private static final Duration SHORTEST_EXECUTION = Duration.ofSeconds(1);

    private final Session session;
    private final List<ImageCheck> checks;
    private final Instant deadline;

    CheckRun(Session session, List<ImageCheck> checks, Instant deadline) {
        this.session = session;
        this.checks = checks;
        this.deadline = deadline;
    }

    void run(List<Probe> probes) {
        List<Probe> up = probes.stream().filter(Probe::isUp).toList();
        if (checks.isEmpty() || up.isEmpty()) {
            return;
        }
        RemoteCommands commands = new RemoteCommands(session, deadline);
        Map<InstanceId, ManagedInstance> managed = commands.awaitManaged(ids(up));
        up.stream()
                .filter(probe -> !managed.containsKey(probe.id().orElseThrow()))
                .forEach(probe -> probe.failed("Systems Manager did not come to manage it, so that no check could be"
                        + " run: it needs the agent, an instance profile that lets it in, and a way to its endpoints"));
        for (ImageCheck check : checks) {
            for (boolean windows : new boolean[] {false, true}) {
                List<Probe> alike = up.stream()
                        .filter(Probe::isUp)
                        .filter(probe -> isWindows(Optional.ofNullable(
                                        managed.get(probe.id().orElseThrow())))
                                == windows)
                        .toList();
                if (!alike.isEmpty()) {
                    run(commands, check, windows, alike);
                }
            }
        }
    }

    private void run(RemoteCommands commands, ImageCheck check, boolean windows, List<Probe> probes) {
        Map<InstanceId, CommandInvocation> told = new LinkedHashMap<>();
        Optional<String> refusal = Optional.empty();
        try {
            told.putAll(commands.run(command(check, windows, ids(probes))));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException refused) {
            refusal = Optional.of(refused.failure().message());
        }
        for (Probe probe : probes) {
            Optional<CommandInvocation> one =
                    Optional.ofNullable(told.get(probe.id().orElseThrow()));
            List<CheckResult> results = new ArrayList<>(probe.seen().checks());
            results.add(result(check, one, refusal));
            probe.seen(probe.seen().withChecks(results));
        }
    }

    private SendCommandRequest command(ImageCheck check, boolean windows, List<InstanceId> ids) {
        Duration left = Duration.between(session.now(), deadline);
        return SendCommandRequest.builder()
                .documentName(windows ? SendCommandRequest.POWERSHELL : SendCommandRequest.SHELL)
                .addAllInstanceIds(ids)
                .addAllCommands(check.command().lines().toList())
                .executionTimeout(between(left, SHORTEST_EXECUTION, LONGEST_EXECUTION))
                .deliveryTimeout(between(left, SHORTEST_DELIVERY, LONGEST_EXECUTION))
                .comment("amis: check " + check.name())
                .build();
    }

    private static Duration between(Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }

    private static CheckResult result(
            ImageCheck check, Optional<CommandInvocation> invocation, Optional<String> refusal) {
        if (refusal.isPresent()) {
            return new CheckResult(check.name(), OptionalInt.empty(), "", "could not be run: " + refusal.get());
        }
        if (invocation.isEmpty() || !invocation.get().status().isEnd()) {
            return new CheckResult(check.name(), OptionalInt.empty(), "", "had not ended by the deadline");
        }
        CommandInvocation told = invocation.get();
        return new CheckResult(
                check.name(), told.exitCode(), told.standardOutput() + told.standardError(), told.statusDetails());
    }

    private static boolean isWindows(Optional<ManagedInstance> instance) {
        return instance.flatMap(ManagedInstance::platformType)
                .filter("Windows"::equals)
                .isPresent();
    }

    private static List<InstanceId> ids(List<Probe> probes) {
        return probes.stream().flatMap(probe -> probe.id().stream()).toList();
    }
}
