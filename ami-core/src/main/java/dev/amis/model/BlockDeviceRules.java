package dev.amis.model;

import dev.amis.model.BlockDeviceContext.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what EC2 would refuse in block device mappings, before it is asked.
 *
 * <table class="striped">
 * <caption>What is judged</caption>
 * <thead><tr><th scope="col">field</th><th scope="col">rule</th></tr></thead>
 * <tbody>
 * <tr><th scope="row">deviceName</th><td>one mapping each; a name that EC2 offers for the virtualization and platform,
 *     or one that is there already</td></tr>
 * <tr><th scope="row">virtualName</th><td>{@code ephemeral0} to {@code ephemeral23}, not for the root device</td></tr>
 * <tr><th scope="row">noDevice</th><td>not for the root device</td></tr>
 * <tr><th scope="row">snapshotId</th><td>needed for the root device of a {@code RegisterImage}; must be left out for
 *     volumes of the instance in {@code CreateImage} and for the root device of a launch; completed and not archived, if
 *     seen</td></tr>
 * <tr><th scope="row">volumeSize</th><td>needed without a snapshot; not below the snapshot's, if seen; in GiB gp3 and io2
 *     to 65,536, gp2, io1, st1 and sc1 to 16,384, standard to 1,024; from 1, io1 and io2 from 4, st1 and sc1 from
 *     125</td></tr>
 * <tr><th scope="row">volumeType</th><td>no st1 or sc1 as root device; without one, an added volume is gp2</td></tr>
 * <tr><th scope="row">iops</th><td>gp3 3,000 to 80,000, above 3,000 at most 500 per GiB; io1 100 to 64,000, at most 50 per
 *     GiB; io2 100 to 256,000, at most 1,000 per GiB; needed for io1 and io2, taken by no other type</td></tr>
 * <tr><th scope="row">throughput</th><td>gp3 only: 125 to 2,000 MiB/s, at most 0.25 per iops</td></tr>
 * <tr><th scope="row">encrypted</th><td>in {@code CreateImage} and {@code RegisterImage} not with a snapshot, and not true
 *     for an unencrypted volume of the instance</td></tr>
 * <tr><th scope="row">kmsKeyId</th><td>only in a launch, and only with encrypted</td></tr>
 * </tbody>
 * </table>
 *
 * <p>A volume type that this version does not know is left to EC2 but for its numbers having to be positive. Mappings that
 * EC2 answered are never judged. Source: EC2 User Guide, "Block device mappings for volumes on Amazon EC2 instances"; EBS
 * User Guide, "Amazon EBS volume types"; EC2 API Reference, EbsBlockDevice.
 */
public final class BlockDeviceRules {

    private static final Pattern EPHEMERAL = Pattern.compile("ephemeral(1?\\d|2[0-3])");

    private BlockDeviceRules() {}

    /**
     * One rule that a mapping breaks.
     *
     * @param deviceName the device name of the mapping
     * @param field the field, in EC2's words
     * @param message device, field, value and rule; a sentence without its full stop
     */
    public record Violation(String deviceName, String field, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    /**
     * Lists what EC2 would refuse.
     *
     * @param context what is known
     * @param mappings the mappings as they would be sent
     * @return the violations in the order of the mappings, none if nothing known is wrong
     */
    public static List<Violation> violations(BlockDeviceContext context, List<BlockDeviceMapping> mappings) {
        List<Violation> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (BlockDeviceMapping mapping : mappings) {
            String name = mapping.deviceName();
            BiConsumer<String, String> refuse =
                    (field, message) -> found.add(new Violation(name, field, name + ": " + message));
            if (!names.add(name)) {
                refuse.accept("deviceName", "deviceName is in several mappings, but must be in one");
            }
            judge(context, mapping, refuse);
        }
        if (context.operation() == Operation.REGISTER_IMAGE) {
            context.rootDeviceName()
                    .filter(root -> !names.contains(root))
                    .ifPresent(root -> found.add(new Violation(
                            root,
                            "deviceName",
                            root + ": there is no mapping, but the root device must have one with a snapshotId")));
        }
        return List.copyOf(found);
    }

    /**
     * Refuses mappings that EC2 would refuse.
     *
     * @param context what is known
     * @param mappings the mappings as they would be sent
     * @throws IllegalArgumentException if anything is wrong; the message lists every violation
     */
    public static void check(BlockDeviceContext context, List<BlockDeviceMapping> mappings) {
        List<Violation> found = violations(context, mappings);
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(found.stream()
                    .map(Violation::message)
                    .collect(Collectors.joining("; ", "blockDeviceMappings: ", "")));
        }
    }

    private static void judge(
            BlockDeviceContext context, BlockDeviceMapping mapping, BiConsumer<String, String> refuse) {
        String name = mapping.deviceName();
        if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
            EbsRules rules = new EbsRules(context, name, ebs.volume(), refuse);
            if (rules.isAdded()) {
                checkName(context, name, refuse);
            }
            rules.check();
        } else if (mapping.device() instanceof BlockDeviceMapping.InstanceStore store) {
            checkName(context, name, refuse);
            checkInstanceStore(context, name, store.virtualName(), refuse);
        } else if (context.isRoot(name)) {
            refuse.accept("noDevice", "noDevice is set, but the root device cannot be left out");
        }
    }

    /** What is there already has a name that EC2 took, whatever it looks like. */
    private static void checkName(BlockDeviceContext context, String name, BiConsumer<String, String> refuse) {
        Optional<String> why =
                context.existing(name).isPresent() ? Optional.empty() : DeviceNames.whyNot(name, context);
        why.ifPresent(message -> refuse.accept("deviceName", message));
    }

    private static void checkInstanceStore(
            BlockDeviceContext context, String name, String virtualName, BiConsumer<String, String> refuse) {
        if (!EPHEMERAL.matcher(virtualName).matches()) {
            refuse.accept(
                    "virtualName", "virtualName is '" + virtualName + "', but must be from ephemeral0 to ephemeral23");
        }
        if (context.isRoot(name)) {
            refuse.accept(
                    "virtualName", "virtualName is '" + virtualName + "', but the root device must be an EBS volume");
        }
    }
}
