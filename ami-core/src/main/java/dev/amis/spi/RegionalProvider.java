package dev.amis.spi;

import dev.amis.model.Region;
import java.util.Optional;

/** The ports of one account in one Region. A port that a provider does not have is answered as empty. Thread-safe. */
public interface RegionalProvider {

    /**
     * The Region of all calls.
     *
     * @return the Region
     */
    Region region();

    /**
     * Images: describing, creating, registering, copying, deregistering.
     *
     * @return the port
     */
    ImagePort images();

    /**
     * Attributes of images: launch permissions, description, IMDS support.
     *
     * @return the port
     */
    ImageAttributePort imageAttributes();

    /**
     * The life of images: deprecation, disabling, protection.
     *
     * @return the port
     */
    ImageLifecyclePort imageLifecycle();

    /**
     * Snapshots.
     *
     * @return the port
     */
    SnapshotPort snapshots();

    /**
     * Tags of any resource.
     *
     * @return the port
     */
    TagPort tags();

    /**
     * Instances.
     *
     * @return the port
     */
    InstancePort instances();

    /**
     * The account's setting that keeps images from being made public.
     *
     * @return the port, empty if the provider has none
     */
    Optional<BlockPublicAccessPort> blockPublicAccess();

    /**
     * What the Recycle Bin holds.
     *
     * @return the port, empty if the provider has none
     */
    Optional<RecycleBinPort> recycleBin();

    /**
     * The rules of the Recycle Bin.
     *
     * @return the port, empty if the provider has none
     */
    Optional<RecycleBinRulePort> recycleBinRules();

    /**
     * Launch templates.
     *
     * @return the port, empty if the provider has none
     */
    Optional<LaunchTemplatePort> launchTemplates();

    /**
     * Auto Scaling groups and launch configurations.
     *
     * @return the port, empty if the provider has none
     */
    Optional<AutoScalingPort> autoScaling();

    /**
     * Spot Fleet requests and EC2 Fleets.
     *
     * @return the port, empty if the provider has none
     */
    Optional<FleetPort> fleets();

    /**
     * The life of instances: launching, starting, stopping, terminating, status, console.
     *
     * @return the port, empty if the provider has none
     */
    Optional<InstanceLifecyclePort> instanceLifecycle();

    /**
     * Types of instances.
     *
     * @return the port, empty if the provider has none
     */
    Optional<InstanceTypePort> instanceTypes();

    /**
     * SSM parameters.
     *
     * @return the port, empty if the provider has none
     */
    Optional<ParameterPort> parameters();

    /**
     * The recipes of EC2 Image Builder.
     *
     * @return the port, empty if the provider has none
     */
    Optional<ImageRecipePort> imageRecipes();

    /**
     * EC2's own answer to who refers to images.
     *
     * @return the port, empty if the provider has none
     */
    Optional<ImageReferencePort> imageReferences();

    /**
     * Reports on how other accounts use images.
     *
     * @return the port, empty if the provider has none
     */
    Optional<ImageUsageReportPort> imageUsageReports();

    /**
     * Volumes.
     *
     * @return the port, empty if the provider has none
     */
    Optional<VolumePort> volumes();

    /**
     * Fast launch of Windows images.
     *
     * @return the port, empty if the provider has none
     */
    Optional<FastLaunchPort> fastLaunch();

    /**
     * Commands that Systems Manager runs on instances.
     *
     * @return the port, empty if the provider has none
     */
    Optional<CommandPort> commands();

    /**
     * KMS keys.
     *
     * @return the port, empty if the provider has none
     */
    Optional<KeyPort> keys();
}
