package dev.amis.testing;

import dev.amis.testing.contract.ContractWorld;
import dev.amis.testing.contract.ImagePortContract;
import dev.amis.testing.contract.InMemoryContractWorld;
import dev.amis.testing.contract.SnapshotPortContract;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The contract has patience: what is new may be invisible for a while and come in any order, as with the real EC2. */
class EventualConsistencyContractTest {

    @Nested
    class Images extends ImagePortContract {
        @Override
        protected ContractWorld newWorld() {
            return slowToShow();
        }
    }

    @Nested
    class Snapshots extends SnapshotPortContract {
        @Override
        protected ContractWorld newWorld() {
            return slowToShow();
        }
    }

    private static ContractWorld slowToShow() {
        InMemoryAws aws = InMemoryAws.create();
        aws.faults().hidingNewFor(Duration.ofSeconds(40)).shuffledAnswers(true);
        return new InMemoryContractWorld(aws);
    }
}
