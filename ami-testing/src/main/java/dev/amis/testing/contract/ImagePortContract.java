package dev.amis.testing.contract;

import org.junit.jupiter.api.Nested;

/** What a provider's {@link dev.amis.spi.ImagePort} must do, grouped by call. */
public abstract class ImagePortContract {

    /** Makes a contract. */
    protected ImagePortContract() {}

    /**
     * Makes the world for one test.
     *
     * @return a world that no other test uses; it is closed after the test
     */
    protected abstract ContractWorld newWorld();

    @Nested
    class DescribeImages extends DescribeImagesRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class DescribeImagesOfOthers extends ImageVisibilityRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class DescribeImagesFilters extends ImageFilterRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class CreateImage extends CreateImageRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class RegisterImage extends RegisterImageRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class CopyImage extends CopyImageRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class CopyImageRequests extends CopyImageRequestRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class CopyImageAndKeys extends CopyImageEncryptionRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }

    @Nested
    class DeregisterImage extends DeregisterImageRules {
        @Override
        protected ContractWorld newWorld() {
            return ImagePortContract.this.newWorld();
        }
    }
}
