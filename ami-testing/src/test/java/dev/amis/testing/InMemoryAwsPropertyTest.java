package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InMemoryAwsPropertyTest {

    @Property(tries = 30)
    void sameSeedAndSameCallsMakeTheSameWorld(@ForAll long seed) {
        InMemoryAws first = InMemoryAws.builder().seed(seed).build();
        InMemoryAws second = InMemoryAws.builder().seed(seed).build();
        trouble(first);
        trouble(second);
        assertThat(new Script(first, seed).run(60)).isEqualTo(new Script(second, seed).run(60));
        assertThat(first.calls().entries()).isEqualTo(second.calls().entries());
        assertThat(first.describe()).isEqualTo(second.describe());
    }

    @Property(tries = 60)
    void noImageLosesASnapshotAndNoNameIsGivenTwice(@ForAll long seed) {
        InMemoryAws aws = InMemoryAws.builder().seed(seed).build();
        trouble(aws);
        new Script(aws, seed).run(100);
        aws.faults().clear();
        Invariants.assertHold(new Stage(aws, aws.in(Region.US_EAST_1)));
        Invariants.assertHold(new Stage(aws, aws.in(Region.EU_WEST_1)));
    }

    @Property(tries = 30)
    void everyImageThatStaysIsOnExactlyOnePage(@ForAll long seed) {
        InMemoryAws aws = InMemoryAws.builder().seed(seed).pageSize(4).instant().build();
        Stage stage = Stage.of(aws);
        Random random = new Random(seed);
        List<ImageId> there = new ArrayList<>(
                IntStream.range(0, 25).mapToObj(i -> stage.create("web-" + i)).toList());
        aws.faults().emptyPages(random.nextBoolean()).shuffledAnswers(random.nextBoolean());
        Set<ImageId> stays = new HashSet<>(there);
        List<ImageId> listed = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<Image> page = stage.here()
                    .images()
                    .describeImages(DescribeImagesRequest.builder()
                            .addOwner(ImageOwner.SELF)
                            .maxResults(7)
                            .nextToken(token)
                            .build());
            page.items().forEach(image -> listed.add(image.imageId()));
            token = page.nextToken();
            ImageId gone = there.remove(random.nextInt(there.size()));
            stays.remove(gone);
            stage.deregister(gone);
            stage.create("late-" + listed.size() + "-" + random.nextInt());
        } while (token.isPresent() && there.size() > 1);
        assertThat(listed).doesNotHaveDuplicates().containsAll(stays);
    }

    @Test
    void manyThreadsMakeEachNameOnce() throws Exception {
        InMemoryAws aws = InMemoryAws.create();
        List<CreateImageRequest> requests = IntStream.range(0, 200)
                .mapToObj(i -> Stage.of(aws).creation("web-" + i % 20))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int refused = 0;
        try {
            List<Callable<Integer>> calls = requests.stream()
                    .map(request -> (Callable<Integer>) () -> refusals(aws, request))
                    .toList();
            for (Future<Integer> one : threads.invokeAll(calls)) {
                refused += one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(refused).isEqualTo(180);
        assertThat(Stage.of(aws).own()).hasSize(20);
        assertThat(aws.calls().count("CreateImage")).isEqualTo(200);
    }

    private static int refusals(InMemoryAws aws, CreateImageRequest request) {
        try {
            return aws.in(aws.region()).images().createImage(request).value().isEmpty() ? 1 : 0;
        } catch (ConflictException taken) {
            return 1;
        }
    }

    private static void trouble(InMemoryAws aws) {
        aws.faults()
                .failByChance(0.05, "InternalError")
                .loseAnswer("CreateImage", 3)
                .loseRequest("CopyImage", 2)
                .crashAfter(40)
                .failNextSnapshot("no room")
                .shuffledAnswers(true);
    }
}
