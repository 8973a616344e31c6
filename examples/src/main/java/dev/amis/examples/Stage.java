package dev.amis.examples;

import dev.amis.Amis;
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
 * Where a task plays, and what it may take there: an account in memory, which is made for it, or one on AWS, where it only
 * changes what it made itself or was told by an option.
 */
interface Stage extends AutoCloseable {

    /** Where the task tells what it does. */
    PrintStream out();

    /** The account's ports, for what a task only looks at. */
    AmiProvider provider();

    /** The way in. */
    default Amis amis() {
        return Amis.using(provider());
    }

    /** What an image of the task is called; on AWS with a beginning that no other image has. */
    String name(String name);

    /** The instance that images are made of. */
    InstanceId instance();

    /** The snapshot that was named, to register an image on. */
    Optional<SnapshotId> snapshot();

    /** The Regions to copy to. */
    List<Region> destinations();

    /** The account to share with. */
    Optional<AccountId> partner();

    /** The organization to share with. */
    Optional<OrganizationArn> organization();

    /** Whose images are meant, where a task looks at images that it did not make. */
    Family family();

    /** Whether images that the task did not make may be changed. */
    boolean mayApply();

    /** Whether that is to be taken back. */
    boolean mayUndo();

    /** Does what only an account in memory lets one do; on AWS it says that it leaves that out. */
    void inMemory(String what, Consumer<InMemoryAws> step);

    /** Says that something is left out. */
    default void leaveOut(String what) {
        out().println("left out  " + what);
    }

    /** Removes what the task made, where that has a cost. */
    @Override
    void close();
}
