package dev.amis.testing.contract;

import org.junit.jupiter.api.Nested;

/** What a provider's {@link dev.amis.spi.SnapshotPort} must do, grouped by what is done. */
public abstract class SnapshotPortContract {

    /** Makes a contract. */
    protected SnapshotPortContract() {}

    /**
     * Makes the world for one test.
     *
     * @return a world that no other test uses; it is closed after the test
     */
    protected abstract ContractWorld newWorld();

    @Nested
    class Making extends SnapshotRules {
        @Override
        protected ContractWorld newWorld() {
            return SnapshotPortContract.this.newWorld();
        }
    }

    @Nested
    class Copying extends SnapshotCopyRules {
        @Override
        protected ContractWorld newWorld() {
            return SnapshotPortContract.this.newWorld();
        }
    }

    @Nested
    class Deleting extends SnapshotDeletionRules {
        @Override
        protected ContractWorld newWorld() {
            return SnapshotPortContract.this.newWorld();
        }
    }

    @Nested
    class Sharing extends SnapshotSharingRules {
        @Override
        protected ContractWorld newWorld() {
            return SnapshotPortContract.this.newWorld();
        }
    }
}
