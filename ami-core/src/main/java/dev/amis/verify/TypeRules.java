package dev.amis.verify;

import dev.amis.error.AccessDeniedException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.InstanceTypeFacts;
import dev.amis.internal.Session;
import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.FeatureSupport;
import dev.amis.model.Image;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.spi.InstanceTypePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an image fits a type of instance.
 *
 * <p>Source: EC2 User Guide, "AMI types and characteristics", "Requirements to launch an EC2 instance in UEFI boot mode",
 * "Requirements for using NitroTPM with Amazon EC2 instances"; EC2 API Reference, InstanceTypeInfo.
 */
public final class TypeRules {

    private static final String ANOTHER_TYPE = "Use a type that does, or another image";

    private final Image image;
    private final InstanceTypeInfo type;
    private final List<Finding> findings = new ArrayList<>();

    private TypeRules(Image image, InstanceTypeInfo type) {
        this.image = image;
        this.type = type;
    }

    /**
     * Looks whether an image fits a type.
     *
     * @param image the image
     * @param type the type
     * @return what stands in the way, or may
     */
    public static List<Finding> findings(Image image, InstanceTypeInfo type) {
        TypeRules rules = new TypeRules(image, type);
        rules.architecture();
        rules.virtualization();
        rules.rootDevice();
        rules.bootMode();
        rules.network();
        rules.storage();
        rules.volumes();
        rules.tpm();
        return List.copyOf(rules.findings);
    }

    /**
     * Refuses a test on types that cannot launch the image. Where nothing can be read of types or image, the launch itself
     * tells.
     */
    static void refuseUnfit(Session session, VerificationRequest request) {
        Optional<InstanceTypePort> port = session.here().instanceTypes();
        if (request.instanceTypes().isEmpty() || port.isEmpty()) {
            return;
        }
        try {
            ImageLookup.find(session.here(), request.imageId())
                    .map(image -> new Diagnosis(
                            image.imageId(), image.region(), ofTypes(port.get(), image, request.instanceTypes())))
                    .ifPresent(Diagnosis::orThrow);
        } catch (AccessDeniedException unread) {
            return;
        }
    }

    static List<Finding> ofTypes(InstanceTypePort port, Image image, List<InstanceType> types) {
        return InstanceTypeFacts.read(port, types).stream()
                .flatMap(type -> findings(image, type).stream())
                .toList();
    }

    private void architecture() {
        if (!type.supportedArchitectures().contains(image.architecture())) {
            findings.add(Finding.blocking(
                    type.instanceType() + " does not run " + image.architecture(),
                    "it runs " + type.supportedArchitectures(),
                    ANOTHER_TYPE));
        }
        if (image.platform().isPresent() && image.architecture().equals(Architecture.ARM64)) {
            findings.add(Finding.blocking(
                    "there is no Windows for arm64 on EC2", "the image claims both", "Register it as what it is"));
        }
        if (image.architecture().value().endsWith("_mac")) {
            findings.add(Finding.warning(
                    "macOS runs on dedicated hosts only",
                    "a launch without one is refused",
                    "Launch it on a dedicated host of a Mac type"));
        }
    }

    private void virtualization() {
        if (!type.supportedVirtualizationTypes().contains(image.virtualizationType())) {
            findings.add(Finding.blocking(
                    type.instanceType() + " does not virtualize as " + image.virtualizationType(),
                    "it offers " + type.supportedVirtualizationTypes(),
                    ANOTHER_TYPE));
        }
    }

    private void rootDevice() {
        if (!type.supportedRootDeviceTypes().isEmpty()
                && !type.supportedRootDeviceTypes().contains(image.rootDeviceType())) {
            findings.add(Finding.blocking(
                    type.instanceType() + " has no root device on " + image.rootDeviceType(),
                    "it offers " + type.supportedRootDeviceTypes(),
                    ANOTHER_TYPE));
        }
    }

    private void bootMode() {
        Optional<BootMode> mode = image.bootMode();
        List<BootMode> offered = type.supportedBootModes();
        if (offered.isEmpty() || mode.isEmpty()) {
            return;
        }
        boolean preferred = mode.get().equals(BootMode.UEFI_PREFERRED);
        if (!preferred && !offered.contains(mode.get())) {
            findings.add(Finding.blocking(
                    type.instanceType() + " does not boot as " + mode.get(), "it boots as " + offered, ANOTHER_TYPE));
        } else if (preferred && !offered.contains(BootMode.UEFI)) {
            findings.add(Finding.warning(
                    type.instanceType() + " boots it as legacy-bios",
                    "the image prefers UEFI, which the type does not offer",
                    "Make sure that it boots both ways"));
        }
    }

    private void network() {
        if (type.enaSupport() == FeatureSupport.REQUIRED && !image.enaSupport()) {
            findings.add(Finding.blocking(
                    type.instanceType() + " insists on ENA, which the image is not marked for",
                    "the launch is refused",
                    "Install the ENA driver, set the attribute on the source instance, and make the image anew"));
        }
    }

    /** No field of an image tells of the driver, and EC2 does not look. */
    private void storage() {
        if (type.nvmeSupport() == FeatureSupport.REQUIRED) {
            findings.add(Finding.unknown(
                    type.instanceType() + " shows its volumes as NVMe devices",
                    "whether the image has the driver nobody tells before it boots; without, it finds no root device",
                    "Verify it on this type"));
        }
    }

    private void volumes() {
        boolean encrypted = image.blockDeviceMappings().stream()
                .flatMap(mapping -> mapping.ebsVolume().stream())
                .anyMatch(volume -> volume.encrypted().orElse(false));
        if (encrypted && !type.ebsEncryption()) {
            findings.add(Finding.blocking(
                    type.instanceType() + " attaches no encrypted volumes", "the image has one", ANOTHER_TYPE));
        }
        long volumes = image.blockDeviceMappings().stream()
                .filter(mapping -> mapping.ebsVolume().isPresent())
                .count();
        if (type.maximumEbsAttachments().isPresent()
                && volumes > type.maximumEbsAttachments().getAsInt()) {
            findings.add(Finding.blocking(
                    type.instanceType() + " attaches at most "
                            + type.maximumEbsAttachments().getAsInt() + " volumes",
                    "the image has " + volumes,
                    "Leave volumes out at launch, or use a larger type"));
        }
    }

    /** Images write v2.0, types 2.0. */
    private void tpm() {
        image.tpmSupport().ifPresent(wanted -> {
            String version = wanted.value().startsWith("v") ? wanted.value().substring(1) : wanted.value();
            boolean offered = type.nitroTpmSupport() == FeatureSupport.SUPPORTED
                    || type.nitroTpmSupport() == FeatureSupport.REQUIRED;
            if (!offered
                    || (!type.nitroTpmVersions().isEmpty()
                            && !type.nitroTpmVersions().contains(version))) {
                findings.add(Finding.blocking(
                        type.instanceType() + " has no NitroTPM " + version, "the image asks for it", ANOTHER_TYPE));
            }
            if (!image.bootMode()
                    .map(mode -> mode.equals(BootMode.UEFI) || mode.equals(BootMode.UEFI_PREFERRED))
                    .orElse(image.architecture().equals(Architecture.ARM64))) {
                findings.add(Finding.blocking(
                        "the image asks for NitroTPM and does not boot by UEFI",
                        "NitroTPM works with UEFI only",
                        "Register it with the boot mode uefi"));
            }
        });
    }
}
