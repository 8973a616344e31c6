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
}
