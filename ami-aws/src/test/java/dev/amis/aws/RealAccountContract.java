package dev.amis.aws;

import dev.amis.testing.contract.AutoScalingPortContract;
import dev.amis.testing.contract.BlockPublicAccessPortContract;
import dev.amis.testing.contract.CommandPortContract;
import dev.amis.testing.contract.ContractWorld;
import dev.amis.testing.contract.FastLaunchPortContract;
import dev.amis.testing.contract.FleetPortContract;
import dev.amis.testing.contract.ImageAttributePortContract;
import dev.amis.testing.contract.ImageLifecyclePortContract;
import dev.amis.testing.contract.ImagePortContract;
import dev.amis.testing.contract.ImageRecipePortContract;
import dev.amis.testing.contract.ImageReferencePortContract;
import dev.amis.testing.contract.ImageUsageReportPortContract;
import dev.amis.testing.contract.InstanceLifecyclePortContract;
import dev.amis.testing.contract.InstancePortContract;
import dev.amis.testing.contract.InstanceRefreshContract;
import dev.amis.testing.contract.InstanceTypePortContract;
import dev.amis.testing.contract.KeyPortContract;
import dev.amis.testing.contract.LaunchTemplatePortContract;
import dev.amis.testing.contract.ParameterPortContract;
import dev.amis.testing.contract.RecycleBinPortContract;
import dev.amis.testing.contract.SnapshotPortContract;
import dev.amis.testing.contract.TagPortContract;
import dev.amis.testing.contract.VolumePortContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The whole contract on one account that all rules share, and that each of them leaves as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealAccountContract {

    private RealAccount account;

    /** Takes the account over. */
    abstract RealAccount open();

    @BeforeAll
    void begin() {
        account = open();
    }

    @AfterAll
    void end() {
        account.close();
    }

    @Nested
    class Images extends ImagePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class ImageAttributes extends ImageAttributePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class ImageLifecycle extends ImageLifecyclePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class Snapshots extends SnapshotPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class ResourceTags extends TagPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class Instances extends InstancePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class Commands extends CommandPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class InstanceLife extends InstanceLifecyclePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class InstanceTypes extends InstanceTypePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class Volumes extends VolumePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class FastLaunch extends FastLaunchPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class LaunchTemplates extends LaunchTemplatePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class AutoScaling extends AutoScalingPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class InstanceRefreshes extends InstanceRefreshContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class Fleets extends FleetPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class RecycleBin extends RecycleBinPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class BlockPublicAccess extends BlockPublicAccessPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class Parameters extends ParameterPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class Keys extends KeyPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class ImageRecipes extends ImageRecipePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class ImageReferences extends ImageReferencePortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }

    @Nested
    class ImageUsageReports extends ImageUsageReportPortContract {
        @Override
        protected ContractWorld newWorld() {
            return account.world();
        }
    }
}
