package dev.amis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.plan.Plan;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.testing.InMemoryAws;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that dies at any of its calls, and is started again on the same account: nothing is there twice, and nothing is
 * left over. Each start has clients, budgets and journals of its own.
 */
class CrashOverHttpTest {

    private static final List<Region> REGIONS = List.of(Region.US_WEST_2, Region.EU_WEST_1);

    /** An account with what the work needs, behind an endpoint. */
    private static final class Scene implements AutoCloseable {
        private final InMemoryAws aws = InMemoryAws.create();
        private final InstanceId instance = aws.runInstance();
        private final EndpointWorld world = new EndpointWorld(aws);

        /** Starts a process that does the work; answers whether it lived to see the end. */
        private boolean run(DyingHttpClient http, Consumer<Amis> work) {
            try (http;
                    AwsProvider provider =
                            world.settings(aws.account()).httpClient(http).build()) {
                work.accept(Amis.using(provider));
                return true;
            } catch (DyingHttpClient.Death death) {
                return false;
            }
        }

        private List<Image> images(Region region) {
            return Amis.using(aws).in(region).find().ownedBySelf().list();
        }

        /** The snapshots that there are, each of which some image must need. */
        private void hasNoOrphans(Region region) {
            List<SnapshotId> needed = images(region).stream()
                    .flatMap(image -> image.snapshotIds().stream())
                    .toList();
            var there = aws.in(region)
                    .snapshots()
                    .describeSnapshots(DescribeSnapshotsRequest.builder()
                            .addOwnerId("self")
                            .build())
                    .items();
            assertThat(there).allMatch(snapshot -> snapshot.state() == SnapshotState.COMPLETED);
            assertThat(there).extracting(snapshot -> snapshot.snapshotId()).containsExactlyInAnyOrderElementsOf(needed);
        }

        @Override
        public void close() {
            world.close();
        }
    }

    /** What is tried: how the account is prepared, what the process does, and how the account must look in the end. */
    private record Task(Consumer<Scene> prepare, WorkIn work, Consumer<Scene> check) {

        private interface WorkIn {
            void run(Amis amis, Scene scene);
        }

        private int calls() {
            try (Scene scene = new Scene()) {
                prepare.accept(scene);
                scene.aws.calls().clear();
                assertThat(scene.run(DyingHttpClient.immortal(), amis -> work.run(amis, scene)))
                        .isTrue();
                int calls = scene.aws.calls().count();
                check.accept(scene);
                return calls;
            }
        }

        private void dieAndStartAgain(DyingHttpClient http) {
            try (Scene scene = new Scene()) {
                prepare.accept(scene);
                assertThat(scene.run(http, amis -> work.run(amis, scene)))
                        .as("lived though it was to die")
                        .isFalse();
                assertThat(scene.run(DyingHttpClient.immortal(), amis -> work.run(amis, scene)))
                        .isTrue();
                check.accept(scene);
            }
        }

        private void dieAtEveryCall() {
            int calls = calls();
            assertThat(calls).isGreaterThan(3);
            for (int nth = 1; nth <= calls; nth++) {
                dieAndStartAgain(DyingHttpClient.before(nth));
                dieAndStartAgain(DyingHttpClient.after(nth));
            }
        }
    }

    @Test
    void creatingMakesOneImage() {
        new Task(scene -> {}, CrashOverHttpTest::bake, scene -> hasOne(scene, scene.aws.region())).dieAtEveryCall();
    }

    @Test
    void copyingMakesOneCopyInEachRegion() {
        new Task(
                        scene -> bake(Amis.using(scene.aws), scene),
                        CrashOverHttpTest::distribute,
                        scene -> Stream.concat(Stream.of(scene.aws.region()), REGIONS.stream())
                                .forEach(region -> hasOne(scene, region)))
                .dieAtEveryCall();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void retiringLeavesTheNewestAndNoSnapshotOfTheOthers(boolean planAnew) {
        Plan[] kept = new Plan[1];
        new Task(
                        scene -> {
                            kept[0] = null;
                            bakeSome(scene);
                        },
                        (amis, scene) -> {
                            if (planAnew || kept[0] == null) {
                                kept[0] = retirement(amis);
                            }
                            amis.apply(kept[0]).orThrow();
                        },
                        CrashOverHttpTest::hasTheNewest)
                .dieAtEveryCall();
    }

    private static void bake(Amis amis, Scene scene) {
        amis.create("web-1.0.0")
                .fromInstance(scene.instance)
                .tag("Application", "web")
                .start()
                .await();
    }

    private static void bakeSome(Scene scene) {
        for (String name : List.of("web-1", "web-2", "web-3", "web-4")) {
            Amis.using(scene.aws)
                    .create(name)
                    .fromInstance(scene.instance)
                    .start()
                    .await();
        }
    }

    private static void distribute(Amis amis, Scene scene) {
        Image image = amis.find().ownedBySelf().named("web-1.0.0").one();
        amis.copy(image)
                .to(Region.US_WEST_2, Region.EU_WEST_1)
                .keepingTags()
                .start()
                .await()
                .orThrow();
    }

    private static Plan retirement(Amis amis) {
        return amis.cleanup()
                .named("web-*")
                .keepingLatest(1)
                .deregistering()
                .atMostPercent(100)
                .plan();
    }

    private static void hasOne(Scene scene, Region region) {
        assertThat(scene.images(region)).extracting(Image::state).containsExactly(ImageState.AVAILABLE);
        assertThat(scene.images(region).get(0).tags().get("Application")).contains("web");
        scene.hasNoOrphans(region);
    }

    private static void hasTheNewest(Scene scene) {
        assertThat(scene.images(scene.aws.region()))
                .extracting(image -> image.name().orElseThrow())
                .containsExactly("web-4");
        scene.hasNoOrphans(scene.aws.region());
    }
}
