package dev.amis.model;

import java.util.List;

/** Mappings, and what is wrong with them. */
final class Mappings {

    private Mappings() {}

    static EbsBlockDevice.Builder volume() {
        return EbsBlockDevice.builder();
    }

    static BlockDeviceMapping data(EbsBlockDevice.Builder volume) {
        return BlockDeviceMapping.ebs("/dev/sdf", volume.build());
    }

    static List<String> messages(BlockDeviceContext context, BlockDeviceMapping... mappings) {
        return BlockDeviceRules.violations(context, List.of(mappings)).stream()
                .map(BlockDeviceRules.Violation::message)
                .toList();
    }
}
