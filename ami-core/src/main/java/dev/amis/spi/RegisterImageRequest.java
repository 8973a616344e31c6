package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BlockDeviceRules;
import dev.amis.model.BootMode;
import dev.amis.model.ImageName;
import dev.amis.model.ImdsSupport;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Registering an image on snapshots. Other than EC2, it has no default that makes an image nobody can launch: architecture
 * and root device must be named, and it is {@code hvm} with ENA unless said otherwise.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class RegisterImageRequest implements WithRegisterImageRequest {

    RegisterImageRequest() {}

    /**
     * The name of the image to be.
     *
     * @return the name
     */
    public abstract ImageName name();

    /**
     * The description.
     *
     * @return up to 255 characters
     */
    public abstract Optional<String> description();

    /**
     * The processor architecture; EC2's own default would be {@code i386}.
     *
     * @return the architecture
     */
    public abstract Architecture architecture();

    /**
     * How it is virtualized; EC2's own default would be {@code paravirtual}.
     *
     * @return {@code hvm}
     */
    @Value.Default
    public VirtualizationType virtualizationType() {
        return VirtualizationType.HVM;
    }

    /**
     * The name of the root device.
     *
     * @return for example {@code /dev/xvda}
     */
    public abstract String rootDeviceName();

    /**
     * The volumes, among them the root device on a snapshot.
     *
     * @return the mappings, which keep {@link BlockDeviceRules} as far as they can be judged without the snapshots
     */
    public abstract List<BlockDeviceMapping> blockDeviceMappings();

    /**
     * Whether enhanced networking with ENA is on; it cannot be taken back.
     *
     * @return true; a paravirtual image must say false
     */
    @Value.Default
    public boolean enaSupport() {
        return true;
    }

    /**
     * Whether enhanced networking with the Intel VF interface is on; it cannot be taken back.
     *
     * @return {@code simple}, or nothing
     */
    public abstract Optional<String> sriovNetSupport();

    /**
     * How instances boot.
     *
     * @return nothing leaves it to the instance type
     */
    public abstract Optional<BootMode> bootMode();

    /**
     * The NitroTPM that instances have; needs boot mode {@code uefi}.
     *
     * @return the version
     */
    public abstract Optional<TpmSupport> tpmSupport();

    /**
     * The instance metadata service that instances must use by default.
     *
     * @return the version
     */
    public abstract Optional<ImdsSupport> imdsSupport();

    /**
     * The UEFI variable store, base64.
     *
     * @return up to 64,000 characters; too long to be printed by {@code toString}
     */
    @Value.Redacted
    public abstract Optional<String> uefiData();

    /**
     * The tags of the image to be; EC2 tags no snapshots here.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    @Value.Check
    void check() {
        RequestChecks.description(description());
        RequestChecks.tags(tags());
        checkBoot();
        if (enaSupport() && virtualizationType().equals(VirtualizationType.PARAVIRTUAL)) {
            throw new IllegalArgumentException(
                    "enaSupport is true, but must be false where virtualizationType is 'paravirtual'");
        }
        BlockDeviceRules.check(
                BlockDeviceContext.builder()
                        .operation(BlockDeviceContext.Operation.REGISTER_IMAGE)
                        .virtualizationType(virtualizationType())
                        .rootDeviceName(rootDeviceName())
                        .build(),
                blockDeviceMappings());
    }

    private void checkBoot() {
        if (tpmSupport().isPresent() && !bootMode().equals(Optional.of(BootMode.UEFI))) {
            throw new IllegalArgumentException("bootMode is "
                    + bootMode().map(BootMode::value).orElse("not set") + ", but must be 'uefi' where tpmSupport is "
                    + tpmSupport().get());
        }
        if (uefiData().isPresent() && uefiData().get().length() > 64_000) {
            throw new IllegalArgumentException(
                    "uefiData has " + uefiData().get().length() + " characters, but at most 64000 are allowed");
        }
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RegisterImageRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableRegisterImageRequest.Builder {
        Builder() {}
    }
}
