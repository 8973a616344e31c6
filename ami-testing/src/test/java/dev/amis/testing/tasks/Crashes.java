package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets a process die at each of its calls in turn, before the call's effect and after it, and starts it again on the same
 * account: what comes out must be the same as without a crash.
 */
final class Crashes {

    /** A world with what the work needs. */
    interface Scene {
        InMemoryAws aws();
    }

    private Crashes() {}

    /** Runs the work with a crash at every call; answers how many calls it makes without any. */
    static <S extends Scene> int atEveryCall(Supplier<S> scenes, Work<S> work, Consumer<S> check) {
        S calm = scenes.get();
        int arranged = calm.aws().calls().count();
        work.run(Amis.using(calm.aws()), calm);
        int calls = calm.aws().calls().count() - arranged;
        check.accept(calm);
        for (int nth = 1; nth <= calls; nth++) {
            S before = scenes.get();
            before.aws().faults().crashBefore(nth);
            runTwice(before, work, check);
            S after = scenes.get();
            after.aws().faults().crashAfter(nth);
            runTwice(after, work, check);
        }
        return calls;
    }

    private static <S extends Scene> void runTwice(S scene, Work<S> work, Consumer<S> check) {
        boolean crashed = false;
        try {
            work.run(Amis.using(scene.aws()), scene);
        } catch (SimulatedCrash crash) {
            crashed = true;
            work.run(Amis.using(scene.aws()), scene);
        }
        assertThat(crashed).as("a crash struck").isTrue();
        check.accept(scene);
    }

    /** What a process does, the same each time it is started. */
    interface Work<S> {
        void run(Amis amis, S scene);
    }
}
