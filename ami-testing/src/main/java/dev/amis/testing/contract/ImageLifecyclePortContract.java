package dev.amis.testing.contract;

import org.junit.jupiter.api.Nested;

/** What a provider's {@link dev.amis.spi.ImageLifecyclePort} must do, grouped by what is done. */
public abstract class ImageLifecyclePortContract {

    /** Makes a contract. */
    protected ImageLifecyclePortContract() {}

    /**
     * Makes the world for one test.
     *
     * @return a world that no other test uses; it is closed after the test
     */
    protected abstract ContractWorld newWorld();

    @Nested
    class Deprecating extends DeprecationRules {
        @Override
        protected ContractWorld newWorld() {
            return ImageLifecyclePortContract.this.newWorld();
        }
    }

    @Nested
    class Disabling extends DisablingRules {
        @Override
        protected ContractWorld newWorld() {
            return ImageLifecyclePortContract.this.newWorld();
        }
    }

    @Nested
    class Protecting extends ProtectionRules {
        @Override
        protected ContractWorld newWorld() {
            return ImageLifecyclePortContract.this.newWorld();
        }
    }

    @Nested
    class Callers extends LifecycleCallerRules {
        @Override
        protected ContractWorld newWorld() {
            return ImageLifecyclePortContract.this.newWorld();
        }
    }
}
