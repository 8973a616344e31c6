package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What a type of instance is and can do, as far as it decides whether an image boots on it.
 *
 * <p>Source: EC2 API Reference, InstanceTypeInfo.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class InstanceTypeInfo implements WithInstanceTypeInfo {

    InstanceTypeInfo() {}

    /**
     * The type.
     *
     * @return for example {@code m7g.large}
     */
    public abstract InstanceType instanceType();

    /**
     * Whether EC2 counts it among the current generation.
     *
     * @return whether it does
     */
    @Value.Default
    public boolean currentGeneration() {
        return true;
    }

    /**
     * Whether it is a machine of its own without a hypervisor.
     *
     * @return whether it is
     */
    @Value.Default
    public boolean bareMetal() {
        return false;
    }

    /**
     * The architectures of images that it runs.
     *
     * @return at least one, as EC2 tells them
     */
    public abstract List<Architecture> supportedArchitectures();

    /**
     * The virtualization types of images that it runs.
     *
     * @return {@code hvm}, and on old types {@code paravirtual}
     */
    public abstract List<VirtualizationType> supportedVirtualizationTypes();

    /**
     * What its root device may be kept on.
     *
     * @return {@code ebs}, {@code instance-store}
     */
    public abstract List<DeviceType> supportedRootDeviceTypes();

    /**
     * The ways it can boot.
     *
     * @return {@code legacy-bios}, {@code uefi}
     */
    public abstract List<BootMode> supportedBootModes();

    /**
     * Enhanced networking by ENA.
     *
     * @return whether it is offered or insisted on
     */
    @Value.Default
    public FeatureSupport enaSupport() {
        return FeatureSupport.UNKNOWN;
    }

    /**
     * Volumes as NVMe devices.
     *
     * @return whether they are offered or insisted on
     */
    @Value.Default
    public FeatureSupport nvmeSupport() {
        return FeatureSupport.UNKNOWN;
    }

    /**
     * NitroTPM.
     *
     * @return whether it is offered
     */
    @Value.Default
    public FeatureSupport nitroTpmSupport() {
        return FeatureSupport.UNKNOWN;
    }

    /**
     * The versions of NitroTPM.
     *
     * @return for example {@code 2.0}; images write {@code v2.0}
     */
    public abstract List<String> nitroTpmVersions();

    /**
     * Encrypted EBS volumes.
     *
     * @return whether they can be attached
     */
    @Value.Default
    public boolean ebsEncryption() {
        return true;
    }

    /**
     * How many EBS volumes can be attached.
     *
     * @return the number, where EC2 tells one
     */
    public abstract OptionalInt maximumEbsAttachments();

    /**
     * The number of virtual CPUs.
     *
     * @return the number
     */
    public abstract OptionalInt vCpus();

    /**
     * The memory.
     *
     * @return in MiB
     */
    public abstract OptionalLong memoryMib();

    /** The type and what it runs as one line for people. */
    @Override
    public String toString() {
        return instanceType() + " " + supportedArchitectures() + " " + supportedBootModes();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link InstanceTypeInfo} values; each attribute can be set once. */
    public static final class Builder extends ImmutableInstanceTypeInfo.Builder {
        Builder() {}
    }
}
