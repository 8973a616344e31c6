package dev.amis.benchmarks;

import dev.amis.cleanup.Cleanup;
import dev.amis.plan.Plan;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Prints how much memory a plan keeps, images and plan told apart: the heap that is left after collecting garbage. */
final class PlanMemory {

    private PlanMemory() {}

    /** Takes the number of images, a million if none is named. */
    public static void main(String... args) {
        int images = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        long before = used();
        Cleanup cleanup = PlanBenchmark.cleanup(images);
        long withImages = used();
        Plan plan = cleanup.plan();
        long withPlan = used();
        System.out.printf(
                Locale.ROOT,
                "%d images, %d decisions, %d actions%n"
                        + "images, their strings included: %d bytes each%nplan: %d bytes for each image%n",
                images,
                plan.decisions().size(),
                plan.actions().size(),
                (withImages - before) / images,
                (withPlan - withImages) / images);
        if (cleanup.policy().keepRules().isEmpty()) {
            throw new IllegalStateException("kept alive until here");
        }
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
