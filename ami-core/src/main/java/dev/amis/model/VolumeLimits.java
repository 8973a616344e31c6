package dev.amis.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/**
 * What each volume type takes: sizes in GiB, operations per second, and throughput in MiB/s.
 *
 * <p>Source: EBS User Guide, "Amazon EBS volume types". All {@code io2} volumes are Block Express; {@code gp3} has the
 * limits of 2025.
 */
enum VolumeLimits {
    GP3("gp3", 1, 65_536, 3_000, 80_000, 500),
    GP2("gp2", 1, 16_384, 0, 0, 0),
    IO1("io1", 4, 16_384, 100, 64_000, 50),
    IO2("io2", 4, 65_536, 100, 256_000, 1_000),
    ST1("st1", 125, 16_384, 0, 0, 0),
    SC1("sc1", 125, 16_384, 0, 0, 0),
    STANDARD("standard", 1, 1_024, 0, 0, 0);

    /** What a gp3 volume of any size has, also without being asked. */
    private static final int FREE_IOPS = 3_000;

    private static final int LEAST_THROUGHPUT = 125;
    private static final int MOST_THROUGHPUT = 2_000;
    private static final int IOPS_PER_THROUGHPUT = 4;

    private final String type;
    private final int leastSize;
    private final int mostSize;
    private final int leastIops;
    private final int mostIops;
    private final int iopsPerGib;

    VolumeLimits(String type, int leastSize, int mostSize, int leastIops, int mostIops, int iopsPerGib) {
        this.type = type;
        this.leastSize = leastSize;
        this.mostSize = mostSize;
        this.leastIops = leastIops;
        this.mostIops = mostIops;
        this.iopsPerGib = iopsPerGib;
    }

    /** The limits of a type; none of one that this version does not know, which is left to EC2. */
    static Optional<VolumeLimits> of(VolumeType type) {
        for (VolumeLimits limits : values()) {
            if (limits.type.equals(type.value())) {
                return Optional.of(limits);
            }
        }
        return Optional.empty();
    }

    boolean isBootable() {
        return this != ST1 && this != SC1;
    }

    /**
     * Tells what the type does not take.
     *
     * @param volume the attributes, put together with those that they override
     * @param whole whether what is not set is really not there, rather than inherited from what is not known
     * @param refuse takes the field and the message
     */
    void check(EbsBlockDevice volume, boolean whole, BiConsumer<String, String> refuse) {
        checkSize(volume.volumeSize(), refuse);
        checkIops(volume.iops(), volume.volumeSize(), whole, refuse);
        checkThroughput(volume.throughput(), volume.iops(), whole, refuse);
    }

    private void checkSize(OptionalInt size, BiConsumer<String, String> refuse) {
        if (size.isPresent() && outside(size.getAsInt(), leastSize, mostSize)) {
            refuse.accept("volumeSize", outOfRange("volumeSize", size.getAsInt(), leastSize, mostSize, " GiB"));
        }
    }

    private void checkIops(OptionalInt iops, OptionalInt size, boolean whole, BiConsumer<String, String> refuse) {
        if (iops.isEmpty()) {
            if (whole && (this == IO1 || this == IO2)) {
                refuse.accept(
                        "iops", "iops is not set, but " + type + " needs it, from " + leastIops + " to " + mostIops);
            }
        } else if (mostIops == 0) {
            refuse.accept("iops", "iops is " + iops.getAsInt() + ", but " + type + " takes none");
        } else if (outside(iops.getAsInt(), leastIops, mostIops)) {
            refuse.accept("iops", outOfRange("iops", iops.getAsInt(), leastIops, mostIops, ""));
        } else if (size.isPresent() && !outside(size.getAsInt(), leastSize, mostSize)) {
            checkRatio(iops.getAsInt(), size.getAsInt(), refuse);
        }
    }

    private void checkRatio(int iops, int size, BiConsumer<String, String> refuse) {
        long most = Math.max((long) iopsPerGib * size, this == GP3 ? FREE_IOPS : 0);
        if (iops > most) {
            refuse.accept(
                    "iops",
                    "iops is " + iops + ", but " + type + " takes at most " + iopsPerGib + " per GiB, which is " + most
                            + " for " + size + " GiB");
        }
    }

    private void checkThroughput(
            OptionalInt throughput, OptionalInt iops, boolean whole, BiConsumer<String, String> refuse) {
        if (throughput.isEmpty()) {
            return;
        }
        int asked = throughput.getAsInt();
        if (this != GP3) {
            refuse.accept(
                    "throughput", "throughput is " + asked + " MiB/s, but only gp3 takes it, and the type is " + type);
        } else if (outside(asked, LEAST_THROUGHPUT, MOST_THROUGHPUT)) {
            refuse.accept("throughput", outOfRange("throughput", asked, LEAST_THROUGHPUT, MOST_THROUGHPUT, " MiB/s"));
        } else if (iops.isPresent() || whole) {
            int rate = iops.orElse(FREE_IOPS);
            if (!outside(rate, leastIops, mostIops) && asked * IOPS_PER_THROUGHPUT > rate) {
                refuse.accept(
                        "throughput",
                        "throughput is " + asked + " MiB/s, but gp3 takes at most 0.25 MiB/s per iops, which is "
                                + rate / IOPS_PER_THROUGHPUT + " MiB/s for " + rate + " iops");
            }
        }
    }

    private String outOfRange(String field, int value, int least, int most, String unit) {
        return field + " is " + value + unit + ", but must be from " + least + " to " + most + unit + " for " + type;
    }

    private static boolean outside(int value, int least, int most) {
        return value < least || value > most;
    }
}
