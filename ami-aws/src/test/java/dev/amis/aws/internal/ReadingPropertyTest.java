package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.LaunchTemplateData;
import dev.amis.model.Region;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/**
 * Whatever the SDK answers can be read, and nothing of it gets lost that core has a place for. Fields that core has none for
 * are listed here; a new version of the SDK that brings another one fails these tests.
 */
class ReadingPropertyTest {

    private static final Region REGION = Region.EU_WEST_1;

    private static final Set<String> NOT_OF_VOLUMES =
            Set.of("OutpostArn", "AvailabilityZone", "AvailabilityZoneId", "VolumeInitializationRate", "NoDevice");

    private static final Set<String> NOT_OF_SNAPSHOTS = Set.of(
            "OutpostArn",
            "SseType",
            "AvailabilityZone",
            "TransferType",
            "CompletionDurationMinutes",
            "DataEncryptionKeyId");

    /** What the version says is looked at apart. */
    private static final Set<String> NOT_OF_TEMPLATES = Set.of("CreatedBy", "Operator", "LaunchTemplateData");

    private static final Set<String> NOT_OF_INSTANCES = Set.of(
            "ClientToken",
            "EbsOptimized",
            "EnaSupport",
            "Hypervisor",
            "IamInstanceProfile",
            "InstanceLifecycle",
            "ElasticGpuAssociations",
            "ElasticInferenceAcceleratorAssociations",
            "NetworkInterfaces",
            "OutpostArn",
            "SecurityGroups",
            "SourceDestCheck",
            "SpotInstanceRequestId",
            "SriovNetSupport",
            "StateReason",
            "CpuOptions",
            "CapacityBlockId",
            "CapacityReservationId",
            "CapacityReservationSpecification",
            "HibernationOptions",
            "Licenses",
            "MetadataOptions",
            "EnclaveOptions",
            "BootMode",
            "PlatformDetails",
            "UsageOperation",
            "UsageOperationUpdateTime",
            "PrivateDnsNameOptions",
            "Ipv6Address",
            "TpmSupport",
            "MaintenanceOptions",
            "CurrentInstanceBootMode",
            "NetworkPerformanceOptions",
            "Operator",
            "PrivateDnsName",
            "PublicDnsName",
            "StateTransitionReason",
            "KeyName",
            "AmiLaunchIndex",
            "ProductCodes",
            "Placement",
            "KernelId",
            "RamdiskId",
            "Monitoring",
            "SubnetId",
            "VpcId",
            "PrivateIpAddress",
            "PublicIpAddress",
            "Code",
            "AttachTime",
            "Status",
            "AssociatedResource",
            "VolumeOwnerId");

    @Provide
    Arbitrary<Image> images() {
        return SdkValues.any(Image::builder);
    }

    @Provide
    Arbitrary<Snapshot> snapshots() {
        return SdkValues.any(Snapshot::builder);
    }

    @Provide
    Arbitrary<Instance> instances() {
        return SdkValues.any(Instance::builder);
    }

    @Provide
    Arbitrary<LaunchTemplateVersion> versions() {
        return SdkValues.any(LaunchTemplateVersion::builder);
    }

    @Property(tries = 200)
    void nothingOfAnImageGetsLost(@ForAll("images") Image image) {
        Map<String, Object> answered = SdkValues.plain(image, NOT_OF_VOLUMES);
        oneKindOfDevice(answered);
        // Windows is written in lower case or not, as the years went by.
        answered.computeIfPresent("Platform", (name, said) -> said.toString().toLowerCase(Locale.ROOT));

        assertThat(Told.image(ImageMapping.read(REGION, image))).containsAllEntriesOf(answered);
    }

    @Property(tries = 200)
    void nothingOfASnapshotGetsLost(@ForAll("snapshots") Snapshot snapshot) {
        Map<String, Object> answered = SdkValues.plain(snapshot, NOT_OF_SNAPSHOTS);

        assertThat(Told.snapshot(SnapshotMapping.read(REGION, snapshot))).containsAllEntriesOf(answered);
    }

    @Property(tries = 200)
    void nothingOfAnInstanceGetsLost(@ForAll("instances") Instance instance) {
        Map<String, Object> answered = SdkValues.plain(instance, NOT_OF_INSTANCES);
        answered.computeIfPresent("Platform", (name, said) -> said.toString().toLowerCase(Locale.ROOT));
        Reservation reservation = Reservation.builder()
                .ownerId("111122223333")
                .instances(instance)
                .build();

        List<dev.amis.model.Instance> read = InstanceMapping.read(REGION, List.of(reservation));

        assertThat(read).singleElement().satisfies(one -> {
            assertThat(one.ownerId()).hasToString("111122223333");
            assertThat(Told.instance(one)).containsAllEntriesOf(volumesOnly(answered));
        });
    }

    @Property(tries = 200)
    void nothingOfALaunchTemplateGetsLost(@ForAll("versions") LaunchTemplateVersion version) {
        Map<String, Object> answered = SdkValues.plain(version, NOT_OF_TEMPLATES);

        var read = TemplateMapping.read(REGION, version);

        assertThat(Told.version(read)).containsAllEntriesOf(answered);
        Map<String, String> said = version.launchTemplateData() == null
                ? new TreeMap<>()
                : new TreeMap<>(FlatFields.flat(version.launchTemplateData()));
        said.keySet().removeIf(TemplateMapping::isAnsweredOnly);
        assertThat(read.launchTemplateData().parameters()).isEqualTo(said);
    }

    /** EC2 answers with another type than it asks for, but by the same names. */
    @Property(tries = 200)
    void whatALaunchTemplateSaysCanBeSaidAgain(@ForAll("versions") LaunchTemplateVersion version) {
        LaunchTemplateData data = TemplateMapping.read(REGION, version).launchTemplateData();

        assertThat(unnumbered(FlatFields.flat(TemplateMapping.write(data)))).isEqualTo(unnumbered(data.parameters()));
    }

    /** An item of a list that says nothing is left out, and those after it move up. */
    private static List<String> unnumbered(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey().replaceAll("\\.\\d+", ".#") + "=" + one.getValue())
                .sorted()
                .toList();
    }

    /** A device is a volume or a store; where EC2 were to say both, the volume counts. */
    private static void oneKindOfDevice(Map<?, ?> answered) {
        if (answered.get("BlockDeviceMappings") instanceof List<?> mappings) {
            for (Object mapping : mappings) {
                if (mapping instanceof Map<?, ?> device && device.containsKey("Ebs")) {
                    device.remove("VirtualName");
                }
            }
        }
    }

    /** A device of an instance that has no volume is none that core speaks of. */
    private static Map<String, Object> volumesOnly(Map<String, Object> answered) {
        Map<String, Object> rest = new TreeMap<>(answered);
        rest.computeIfPresent(
                "BlockDeviceMappings",
                (name, mappings) -> ((List<?>) mappings)
                        .stream()
                                .filter(mapping -> ((Map<?, ?>) mapping).containsKey("Ebs"))
                                .toList());
        rest.remove("BlockDeviceMappings", List.of());
        return rest;
    }
}
