package dev.amis.examples;

import dev.amis.model.AccountId;
import dev.amis.model.InstanceId;
import dev.amis.model.OrganizationArn;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An account on AWS, or behind an endpoint. Images that are made here have a name that begins as no other's does; by it they
 * are found and removed at the end, whatever the end is.
 */
final class AwsStage implements Stage {

    private final AmiProvider provider;
    private final PrintStream out;
    private final String prefix;
    private final Map<StageOption, String> told;
    private final Optional<InstanceId> instance;
    private final Optional<SnapshotId> snapshot;
    private final List<Region> destinations;
    private final Optional<AccountId> partner;
    private final Optional<OrganizationArn> organization;

    /** Plays on an account with what was said at the prompt; makes no call, and refuses what no id, account or Region is. */
    AwsStage(AmiProvider provider, Map<StageOption, String> told, PrintStream out) {
        this.provider = provider;
        this.out = out;
        this.prefix = "amis-example-" + UUID.randomUUID() + "-";
        this.told = Map.copyOf(told);
        this.instance = told(StageOption.INSTANCE).map(InstanceId::of);
        this.snapshot = told(StageOption.SNAPSHOT).map(SnapshotId::of);
        this.destinations = told(StageOption.TO).stream()
                .flatMap(regions -> Arrays.stream(regions.split(",", -1)))
                .map(Region::of)
                .toList();
        this.partner = told(StageOption.PARTNER).map(AccountId::of);
        this.organization = told(StageOption.ORGANIZATION).map(OrganizationArn::of);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public AmiProvider provider() {
        return provider;
    }

    @Override
    public String name(String name) {
        return prefix + name;
    }

    @Override
    public InstanceId instance() {
        return instance.orElseThrow(() -> new IllegalArgumentException(
                "No instance is named; say " + StageOption.INSTANCE + ": " + StageOption.INSTANCE.description()));
    }

    @Override
    public Optional<SnapshotId> snapshot() {
        return snapshot;
    }

    @Override
    public List<Region> destinations() {
        return destinations;
    }

    @Override
    public Optional<AccountId> partner() {
        return partner;
    }

    @Override
    public Optional<OrganizationArn> organization() {
        return organization;
    }

    @Override
    public Family family() {
        return told(StageOption.FAMILY).map(Family::new).orElse(Family.WEB_APP);
    }

    @Override
    public boolean mayApply() {
        return told.containsKey(StageOption.APPLY);
    }

    @Override
    public boolean mayUndo() {
        return told.containsKey(StageOption.UNDO);
    }

    @Override
    public void inMemory(String what, Consumer<InMemoryAws> step) {
        leaveOut(what + ": only an account in memory lets one do that");
    }

    /** Removes what was made, in the Regions of the copies before that of their source. */
    @Override
    public void close() {
        // Whoever interrupted the task wants it to end, not what it made to stay.
        Thread.interrupted();
        if (instance.isPresent() || snapshot.isPresent()) {
            Sweep sweep = new Sweep(provider, prefix, snapshot, out);
            sweep.clear(Stream.concat(destinations.stream(), Stream.of(provider.region()))
                    .toList());
        }
    }

    private Optional<String> told(StageOption option) {
        return Optional.ofNullable(told.get(option));
    }
}
