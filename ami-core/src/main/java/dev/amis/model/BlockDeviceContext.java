package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known where block device mappings are judged by {@link BlockDeviceRules}. A rule that needs what is not known is
 * left to EC2.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class BlockDeviceContext implements WithBlockDeviceContext {

    BlockDeviceContext() {}

    /** The EC2 actions that take block device mappings; {@code CopyImage} takes none. */
    public enum Operation {
        /** {@code CreateImage}: adds volumes to those of the instance, changes them or leaves them out. */
        CREATE_IMAGE,
        /** {@code RegisterImage}: names all volumes of the image. */
        REGISTER_IMAGE,
        /** {@code RunInstances} and launch templates: adds volumes to those of the image, changes them or leaves them out. */
        RUN_INSTANCES
    }

    /**
     * What the mappings are for.
     *
     * @return the action
     */
    public abstract Operation operation();

    /**
     * How the image is virtualized.
     *
     * @return nothing if it is not known
     */
    public abstract Optional<VirtualizationType> virtualizationType();

    /**
     * Whether it is a Windows machine.
     *
     * @return nothing if it is not known
     */
    public abstract Optional<Boolean> windows();

    /**
     * The name of the root device.
     *
     * @return nothing if it is not known
     */
    public abstract Optional<String> rootDeviceName();

    /**
     * The volumes that are there already: those of the instance for {@code CreateImage}, those of the image for {@code
     * RunInstances}.
     *
     * @return their mappings; none if they are not known
     */
    public abstract List<BlockDeviceMapping> existing();

    /**
     * The snapshots that could be seen.
     *
     * @return any snapshots that the mappings name; what is missing is left to EC2
     */
    public abstract List<Snapshot> snapshots();

    /**
     * A context of which nothing but the action is known.
     *
     * @param operation the action
     * @return the context
     */
    public static BlockDeviceContext of(Operation operation) {
        return builder().operation(operation).build();
    }

    /**
     * Making an image of a known instance: its volumes, root device and platform are known.
     *
     * @param instance the instance
     * @return the context of a {@code CreateImage}
     */
    public static BlockDeviceContext creatingFrom(Instance instance) {
        return builder()
                .operation(Operation.CREATE_IMAGE)
                .virtualizationType(instance.virtualizationType())
                .windows(instance.platform().equals(Optional.of(Platform.WINDOWS)))
                .rootDeviceName(instance.rootDeviceName())
                .addAllExisting(instance.volumes().stream()
                        .map(BlockDeviceContext::attached)
                        .toList())
                .build();
    }

    /**
     * Launching a known image: its volumes, root device, virtualization and platform are known.
     *
     * @param image the image
     * @return the context of a {@code RunInstances}
     */
    public static BlockDeviceContext launching(Image image) {
        return builder()
                .operation(Operation.RUN_INSTANCES)
                .virtualizationType(image.virtualizationType())
                .windows(image.platform().equals(Optional.of(Platform.WINDOWS)))
                .rootDeviceName(image.rootDeviceName())
                .addAllExisting(image.blockDeviceMappings())
                .build();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BlockDeviceContext} values; each attribute can be set once. */
    public static final class Builder extends ImmutableBlockDeviceContext.Builder {
        Builder() {}
    }

    Optional<BlockDeviceMapping> existing(String deviceName) {
        return existing().stream()
                .filter(mapping -> mapping.deviceName().equals(deviceName))
                .findFirst();
    }

    boolean isRoot(String deviceName) {
        return rootDeviceName().equals(Optional.of(deviceName));
    }

    private static BlockDeviceMapping attached(AttachedVolume volume) {
        return BlockDeviceMapping.ebs(
                volume.deviceName(),
                EbsBlockDevice.builder()
                        .deleteOnTermination(volume.deleteOnTermination())
                        .build());
    }
}
