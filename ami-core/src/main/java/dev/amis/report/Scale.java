package dev.amis.report;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A vertical axis from nought to a round number.
 *
 * @param step how far its lines are apart
 * @param top where it ends
 */
record Scale(long step, long top) {

    private static final int MOST_STEPS = 5;

    /** The finest scale of at most five steps of 1, 2 or 5 times a power of ten. */
    static Scale upTo(long highest) {
        long power = 1;
        while (true) {
            for (long digit : new long[] {1, 2, 5}) {
                long step = digit * power;
                if (highest / step < MOST_STEPS || highest == step * MOST_STEPS) {
                    return new Scale(step, Math.max(1, (highest + step - 1) / step) * step);
                }
            }
            power *= 10;
        }
    }

    List<Long> lines() {
        return LongStream.rangeClosed(0, top / step).map(i -> i * step).boxed().toList();
    }

    /** How much of a height a value takes. */
    double share(long value) {
        return (double) value / top;
    }
}
