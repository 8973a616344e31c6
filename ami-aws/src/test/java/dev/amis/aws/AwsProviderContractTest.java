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
import org.junit.jupiter.api.Nested;

/** The whole contract through the AWS SDK, over HTTP, into the in-memory account. */
class AwsProviderContractTest {

    @Nested
    class Images extends ImagePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class ImageAttributes extends ImageAttributePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class ImageLifecycle extends ImageLifecyclePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class Snapshots extends SnapshotPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class ResourceTags extends TagPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class Instances extends InstancePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class Commands extends CommandPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class InstanceLife extends InstanceLifecyclePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class InstanceTypes extends InstanceTypePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class Volumes extends VolumePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class FastLaunch extends FastLaunchPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class LaunchTemplates extends LaunchTemplatePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class AutoScaling extends AutoScalingPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class InstanceRefreshes extends InstanceRefreshContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class Fleets extends FleetPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class RecycleBin extends RecycleBinPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class BlockPublicAccess extends BlockPublicAccessPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class Parameters extends ParameterPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class Keys extends KeyPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class ImageRecipes extends ImageRecipePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class ImageReferences extends ImageReferencePortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }

    @Nested
    class ImageUsageReports extends ImageUsageReportPortContract {
        @Override
        protected ContractWorld newWorld() {
            return EndpointWorld.underContract();
        }
    }
}
