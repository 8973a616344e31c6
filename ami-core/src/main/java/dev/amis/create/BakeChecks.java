package dev.amis.create;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.InstanceTypeFacts;
import dev.amis.internal.Session;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.VirtualizationType;
import dev.amis.spi.InstanceTypePort;
import dev.amis.verify.Finding;
import dev.amis.verify.TypeRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would keep a bake from its end and can be told before it changes anything. */
final class BakeChecks {

    private final Session session;
    private final Bake.Steps steps;

    BakeChecks(Session session, Bake.Steps steps) {
        this.session = session;
        this.steps = steps;
    }

    void publishers() {
        steps.publishers()
                .forEach(publisher -> BakePublishing.asked(() -> {
                    publisher.check(session.region());
                    return publisher;
                }));
    }

    /** Where types cannot be read, the launch itself tells. */
    void types(Instance instance, List<BlockDeviceMapping> asked) {
        List<InstanceType> types =
                steps.gate().map(gate -> gate.toRequest().instanceTypes()).orElse(List.of());
        Optional<InstanceTypePort> port = session.here().instanceTypes();
        if (types.isEmpty() || port.isEmpty()) {
            return;
        }
        imageOf(instance, asked)
                .ifPresent(image -> read(port.get(), types).stream()
                        .flatMap(type -> TypeRules.findings(image, type).stream())
                        .filter(finding -> finding.severity() == Finding.Severity.BLOCKING)
                        .findFirst()
                        .ifPresent(finding -> {
                            throw refused(instance, finding);
                        }));
    }

    private static List<InstanceTypeInfo> read(InstanceTypePort port, List<InstanceType> types) {
        try {
            return InstanceTypeFacts.read(port, types);
        } catch (AccessDeniedException unread) {
            return List.of();
        }
    }

    /**
     * The image as far as it can be foretold: from the instance, and from the image that it was launched from what no instance
     * changes. ENA can be turned on and volumes can be exchanged, so that nothing is said of them that a type might miss.
     */
    private Optional<Image> imageOf(Instance instance, List<BlockDeviceMapping> asked) {
        Optional<Image> origin = ImageLookup.find(session.here(), instance.imageId());
        return instance.architecture()
                .or(() -> origin.map(Image::architecture))
                .map(architecture -> Image.builder()
                        .imageId(instance.imageId())
                        .region(instance.region())
                        .ownerId(instance.ownerId())
                        .stateText(ImageState.AVAILABLE.text())
                        .architecture(architecture)
                        .platform(instance.platform())
                        .virtualizationType(instance.virtualizationType().orElse(VirtualizationType.HVM))
                        .enaSupport(true)
                        .bootMode(origin.flatMap(Image::bootMode))
                        .tpmSupport(origin.flatMap(Image::tpmSupport))
                        .addAllBlockDeviceMappings(volumes(instance, asked))
                        .build());
    }

    private static List<BlockDeviceMapping> volumes(Instance instance, List<BlockDeviceMapping> asked) {
        Map<String, BlockDeviceMapping> volumes = new LinkedHashMap<>();
        EbsBlockDevice any = EbsBlockDevice.builder().build();
        instance.volumes()
                .forEach(volume -> volumes.put(volume.deviceName(), BlockDeviceMapping.ebs(volume.deviceName(), any)));
        for (BlockDeviceMapping mapping : asked) {
            if (mapping.device() instanceof BlockDeviceMapping.NoDevice) {
                volumes.remove(mapping.deviceName());
            } else {
                volumes.put(mapping.deviceName(), mapping);
            }
        }
        return List.copyOf(volumes.values());
    }

    private static InvalidRequestException refused(Instance instance, Finding finding) {
        return new InvalidRequestException(
                Failure.of("bake", "the image could not be verified: " + finding.what() + ", and " + finding.why())
                        .resource(instance.instanceId().value())
                        .region(instance.region())
                        .advice("Verify it on another type")
                        .build());
    }
}
