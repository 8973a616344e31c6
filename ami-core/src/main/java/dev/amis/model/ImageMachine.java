package dev.amis.model;

import java.util.Optional;
import org.immutables.value.Value;

/** What an image says of the machines that its instances run on: the part of {@link Image} that launching looks at. */
interface ImageMachine {

    /**
     * The processor architecture.
     *
     * @return for example {@code arm64}
     */
    Architecture architecture();

    /**
     * The platform.
     *
     * @return {@code windows}, or nothing for everything else
     */
    Optional<Platform> platform();

    /**
     * The platform as it stands on the bill.
     *
     * @return for example {@code Linux/UNIX} or {@code Red Hat Enterprise Linux}
     */
    Optional<String> platformDetails();

    /**
     * The code of the operation on the bill.
     *
     * @return for example {@code RunInstances:0010}
     */
    Optional<String> usageOperation();

    /**
     * How the image is virtualized.
     *
     * @return {@code hvm} for all but very old images
     */
    @Value.Default
    default VirtualizationType virtualizationType() {
        return VirtualizationType.HVM;
    }

    /**
     * The hypervisor.
     *
     * @return {@code xen}, also for Nitro
     */
    @Value.Default
    default Hypervisor hypervisor() {
        return Hypervisor.XEN;
    }

    /**
     * Whether enhanced networking with ENA is on.
     *
     * @return false if EC2 says nothing
     */
    @Value.Default
    default boolean enaSupport() {
        return false;
    }

    /**
     * Whether enhanced networking with the Intel VF interface is on.
     *
     * @return {@code simple}, or nothing
     */
    Optional<String> sriovNetSupport();

    /**
     * How instances boot.
     *
     * @return nothing leaves it to the instance type
     */
    Optional<BootMode> bootMode();

    /**
     * The NitroTPM that instances have.
     *
     * @return {@code v2.0}, or nothing
     */
    Optional<TpmSupport> tpmSupport();

    /**
     * The instance metadata service that instances must use by default.
     *
     * @return {@code v2.0}, or nothing
     */
    Optional<ImdsSupport> imdsSupport();

    /**
     * The kernel of a paravirtual image.
     *
     * @return an {@code aki-} id
     */
    Optional<String> kernelId();

    /**
     * The RAM disk of a paravirtual image.
     *
     * @return an {@code ari-} id
     */
    Optional<String> ramdiskId();
}
