package dev.amis.launch;

import dev.amis.error.AmiException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.InstanceTypeFacts;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.SnapshotId;
import dev.amis.spi.InstanceTypePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.verify.Finding;
import dev.amis.verify.TypeRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks whether what a launch template says can be launched: EC2 itself finds that out no earlier than at the launch. */
public final class LaunchCheck {

    private static final String TYPE = "InstanceType";
    private static final String ROOT = "BlockDeviceMappings";

    private final RegionalProvider region;
    private final Set<LaunchFinding> findings = new LinkedHashSet<>();

    private LaunchCheck(RegionalProvider region) {
        this.region = region;
    }

    /**
     * Looks at what a template says. What cannot be read is a warning, never passed over.
     *
     * @param region the account in the template's Region
     * @param data what it says
     * @param more types of instances that launches from it may name instead of its own
     * @return what stands in the way, or may
     */
    public static List<LaunchFinding> of(
            RegionalProvider region, LaunchTemplateData data, Collection<InstanceType> more) {
        LaunchCheck check = new LaunchCheck(region);
        Optional<Image> image = check.image(data);
        Set<InstanceType> types = new LinkedHashSet<>(more);
        if (types.isEmpty()) {
            check.ownType(data).ifPresent(types::add);
        }
        types.forEach(type -> check.type(image, type));
        image.ifPresent(one -> check.root(one, data));
        check.findings.addAll(new NamedIds(region).findings(data));
        return List.copyOf(check.findings);
    }

    /** The errors come first. */
    static List<LaunchFinding> sorted(Collection<LaunchFinding> findings) {
        List<LaunchFinding> sorted = new ArrayList<>(findings);
        sorted.sort((one, other) -> one.severity().compareTo(other.severity()));
        return List.copyOf(sorted);
    }

    private Optional<Image> image(LaunchTemplateData data) {
        Optional<String> reference = data.imageReference();
        if (reference.isEmpty()) {
            findings.add(LaunchFinding.warning("ImageId", "no image is named, so each launch has to name one"));
            return Optional.empty();
        }
        ResolvedImage resolved = ResolvedImage.of(region, reference.get());
        resolved.finding().ifPresent(findings::add);
        return resolved.imageId().flatMap(id -> {
            Optional<Image> image;
            try {
                image = ImageLookup.find(region, id);
            } catch (WaitInterruptedException interrupted) {
                throw interrupted;
            } catch (AmiException unread) {
                findings.add(LaunchFinding.unread("ImageId", id.value(), unread));
                return Optional.empty();
            }
            if (image.isEmpty()) {
                findings.add(LaunchFinding.error(
                        "ImageId", id + " does not exist in " + region.region() + ", or is not visible"));
            }
            image.flatMap(one -> one.whyNot(ImageOperation.LAUNCH))
                    .ifPresent(why -> findings.add(LaunchFinding.error("ImageId", id + " cannot be launched: " + why)));
            return image;
        });
    }

    /** The root volume is made of the image's own snapshot; which other one there is EC2 tells no earlier than at the launch. */
    private void root(Image image, LaunchTemplateData data) {
        data.blockDeviceMappings().stream()
                .filter(mapping -> image.rootDeviceName().equals(Optional.of(mapping.deviceName())))
                .flatMap(mapping -> mapping.ebsVolume().flatMap(EbsBlockDevice::snapshotId).stream())
                .forEach(snapshot -> findings.add(
                        isOwn(image, snapshot)
                                ? LaunchFinding.warning(
                                        ROOT, snapshot + " is named for the root device, but should be left out")
                                : LaunchFinding.error(
                                        ROOT,
                                        snapshot + " is named for the root device, whose volume " + image.imageId()
                                                + " brings itself")));
    }

    private static boolean isOwn(Image image, SnapshotId snapshot) {
        return image.blockDeviceMappings().stream()
                .filter(mapping -> image.rootDeviceName().equals(Optional.of(mapping.deviceName())))
                .flatMap(mapping -> mapping.ebsVolume().flatMap(EbsBlockDevice::snapshotId).stream())
                .anyMatch(snapshot::equals);
    }

    private Optional<InstanceType> ownType(LaunchTemplateData data) {
        try {
            Optional<InstanceType> type = data.instanceType();
            if (type.isEmpty()) {
                boolean chosen =
                        data.parameters().keySet().stream().anyMatch(name -> name.startsWith("InstanceRequirements."));
                findings.add(LaunchFinding.warning(
                        TYPE,
                        chosen
                                ? "which types fit the attributes is known at the launch only"
                                : "no type is named, so each launch has to name one"));
            }
            return type;
        } catch (IllegalArgumentException malformed) {
            findings.add(LaunchFinding.error(TYPE, String.valueOf(malformed.getMessage())));
            return Optional.empty();
        }
    }

    private void type(Optional<Image> image, InstanceType type) {
        Optional<InstanceTypePort> port = region.instanceTypes();
        if (port.isEmpty()) {
            findings.add(LaunchFinding.unread(TYPE, "what " + type + " can do"));
            return;
        }
        try {
            List<InstanceTypeInfo> infos = InstanceTypeFacts.read(port.get(), List.of(type));
            if (infos.isEmpty()) {
                findings.add(LaunchFinding.error(TYPE, "there is no " + type + " in " + region.region()));
            }
            image.ifPresent(
                    one -> infos.forEach(info -> TypeRules.findings(one, info).forEach(this::add)));
        } catch (InvalidRequestException | NotFoundException missing) {
            findings.add(LaunchFinding.error(
                    TYPE,
                    "there is no " + type + " in " + region.region() + ": "
                            + missing.failure().reason()));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            findings.add(LaunchFinding.unread(TYPE, "what " + type + " can do", unread));
        }
    }

    private void add(Finding finding) {
        String message = finding.what() + ": " + finding.why();
        findings.add(
                finding.severity() == Finding.Severity.BLOCKING
                        ? LaunchFinding.error(TYPE, message)
                        : LaunchFinding.warning(TYPE, message));
    }
}
