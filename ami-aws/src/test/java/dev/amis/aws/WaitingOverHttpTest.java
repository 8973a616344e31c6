package dev.amis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.spi.CreateImageRequest;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingOverHttpTest {

    private static final int IMAGES = 100;

    @Test
    void aHundredPendingImagesTakeOnePollingCallForEachInterval() {
        InMemoryAws aws = InMemoryAws.create();
        List<ImageId> made = IntStream.range(0, IMAGES)
                .mapToObj(n -> CreateImageRequest.builder()
                        .instanceId(aws.runInstance())
                        .name(ImageName.of("web-" + n))
                        .build())
                .map(aws.in(aws.region()).images()::createImage)
                .toList();
        aws.calls().clear();
        ExecutorService threads = Executors.newFixedThreadPool(IMAGES);
        try (EndpointWorld world = new EndpointWorld(aws)) {
            Amis amis = Amis.using(world.provider(aws.account()));
            List<CompletableFuture<Image>> waiting = made.stream()
                    .map(amis::await)
                    .map(pending -> pending.awaitAsync(threads))
                    .toList();
            assertThat(waiting).allMatch(image -> image.join().state() == ImageState.AVAILABLE);
        } finally {
            threads.shutdownNow();
        }

        List<Instant> polls = aws.calls().entries("DescribeImages").stream()
                .map(CallLog.Entry::at)
                .toList();
        // The account's clock stands still between two pauses, so calls of one interval have the same time.
        assertThat(polls).doesNotHaveDuplicates().hasSizeLessThan(40);
        assertThat(aws.calls().count()).isEqualTo(polls.size());
    }
}
