package dev.amis.examples;

import dev.amis.testing.InMemoryAws;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a task plays on.
 *
 * @param memory makes its account in memory
 * @param needs what it has to be told on AWS
 * @param takes what it may be told there
 * @param notOnAws why it plays in memory only, if it does
 */
record Setting(
        Supplier<InMemoryAws> memory, List<StageOption> needs, List<StageOption> takes, Optional<String> notOnAws) {

    static Setting emptyAccount() {
        return new Setting(InMemoryAws::create, List.of(), List.of(), Optional.empty());
    }

    static Setting estate() {
        return new Setting(InMemoryAws::estate, List.of(), List.of(), Optional.empty());
    }

    static Setting onlyInMemory(String why) {
        return new Setting(InMemoryAws::create, List.of(), List.of(), Optional.of(why));
    }

    Setting needing(StageOption... needed) {
        return new Setting(memory, List.of(needed), takes, notOnAws);
    }

    Setting taking(StageOption... taken) {
        return new Setting(memory, needs, List.of(taken), notOnAws);
    }
}
