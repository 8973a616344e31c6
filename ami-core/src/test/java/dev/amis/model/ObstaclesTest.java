package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amis.model.Obstacle.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObstaclesTest {

    private static final LaunchPermission TO_OTHER = LaunchPermission.of(Samples.OTHER);
    private static final LaunchPermission TO_ORGANIZATION =
            LaunchPermission.of(OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-abcdefghij"));
    private static final LaunchPermission TO_UNIT = LaunchPermission.of(
            OrganizationalUnitArn.of("arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab12-abcdefgh"));
    private static final ProductCode CODE = new ProductCode("abc123", ProductCodeType.MARKETPLACE);

    private static Obstacles of(Image image, Snapshot... snapshots) {
        return Obstacles.of(image, List.of(snapshots));
    }

    private static Obstacles plain(Image image) {
        return of(image, Samples.snapshot());
    }

    private static Obstacles encryptedWith(String key) {
        return of(
                Samples.imageOn(
                        EbsBlockDevice.builder().snapshotId(Samples.ROOT).encrypted(true)),
                Samples.snapshot().withEncrypted(true).withKmsKeyId(KmsKeyId.of(key)));
    }

    private static Obstacles ofUnseen() {
        return of(Samples.imageOn(EbsBlockDevice.builder().snapshotId(Samples.ROOT)));
    }

    private static Obstacle certain(Cause cause, String message) {
        return new Obstacle(cause, true, message);
    }

    private static Obstacle possible(Cause cause, String message) {
        return new Obstacle(cause, false, message);
    }

    @Nested
    class ToSharing {

        @Test
        void nothingStandsInTheWayOfAPlainImage() {
            for (LaunchPermission permission : List.of(TO_OTHER, TO_ORGANIZATION, TO_UNIT, LaunchPermission.EVERYONE)) {
                assertThat(plain(Samples.image()).toSharing(permission)).isEmpty();
            }
        }

        @Test
        void theMappingTellsIfTheSnapshotCannotBeSeen() {
            assertThat(of(Samples.image()).toSharing(LaunchPermission.EVERYONE)).isEmpty();
        }

        @Test
        void aDisabledImageCannotBeShared() {
            assertThat(plain(Samples.image().withStateText("disabled")).toSharing(TO_OTHER))
                    .containsExactly(certain(
                            Cause.STATE, "ami-0123456789abcdef0 is disabled, but sharing needs it to be available"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"alias/aws/ebs", "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs"})
        void theAwsManagedKeyCannotBeShared(String key) {
            for (LaunchPermission permission : List.of(TO_OTHER, TO_ORGANIZATION, TO_UNIT)) {
                assertThat(encryptedWith(key).toSharing(permission))
                        .containsExactly(certain(
                                Cause.KEY,
                                Samples.ROOT
                                        + " is encrypted with the AWS managed key, so it cannot be shared; copy the"
                                        + " image with a customer managed key and share the copy"));
            }
        }

        @Test
        void aCustomersKeyNeedsAPolicy() {
            assertThat(encryptedWith("alias/ami").toSharing(TO_OTHER))
                    .containsExactly(
                            possible(
                                    Cause.KEY,
                                    Samples.ROOT
                                            + " is encrypted with a customer managed key, whose policy must allow 444455556666"));
        }

        @Test
        void aKeyThatIsNotKnownIsNotTakenForHarmless() {
            assertThat(encryptedWith("arn:aws:kms:eu-west-1:111122223333:key/1234")
                            .toSharing(TO_OTHER))
                    .containsExactly(possible(
                            Cause.KEY,
                            Samples.ROOT
                                    + " is encrypted with a key that AWS may manage; only a customer managed key, whose"
                                    + " policy allows 444455556666, can be shared"));
        }

        @Test
        void aKeyOfAnotherAccountIsACustomers() {
            assertThat(encryptedWith("arn:aws:kms:eu-west-1:999999999999:key/1234")
                            .toSharing(TO_OTHER))
                    .extracting(Obstacle::message)
                    .singleElement()
                    .asString()
                    .contains("a customer managed key");
        }

        @Test
        void betterKnowledgeOfKeysCounts() {
            Obstacles obstacles = encryptedWith("arn:aws:kms:eu-west-1:111122223333:key/1234");
            assertThat(obstacles.knowingKeys(key -> KmsKeyId.ManagedBy.AWS).toSharing(TO_OTHER))
                    .extracting(Obstacle::certain)
                    .containsExactly(true);
            assertThat(obstacles.knowingKeys(key -> KmsKeyId.ManagedBy.CUSTOMER).toSharing(TO_OTHER))
                    .extracting(Obstacle::message)
                    .singleElement()
                    .asString()
                    .contains("customer managed key, whose policy");
        }

        @Test
        void knowledgeThatAKeyIsAwssIsNotOverruledByItsAccount() {
            assertThat(encryptedWith("arn:aws:kms:eu-west-1:999999999999:key/1234")
                            .knowingKeys(key -> KmsKeyId.ManagedBy.AWS)
                            .toSharing(TO_OTHER))
                    .extracting(Obstacle::certain)
                    .containsExactly(true);
        }

        @Test
        void anEncryptedSnapshotWithoutAKeyIsNotTakenForHarmless() {
            assertThat(of(Samples.imageOn(EbsBlockDevice.builder()
                                    .snapshotId(Samples.ROOT)
                                    .encrypted(true)))
                            .toSharing(TO_OTHER))
                    .extracting(Obstacle::cause, Obstacle::certain)
                    .containsExactly(tuple(Cause.KEY, false));
        }

        @Test
        void aSnapshotOfWhichNothingIsKnownIsNotTakenForHarmless() {
            assertThat(ofUnseen().toSharing(TO_OTHER))
                    .containsExactly(possible(
                            Cause.UNSEEN,
                            Samples.ROOT + " could not be seen; if it is encrypted, its key must allow 444455556666"));
        }

        @Test
        void theSnapshotItselfOutweighsTheMapping() {
            Image saysPlain = Samples.image();
            assertThat(of(saysPlain, Samples.snapshot().withEncrypted(true)).toSharing(LaunchPermission.EVERYONE))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.ENCRYPTION);
        }

        @Test
        void aProductCodeMayLimitSharing() {
            assertThat(plain(Samples.image().withProductCodes(CODE)).toSharing(TO_OTHER))
                    .containsExactly(possible(
                            Cause.PRODUCT_CODE,
                            "the image carries product code abc123: its terms may limit sharing, and those it is shared"
                                    + " with need a subscription"));
        }

        @Test
        void anArchivedSnapshotMustBeRestored() {
            Snapshot archived = Samples.snapshot().withStorageTier(StorageTier.ARCHIVE);
            assertThat(of(Samples.image(), archived).toSharing(TO_OTHER))
                    .containsExactly(certain(Cause.ARCHIVED, Samples.ROOT + " is in the archive; restore it first"));
            assertThat(of(Samples.image(), archived.withRestoreExpiryTime(Samples.NOON))
                            .toSharing(TO_OTHER))
                    .isEmpty();
            assertThat(of(Samples.image(), Samples.snapshot().withStorageTier(StorageTier.STANDARD))
                            .toSharing(TO_OTHER))
                    .isEmpty();
        }

        @Test
        void whatAwsBackupKeepsIsSharedThere() {
            Obstacle backup = certain(
                    Cause.BACKUP,
                    "ami-0123456789abcdef0 is managed by AWS Backup; share the backup through AWS Backup instead");
            assertThat(plain(Samples.image().withOwnerAlias(OwnerAlias.AWS_BACKUP_VAULT))
                            .toSharing(TO_OTHER))
                    .containsExactly(backup);
            assertThat(plain(Samples.image().withTags(Tags.read(Map.of("aws:backup:source-resource", "i-1"))))
                            .toSharing(TO_OTHER))
                    .containsExactly(backup);
            assertThat(plain(Samples.image().withTags(Tags.of("backup", "daily")))
                            .toSharing(TO_OTHER))
                    .isEmpty();
        }

        @Test
        void partitionsDoNotMix() {
            Image chinese = Samples.image().withRegion(Region.CN_NORTH_1);
            assertThat(plain(chinese).toSharing(TO_ORGANIZATION))
                    .containsExactly(certain(
                            Cause.PARTITION,
                            "ami-0123456789abcdef0 is in partition aws-cn, but"
                                    + " arn:aws:organizations::111122223333:organization/o-abcdefghij is in another"));
            assertThat(plain(chinese).toSharing(TO_UNIT))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.PARTITION);
            assertThat(plain(chinese).toSharing(TO_OTHER)).isEmpty();
        }
    }

    @Nested
    class ToPublishing {

        @Test
        void nothingEncryptedCanBePublicWhateverItsKey() {
            for (String key : List.of("alias/aws/ebs", "alias/ami")) {
                assertThat(encryptedWith(key).toSharing(LaunchPermission.EVERYONE))
                        .containsExactly(
                                certain(Cause.ENCRYPTION, Samples.ROOT + " is encrypted, so it cannot be made public"));
            }
        }

        @Test
        void aSnapshotThatCannotBeSeenMayBeEncrypted() {
            assertThat(ofUnseen().toSharing(LaunchPermission.EVERYONE))
                    .containsExactly(possible(
                            Cause.UNSEEN,
                            Samples.ROOT + " could not be seen; if it is encrypted, it cannot be made public"));
        }

        @Test
        void productCodesAndWatermarksKeepAnImagePrivate() {
            Image marked = Samples.image()
                    .withProductCodes(CODE, new ProductCode("def456", ProductCodeType.DEVPAY))
                    .withImageWatermarks(new ImageWatermark(
                            "111122223333:gold",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            assertThat(plain(marked).toSharing(LaunchPermission.EVERYONE))
                    .containsExactly(
                            certain(
                                    Cause.PRODUCT_CODE,
                                    "the image carries product code abc123, def456, so it cannot be made public"),
                            certain(
                                    Cause.WATERMARK,
                                    "the image carries a watermark, so it cannot be made public; detach it first"));
            assertThat(plain(marked.withProductCodes()).toSharing(TO_OTHER)).isEmpty();
        }
    }

    @Nested
    class ToSharingSnapshots {

        private final CreateVolumePermission other = CreateVolumePermission.of(Samples.OTHER);

        @Test
        void nothingStandsInTheWayOfPlainSnapshots() {
            assertThat(plain(Samples.image()).toSharingSnapshots(other)).isEmpty();
            assertThat(plain(Samples.image()).toSharingSnapshots(CreateVolumePermission.EVERYONE))
                    .isEmpty();
        }

        @Test
        void theAwsManagedKeyCannotBeShared() {
            assertThat(encryptedWith("alias/aws/ebs").toSharingSnapshots(other))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.KEY);
        }

        @Test
        void nothingEncryptedCanBePublic() {
            assertThat(encryptedWith("alias/ami").toSharingSnapshots(CreateVolumePermission.EVERYONE))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.ENCRYPTION);
        }

        @Test
        void anArchivedSnapshotMustBeRestored() {
            assertThat(of(Samples.image(), Samples.snapshot().withStorageTier(StorageTier.ARCHIVE))
                            .toSharingSnapshots(other))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.ARCHIVED);
        }
    }

    @Nested
    class ToCopying {

        @Test
        void theOwnerCopiesWithinThePartition() {
            assertThat(plain(Samples.image().withProductCodes(CODE).withUsageOperation("RunInstances:0002"))
                            .toCopying(Samples.OWNER, Region.US_EAST_1))
                    .isEmpty();
            assertThat(encryptedWith("alias/aws/ebs").toCopying(Samples.OWNER, Region.US_EAST_1))
                    .isEmpty();
        }

        @Test
        void anotherAccountCopiesWhatWasSharedWithItsSnapshots() {
            assertThat(plain(Samples.image().withUsageOperation("RunInstances"))
                            .toCopying(Samples.OTHER, Region.EU_WEST_1))
                    .isEmpty();
        }

        @Test
        void anotherAccountNeedsTheSnapshots() {
            assertThat(of(Samples.image()).toCopying(Samples.OTHER, Region.EU_WEST_1))
                    .containsExactly(possible(
                            Cause.UNSEEN,
                            Samples.ROOT + " cannot be seen by 444455556666; its owner must share it too for a copy"));
            assertThat(ofUnseen().toCopying(Samples.OTHER, Region.EU_WEST_1)).hasSize(1);
        }

        @Test
        void anotherAccountCannotUseTheAwsManagedKey() {
            assertThat(encryptedWith("alias/aws/ebs").toCopying(Samples.OTHER, Region.EU_WEST_1))
                    .extracting(Obstacle::cause, Obstacle::certain)
                    .containsExactly(tuple(Cause.KEY, true));
        }

        @Test
        void anotherAccountCannotCopyAPaidImage() {
            assertThat(plain(Samples.image().withProductCodes(CODE)).toCopying(Samples.OTHER, Region.EU_WEST_1))
                    .containsExactly(certain(
                            Cause.PRODUCT_CODE,
                            "the image carries product code abc123, so only its owner can copy it"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"RunInstances:0002", "RunInstances:0010", "RunInstances:000g"})
        void billingCodesMayKeepAnotherAccountFromCopying(String usageOperation) {
            assertThat(plain(Samples.image().withUsageOperation(usageOperation))
                            .toCopying(Samples.OTHER, Region.EU_WEST_1))
                    .containsExactly(possible(
                            Cause.PRODUCT_CODE,
                            "the image is billed as " + usageOperation
                                    + ", and EC2 copies no image with a billing code to another account"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"RunInstances", "RunInstances:00g0", "RunInstances:0800"})
        void licencesThatAreBroughtDoNot(String usageOperation) {
            assertThat(plain(Samples.image().withUsageOperation(usageOperation))
                            .toCopying(Samples.OTHER, Region.EU_WEST_1))
                    .isEmpty();
        }

        @Test
        void nothingIsCopiedAcrossPartitions() {
            assertThat(plain(Samples.image()).toCopying(Samples.OWNER, Region.CN_NORTH_1))
                    .containsExactly(certain(
                            Cause.PARTITION,
                            "ami-0123456789abcdef0 is in partition aws, but cn-north-1 is in aws-cn; store and restore it"
                                    + " instead"));
        }

        @Test
        void onlyAnAvailableImageIsCopied() {
            assertThat(plain(Samples.image().withStateText("pending")).toCopying(Samples.OWNER, Region.EU_WEST_1))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.STATE);
        }

        @Test
        void anArchivedSnapshotMustBeRestored() {
            assertThat(of(Samples.image(), Samples.snapshot().withStorageTier(StorageTier.ARCHIVE))
                            .toCopying(Samples.OWNER, Region.EU_WEST_1))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.ARCHIVED);
        }
    }

    @Nested
    class ToDeregistering {

        @Test
        void nothingStandsInTheWayOfAnUnprotectedImage() {
            assertThat(plain(Samples.image()).toDeregistering(Samples.NOON)).isEmpty();
        }

        @Test
        void protectionMustBeLifted() {
            assertThat(plain(Samples.image()
                                    .withDeregistrationProtection(DeregistrationProtection.ENABLED_WITH_COOLDOWN))
                            .toDeregistering(Samples.NOON))
                    .containsExactly(certain(
                            Cause.PROTECTION,
                            "ami-0123456789abcdef0 is protected from deregistration (enabled-with-cooldown); lift the"
                                    + " protection first"));
        }

        @Test
        void aCoolDownMustPass() {
            Obstacles cooling = plain(Samples.image()
                    .withDeregistrationProtection(DeregistrationProtection.coolingDownUntil(Samples.NOON)));
            assertThat(cooling.toDeregistering(Samples.NOON.minusSeconds(1)))
                    .containsExactly(certain(
                            Cause.PROTECTION,
                            "ami-0123456789abcdef0 is protected from deregistration (disabled after 2026-01-02T12:00:00Z);"
                                    + " it is possible after 2026-01-02T12:00:00Z"));
            assertThat(cooling.toDeregistering(Samples.NOON)).isEmpty();
        }

        @Test
        void whatAwsBackupKeepsIsDeletedThere() {
            assertThat(plain(Samples.image().withOwnerAlias(OwnerAlias.AWS_BACKUP_VAULT))
                            .toDeregistering(Samples.NOON))
                    .containsExactly(certain(
                            Cause.BACKUP,
                            "ami-0123456789abcdef0 is managed by AWS Backup; delete its recovery point in AWS Backup"
                                    + " instead"));
        }

        @Test
        void whatIsGoneCannotGoAgain() {
            assertThat(plain(Samples.image().withStateText("deregistered")).toDeregistering(Samples.NOON))
                    .extracting(Obstacle::cause)
                    .containsExactly(Cause.STATE);
        }
    }

    @Test
    void anObstaclePrintsAsItsMessage() {
        assertThat(certain(Cause.STATE, "it is pending")).hasToString("it is pending");
        assertThat(possible(Cause.STATE, "it may be pending")).hasToString("it may be pending (possibly)");
    }

    @Test
    void aSnapshotOfSeveralMappingsCountsOnce() {
        BlockDeviceMapping twin = BlockDeviceMapping.ebs(
                "/dev/sdf", EbsBlockDevice.builder().snapshotId(Samples.ROOT).build());
        Image image = Samples.image()
                .withBlockDeviceMappings(
                        twin,
                        BlockDeviceMapping.ebs("/dev/sdg", twin.ebsVolume().orElseThrow()));
        assertThat(of(image).toSharing(TO_OTHER)).hasSize(1);
    }

    @Test
    void emptyAndInstanceStoreVolumesDoNotCount() {
        Image image = Samples.image()
                .withBlockDeviceMappings(
                        BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral0"),
                        BlockDeviceMapping.ebs(
                                "/dev/sdc",
                                EbsBlockDevice.builder().volumeSize(8).build()));
        assertThat(of(image).toSharing(LaunchPermission.EVERYONE)).isEmpty();
    }
}
