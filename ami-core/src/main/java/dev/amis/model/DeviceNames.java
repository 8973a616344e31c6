package dev.amis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The device names that EC2 offers, by virtualization and platform. What the documents merely recommend is not a rule, and
 * where their editions differ ({@code /dev/xvdb}, {@code /dev/sdf} on Windows) the wider one stands.
 *
 * <p>Source: EC2 User Guide, "Device names for volumes on Amazon EC2 instances".
 */
enum DeviceNames {
    HVM_LINUX(
            "/dev/(sd[a-z]|sda[12]|xvd[a-z]|xvd[a-c][a-z]|xvdd[a-x])",
            "/dev/sd[a-z], /dev/sda1, /dev/sda2, /dev/xvd[a-z], /dev/xvd[a-c][a-z] or /dev/xvdd[a-x] (hvm, Linux)"),
    HVM_WINDOWS(
            "/dev/sd[a-z]|/dev/sda1|xvd[a-z]|xvd[a-c][a-z]|xvdd[a-x]",
            "xvd[a-z], xvd[a-c][a-z], xvdd[a-x], /dev/sda1 or /dev/sd[a-z] (hvm, Windows)"),
    PARAVIRTUAL(
            "/dev/[sh]d[a-z]([1-9]|1[0-5])?", "/dev/sd[a-z], /dev/hd[a-z], or one of these and 1 to 15 (paravirtual)");

    private final Pattern pattern;
    private final String text;

    DeviceNames(String pattern, String text) {
        this.pattern = Pattern.compile(pattern);
        this.text = text;
    }

    /** Why a name cannot be used; what is not known of the machine gives room. */
    static Optional<String> whyNot(String name, BlockDeviceContext context) {
        List<DeviceNames> sets = offered(context);
        if (sets.stream().anyMatch(set -> set.pattern.matcher(name).matches())) {
            return Optional.empty();
        }
        String rule = String.join("; or ", sets.stream().map(set -> set.text).toList());
        String hint = name.startsWith("/dev/nvme") ? "; NVMe names are what the system shows, not what EC2 takes" : "";
        return Optional.of("deviceName is '" + name + "', but must be " + rule + hint);
    }

    private static List<DeviceNames> offered(BlockDeviceContext context) {
        List<DeviceNames> sets = new ArrayList<>();
        if (!context.virtualizationType().equals(Optional.of(VirtualizationType.PARAVIRTUAL))) {
            if (!context.windows().equals(Optional.of(true))) {
                sets.add(HVM_LINUX);
            }
            if (!context.windows().equals(Optional.of(false))) {
                sets.add(HVM_WINDOWS);
            }
        }
        if (!context.virtualizationType().equals(Optional.of(VirtualizationType.HVM))) {
            sets.add(PARAVIRTUAL);
        }
        return sets;
    }
}
