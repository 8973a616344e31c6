package dev.amis.testing.internal;

import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BlockDeviceRules;
import dev.amis.model.BlockDeviceRules.Violation;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Snapshot;
import dev.amis.model.VolumeType;
import java.util.List;
import java.util.Optional;

/** What EC2 refuses of block device mappings, and what it makes of what they leave open. */
final class Mappings {

    private Mappings() {}

    static void check(BlockDeviceContext context, List<BlockDeviceMapping> mappings) {
        for (Violation violation : BlockDeviceRules.violations(context, mappings)) {
            throw new Ec2Error(code(context, violation), violation.message());
        }
        for (BlockDeviceMapping mapping : mappings) {
            mapping.ebsVolume().flatMap(EbsBlockDevice::volumeType).ifPresent(Mappings::checkType);
        }
    }

    private static String code(BlockDeviceContext context, Violation violation) {
        boolean root = context.rootDeviceName().equals(Optional.of(violation.deviceName()));
        boolean unbootable = root && violation.field().equals("volumeType");
        return unbootable ? "BootForVolumeTypeUnsupported" : "InvalidBlockDeviceMapping";
    }

    private static void checkType(VolumeType type) {
        if (!List.of("standard", "io1", "io2", "gp2", "gp3", "sc1", "st1").contains(type.value())) {
            throw new Ec2Error("UnknownVolumeType", "Unsupported volume type '" + type + "'");
        }
    }

    /** A volume with everything that EC2 answers of it; its size and encryption are those of its snapshot unless named. */
    static EbsBlockDevice complete(EbsBlockDevice asked, Optional<Snapshot> snapshot, boolean root) {
        VolumeType type = asked.volumeType().orElse(VolumeType.GP2);
        int snapshotSize = snapshot.map(one -> one.volumeSize().orElse(1)).orElse(1);
        EbsBlockDevice complete = asked.withVolumeSize(asked.volumeSize().orElse(snapshotSize))
                .withVolumeType(type)
                .withEncrypted(snapshot.map(Snapshot::encrypted)
                        .orElse(asked.encrypted().orElse(false)))
                .withKmsKeyId(Optional.empty())
                .withDeleteOnTermination(asked.deleteOnTermination().orElse(root));
        if (!type.equals(VolumeType.GP3)) {
            return complete;
        }
        return complete.withIops(asked.iops().orElse(3_000))
                .withThroughput(asked.throughput().orElse(125));
    }
}
