package dev.amis.examples;

import dev.amis.model.AccountId;
import dev.amis.model.InstanceId;
import dev.amis.model.OrganizationArn;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.spi.AmiProvider;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An account in memory, in which everything may be done.
 *
 * @param aws the account
 * @param out where the task tells what it does
 */
record MemoryStage(InMemoryAws aws, PrintStream out) implements Stage {

    private static final AccountId PARTNER = AccountId.of("444455556666");
    private static final OrganizationArn COMPANY =
            OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-abcdefghij");

    @Override
    public AmiProvider provider() {
        return aws;
    }

    @Override
    public String name(String name) {
        return name;
    }

    @Override
    public InstanceId instance() {
        return aws.runInstance();
    }

    @Override
    public Optional<SnapshotId> snapshot() {
        return Optional.empty();
    }

    @Override
    public List<Region> destinations() {
        return List.of(Region.US_WEST_2, Region.EU_WEST_1);
    }

    @Override
    public Optional<AccountId> partner() {
        return Optional.of(PARTNER);
    }

    @Override
    public Optional<OrganizationArn> organization() {
        return Optional.of(COMPANY);
    }

    @Override
    public Family family() {
        return Family.WEB_APP;
    }

    @Override
    public boolean mayApply() {
        return true;
    }

    @Override
    public boolean mayUndo() {
        return true;
    }

    @Override
    public void inMemory(String what, Consumer<InMemoryAws> step) {
        step.accept(aws);
    }

    @Override
    public void close() {
        aws.close();
    }
}
