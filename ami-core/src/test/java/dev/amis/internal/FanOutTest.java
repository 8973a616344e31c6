package dev.amis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.WaitInterruptedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        Thread.interrupted();
    }

    @Test
    void resultsComeInTheOrderOfTheItems() {
        List<Integer> items = IntStream.range(0, 50).boxed().toList();

        assertThat(fanOut(threads).each(items, item -> item * 2))
                .isEqualTo(items.stream().map(item -> item * 2).toList());
    }

    @Test
    void itemsAreDoneAtOnce() {
        CountDownLatch all = new CountDownLatch(3);

        List<Boolean> met = fanOut(threads).each(List.of(1, 2, 3), item -> {
            all.countDown();
            return awaited(all);
        });

        assertThat(met).containsExactly(true, true, true);
    }

    @Test
    void withoutAnExecutorTheCallerDoesThemOneAfterTheOther() {
        List<Thread> who = new ArrayList<>();

        FanOut.NONE.each(List.of(1, 2), item -> who.add(Thread.currentThread()));

        assertThat(who).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void anExecutorThatNeverComesToItHoldsNobodyUp() {
        assertThat(fanOut(task -> {}).each(List.of(1, 2, 3), item -> item)).containsExactly(1, 2, 3);
    }

    @Test
    void aFailureIsThatOfTheItemAndWhatWasNotBegunIsNotBegun() {
        IllegalStateException down = new IllegalStateException("down");
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());

        assertThatThrownBy(() -> fanOut(task -> {}).each(List.of(1, 2, 3), item -> {
                    begun.add(item);
                    throw down;
                }))
                .isSameAs(down);
        assertThat(begun).containsExactly(1);
    }

    @Test
    void anErrorIsNotWrapped() {
        AssertionError error = new AssertionError("no");

        assertThatThrownBy(() -> fanOut(threads).each(List.of(1, 2), item -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void anInterruptEndsIt() {
        CountDownLatch never = new CountDownLatch(1);
        Executor executor = threads;

        assertThatThrownBy(() -> fanOut(executor).each(List.of(1, 2), item -> {
                    if (item == 1) {
                        Thread.currentThread().interrupt();
                        return true;
                    }
                    return awaited(never);
                }))
                .isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static FanOut fanOut(Executor executor) {
        return new FanOut(Optional.of(executor));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }
}
