package dev.amis.testing.internal;

import dev.amis.spi.SendCommandRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands of one account in one Region, and how they are to end. Guarded by the world's lock. */
final class CommandBook {

    /** A command on its way. */
    record Sent(SendCommandRequest request, Instant at, CommandOutcome outcome) {}

    private final List<CommandOutcome> outcomes = new ArrayList<>();
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private boolean managing = true;

    void add(CommandOutcome outcome) {
        outcomes.add(0, outcome);
    }

    /** What was arranged last goes first. */
    CommandOutcome outcomeOf(SendCommandRequest request) {
        return outcomes.stream()
                .filter(outcome -> request.commands().stream().anyMatch(line -> line.contains(outcome.text())))
                .findFirst()
                .orElse(CommandOutcome.WELL);
    }

    void add(String id, Sent command) {
        sent.put(id, command);
    }

    Optional<Sent> find(String id) {
        return Optional.ofNullable(sent.get(id));
    }

    List<SendCommandRequest> requests() {
        return sent.values().stream().map(Sent::request).toList();
    }

    boolean isManaging() {
        return managing;
    }

    void managing(boolean on) {
        managing = on;
    }
}
