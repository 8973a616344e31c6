package dev.amis.verify;

import dev.amis.model.AccountId;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceRules;
import dev.amis.model.DeviceType;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.ProductCodeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an image itself says about being launched, on whatever type. */
final class ImageRules {

    /** What volume types limit; the other rules are about what a request may say, which an image is not. */
    private static final Set<String> LIMITED = Set.of("volumeSize", "volumeType", "iops", "throughput");

    private final Image image;
    private final List<Finding> findings = new ArrayList<>();

    private ImageRules(Image image) {
        this.image = image;
    }

    /** Everything that the image's own fields tell to an account at an instant. */
    static List<Finding> findings(Image image, AccountId viewer, Instant now) {
        ImageRules rules = new ImageRules(image);
        rules.state();
        rules.allowed();
        rules.products();
        rules.root();
        rules.volumes();
        rules.deprecation(viewer, now);
        rules.imds();
        return List.copyOf(rules.findings);
    }

    private void state() {
        if (image.state() != ImageState.AVAILABLE) {
            String reason = image.stateReason().map(why -> " (" + why + ")").orElse("");
            findings.add(Finding.blocking(
                    "the image is " + image.stateText() + reason,
                    "EC2 launches only images that are available",
                    adviceOnState()));
        }
    }

    private String adviceOnState() {
        return switch (image.state()) {
            case PENDING -> "Wait until it is available";
            case DISABLED -> "Enable it first";
            default -> "Deregister it, look for snapshots it left behind, and make it again";
        };
    }

    /** EC2 tells it for each image where the account has criteria in force, and is silent where it has none. */
    private void allowed() {
        Optional<Boolean> allowed = image.imageAllowed();
        if (allowed.isEmpty()) {
            findings.add(Finding.unknown(
                    "Allowed AMIs were not looked at",
                    "EC2 said nothing of them for this image, which is how it answers where the setting is off",
                    "If the account restricts which images may be used, look at its settings"));
        } else if (!allowed.get()) {
            findings.add(Finding.blocking(
                    "the account's Allowed AMIs do not let it in",
                    "EC2 treats the image as if it were not there",
                    "Add its owner or provider to the criteria, or use another image"));
        }
    }

    private void products() {
        image.productCodes()
                .forEach(code -> findings.add(
                        code.type().equals(ProductCodeType.MARKETPLACE)
                                ? Finding.warning(
                                        "it carries the product code " + code.code() + " of AWS Marketplace",
                                        "accounts that have not subscribed are refused with OptInRequired",
                                        "Subscribe every account that launches it")
                                : Finding.warning(
                                        "it carries the product code " + code.code() + " (" + code.type() + ")",
                                        "the owner of the product says who may use it",
                                        "Make sure that the account may")));
    }

    private void root() {
        if (image.rootDeviceType().equals(DeviceType.EBS) && image.state() == ImageState.AVAILABLE) {
            boolean mapped = image.blockDeviceMappings().stream()
                    .anyMatch(mapping -> image.rootDeviceName().equals(Optional.of(mapping.deviceName())));
            if (!mapped) {
                findings.add(Finding.blocking(
                        "no volume is mapped to the root device "
                                + image.rootDeviceName().orElse("(it names none)"),
                        "there is nothing to boot from",
                        "Register the image anew with the root device that its volume is mapped to"));
            }
        }
    }

    private void volumes() {
        BlockDeviceContext.Builder context = BlockDeviceContext.builder();
        context.operation(BlockDeviceContext.Operation.RUN_INSTANCES)
                .virtualizationType(image.virtualizationType())
                .windows(image.platform().isPresent())
                .rootDeviceName(image.rootDeviceName());
        BlockDeviceRules.violations(context.build(), image.blockDeviceMappings()).stream()
                .filter(violation -> LIMITED.contains(violation.field()))
                .forEach(violation -> findings.add(Finding.blocking(
                        "the volume at " + violation.deviceName() + " breaks a limit",
                        violation.message(),
                        "Launch it with another mapping for that device, or register the image anew")));
    }

    private void deprecation(AccountId viewer, Instant now) {
        if (image.isDeprecatedAt(now)) {
            findings.add(Finding.warning(
                    "the image is deprecated since " + image.deprecationTime().orElseThrow(),
                    viewer.equals(image.ownerId())
                            ? "it can be launched by its id, and others do not find it any more"
                            : "its owner does not want it to be used any more",
                    "Use a newer one"));
        }
    }

    private void imds() {
        if (image.imdsSupport().equals(Optional.of(ImdsSupport.V2_0))) {
            findings.add(Finding.warning(
                    "the image asks for IMDSv2",
                    "its instances answer only to those who fetch a token first, with a hop limit of 2",
                    "Make sure that what runs on it does so; old SDKs and scripts do not"));
        }
    }
}
