package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AccountId;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.Tags;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.RegisterImageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Whatever core asks for arrives in the SDK's request, all of it and nothing else. */
class WritingPropertyTest {

    private static final AccountId ACCOUNT = AccountId.of("444455556666");

    private final RecordingEc2 sdk = new RecordingEc2();
    private final Ec2 ec2 = sdk.ec2();

    @Provide
    Arbitrary<CreateImageRequest> creations() {
        return Requests.any(Requests::create);
    }

    @Provide
    Arbitrary<RegisterImageRequest> registrations() {
        return Requests.any(Requests::register);
    }

    @Provide
    Arbitrary<CopyImageRequest> copies() {
        return Requests.any(Requests::copy);
    }

    @Provide
    Arbitrary<CopySnapshotRequest> snapshotCopies() {
        return Requests.any(Requests::copySnapshot);
    }

    @Provide
    Arbitrary<CreateSnapshotRequest> snapshots() {
        return Requests.any(Requests::createSnapshot);
    }

    @Provide
    Arbitrary<DescribeImagesRequest> questions() {
        return Requests.any(Requests::describe);
    }

    @Provide
    Arbitrary<BlockDeviceMapping> mappings() {
        return Requests.any(Requests::mapping);
    }

    @Provide
    Arbitrary<Set<LaunchPermission>> launchPermissions() {
        return Arbitraries.of(
                        LaunchPermission.EVERYONE,
                        LaunchPermission.of(ACCOUNT),
                        LaunchPermission.of(
                                OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-abcdefghij")),
                        LaunchPermission.of(OrganizationalUnitArn.of(
                                "arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab12-cdefghij")))
                .set()
                .ofMinSize(1);
    }

    @Provide
    Arbitrary<Set<CreateVolumePermission>> volumePermissions() {
        return Arbitraries.of(CreateVolumePermission.EVERYONE, CreateVolumePermission.of(ACCOUNT))
                .set()
                .ofMinSize(1);
    }

    @Property(tries = 50)
    void allOfACreationArrives(@ForAll("creations") CreateImageRequest request) {
        new Ec2ImagePort(ec2).createImage(request);

        assertThat(sdk.request())
                .isEqualTo(new Told()
                        .say("InstanceId", request.instanceId())
                        .say("Name", request.name())
                        .say("Description", request.description())
                        .say("NoReboot", request.noReboot() ? "true" : "")
                        .say("BlockDeviceMappings", Told.mappings(request.blockDeviceMappings()))
                        .say("TagSpecifications", imageAndSnapshot(request.imageTags(), request.snapshotTags()))
                        .said());
    }

    @Property(tries = 50)
    void allOfARegistrationArrives(@ForAll("registrations") RegisterImageRequest request) {
        new Ec2ImagePort(ec2).registerImage(request);

        assertThat(sdk.request())
                .isEqualTo(new Told()
                        .say("Name", request.name())
                        .say("Description", request.description())
                        .say("Architecture", request.architecture())
                        .say("VirtualizationType", request.virtualizationType())
                        .say("RootDeviceName", request.rootDeviceName())
                        .say("BlockDeviceMappings", Told.mappings(request.blockDeviceMappings()))
                        .say("EnaSupport", request.enaSupport() ? "true" : "")
                        .say("SriovNetSupport", request.sriovNetSupport())
                        .say("BootMode", request.bootMode())
                        .say("TpmSupport", request.tpmSupport())
                        .say("ImdsSupport", request.imdsSupport())
                        .say("UefiData", request.uefiData())
                        .say("TagSpecifications", Told.specification(Map.of("image", request.tags())))
                        .said());
    }

    @Property(tries = 50)
    void allOfACopyArrives(@ForAll("copies") CopyImageRequest request) {
        new Ec2ImagePort(ec2).copyImage(request);

        assertThat(sdk.request())
                .isEqualTo(new Told()
                        .say("Name", request.name())
                        .say("SourceImageId", request.sourceImageId())
                        .say("SourceRegion", request.sourceRegion())
                        .say("ClientToken", request.clientToken())
                        .say("Description", request.description())
                        .say("Encrypted", request.encrypted() ? "true" : "")
                        .say("KmsKeyId", request.kmsKeyId())
                        .say("CopyImageTags", request.copyImageTags() ? "true" : "")
                        .say("TagSpecifications", imageAndSnapshot(request.imageTags(), request.snapshotTags()))
                        .say("SnapshotCopyCompletionDurationMinutes", request.snapshotCopyCompletionDurationMinutes())
                        .said());
    }

    @Property(tries = 50)
    void allOfACopyOfASnapshotArrives(@ForAll("snapshotCopies") CopySnapshotRequest request) {
        new Ec2SnapshotPort(ec2).copySnapshot(request);

        assertThat(sdk.request())
                .isEqualTo(new Told()
                        .say("SourceSnapshotId", request.sourceSnapshotId())
                        .say("SourceRegion", request.sourceRegion())
                        .say("DestinationRegion", ec2.region())
                        .say("Description", request.description())
                        .say("Encrypted", request.encrypted() ? "true" : "")
                        .say("KmsKeyId", request.kmsKeyId())
                        .say("TagSpecifications", Told.specification(Map.of("snapshot", request.tags())))
                        .said());
    }

    @Property(tries = 50)
    void allOfASnapshotArrives(@ForAll("snapshots") CreateSnapshotRequest request) {
        new Ec2SnapshotPort(ec2).createSnapshot(request);

        assertThat(sdk.request())
                .isEqualTo(new Told()
                        .say("VolumeId", request.volumeId())
                        .say("Description", request.description())
                        .say("TagSpecifications", Told.specification(Map.of("snapshot", request.tags())))
                        .said());
    }

    @Property(tries = 50)
    void allOfAQuestionArrives(@ForAll("questions") DescribeImagesRequest request) {
        new Ec2ImagePort(ec2).describeImages(request);

        assertThat(sdk.request())
                .isEqualTo(new Told()
                        .say("Owners", texts(request.owners()))
                        .say("ExecutableUsers", request.executableUsers())
                        .say("ImageIds", texts(request.imageIds()))
                        .say(
                                "Filters",
                                request.filters().stream()
                                        .map(filter -> new Told()
                                                .say("Name", filter.name())
                                                .say("Values", filter.values())
                                                .said())
                                        .toList())
                        .say("IncludeDeprecated", request.includeDeprecated() ? "true" : "")
                        .say("IncludeDisabled", request.includeDisabled() ? "true" : "")
                        .say("NextToken", request.nextToken())
                        .said());
    }

    @Property(tries = 10)
    void allOfADeregistrationArrives(@ForAll boolean withSnapshots) {
        new Ec2ImagePort(ec2).deregisterImage(new DeregisterImageRequest(Requests.IMAGE, withSnapshots));

        assertThat(sdk.request())
                .isEqualTo(new Told()
                        .say("ImageId", Requests.IMAGE)
                        .say("DeleteAssociatedSnapshots", withSnapshots ? "true" : "")
                        .said());
    }

    @Property(tries = 50)
    void mappingsComeBackAsTheyWent(@ForAll("mappings") BlockDeviceMapping mapping) {
        assertThat(DeviceMapping.read(DeviceMapping.write(List.of(mapping)))).containsExactly(mapping);
    }

    @Property(tries = 50)
    void launchPermissionsComeBackAsTheyWent(@ForAll("launchPermissions") Set<LaunchPermission> permissions) {
        assertThat(PermissionMapping.write(permissions).stream().map(PermissionMapping::read))
                .containsExactlyElementsOf(permissions);
    }

    @Property(tries = 50)
    void allOfAChangeOfLaunchPermissionsArrives(
            @ForAll("launchPermissions") Set<LaunchPermission> permissions, @ForAll boolean add) {
        new Ec2ImageAttributePort(ec2)
                .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(
                        Requests.IMAGE, add ? permissions : Set.of(), add ? Set.of() : permissions));

        assertThat(sdk.request().get("LaunchPermission"))
                .isEqualTo(new Told()
                        .say(
                                add ? "Add" : "Remove",
                                permissions.stream()
                                        .map(WritingPropertyTest::told)
                                        .toList())
                        .said());
    }

    @Property(tries = 20)
    void allOfAChangeOfVolumePermissionsArrives(
            @ForAll("volumePermissions") Set<CreateVolumePermission> permissions, @ForAll boolean add) {
        new Ec2SnapshotPort(ec2)
                .modifyCreateVolumePermissions(new ModifyCreateVolumePermissionsRequest(
                        Requests.SNAPSHOT, add ? permissions : Set.of(), add ? Set.of() : permissions));

        assertThat(PermissionMapping.writeVolume(permissions).stream().map(PermissionMapping::read))
                .containsExactlyElementsOf(permissions);
        assertThat(sdk.request()).containsEntry("SnapshotId", Requests.SNAPSHOT.value());
        assertThat(sdk.request().get("CreateVolumePermission"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(add ? "Add" : "Remove");
    }

    private static Map<String, Object> told(LaunchPermission permission) {
        if (permission instanceof LaunchPermission.Account account) {
            return new Told().say("UserId", account.account()).said();
        }
        if (permission instanceof LaunchPermission.Organization organization) {
            return new Told()
                    .say("OrganizationArn", organization.organization())
                    .said();
        }
        return permission instanceof LaunchPermission.OrganizationalUnit unit
                ? new Told().say("OrganizationalUnitArn", unit.unit()).said()
                : new Told().say("Group", "all").said();
    }

    private static List<Map<String, Object>> imageAndSnapshot(Tags image, Tags snapshot) {
        Map<String, Tags> byType = new LinkedHashMap<>();
        byType.put("image", image);
        byType.put("snapshot", snapshot);
        return Told.specification(byType);
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
