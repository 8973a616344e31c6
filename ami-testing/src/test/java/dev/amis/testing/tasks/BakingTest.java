package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeReport;
import dev.amis.create.BakeStep;
import dev.amis.create.BakeStep.Kind;
import dev.amis.create.ChangeLog;
import dev.amis.error.ConflictException;
import dev.amis.error.ImageFailedException;
import dev.amis.guest.GuestCleanup;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.StateReason;
import dev.amis.publish.Publication;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BakingTest {

    private static final StateReason BROKEN = new StateReason("Client.InternalError", "a snapshot failed");

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();
    private final Bake bake = whole(amis, instance);

    /** Every step. */
    static Bake whole(Amis amis, InstanceId instance) {
        return amis.bake("web-1")
                .fromInstance(instance)
                .prepare(GuestCleanup.minimal().script())
                .stoppingFirst()
                .verifying(gate -> gate.on(InstanceType.of("t3.micro")).check("web", "curl -fsS localhost"))
                .changeLog(ChangeLog.of("nginx 1.27").commit("4f2c1e").by("build 42"));
    }

    @Test
    void aBakeGoesThroughAllItsSteps() {
        List<Image> published = new ArrayList<>();
        BakeReport report = bake.publishing(image -> {
                    published.add(image);
                    return Publication.to("a list");
                })
                .run();
        assertThat(report.steps())
                .extracting(BakeStep::kind)
                .containsExactly(Kind.PREPARE, Kind.STOP, Kind.CREATE, Kind.START, Kind.VERIFY, Kind.TAG, Kind.PUBLISH);
        assertThat(published).containsExactly(report.orThrow());
    }

    @Test
    void theInstanceRunsAgainAndHasNoMark() {
        bake.run();
        assertThat(source(aws, instance).state()).isEqualTo(InstanceState.RUNNING);
        assertThat(source(aws, instance).tags().contains("amis:bake")).isFalse();
    }

    @Test
    void anInstanceThatWasStoppedStaysSo() {
        aws.stopInstance(instance);
        amis.bake("web-1").fromInstance(instance).stoppingFirst().run().orThrow();
        assertThat(source(aws, instance).state()).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void theChangeLogIsInTheTags() {
        Image image = bake.run().orThrow();
        ChangeLog log = ChangeLog.of(amis.find().byId(image.imageId()).one()).orElseThrow();
        assertThat(log).isEqualTo(ChangeLog.of("nginx 1.27").commit("4f2c1e").by("build 42"));
        assertThat(log.document(image)).contains("# web-1", "- Commit: 4f2c1e");
    }

    @Test
    void aTestedImageSaysSo() {
        Image image = bake.run().orThrow();
        assertThat(amis.find().byId(image.imageId()).one().tags().contains(Verification.TAG))
                .isTrue();
    }

    @Test
    void anImageThatDoesNotPassIsRemovedAndTheInstanceRuns() {
        aws.in(aws.region()).runCommands().answer("curl", 7, "");
        BakeReport report = bake.run();
        assertThatThrownBy(report::orThrow).isInstanceOf(ImageFailedException.class);
        assertThat(images(amis)).isEmpty();
        assertThat(amis.find().ownedBySelf().list()).isEmpty();
        assertThat(source(aws, instance).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void anImageThatFailsIsRemovedAndTheInstanceRuns() {
        aws.faults().failNextImage(BROKEN);
        BakeReport report = bake.run();
        assertThat(report.image()).isEmpty();
        assertThat(report.leftBehind()).isEmpty();
        assertThat(images(amis)).isEmpty();
        assertThat(source(aws, instance).state()).isEqualTo(InstanceState.RUNNING);
        assertThat(bake.run().succeeded()).isTrue();
    }

    @Test
    void aScriptThatFailsEndsTheBakeBeforeThereIsAnImage() {
        aws.in(aws.region()).runCommands().answer("", 3, "", "a key was found\n", java.time.Duration.ofSeconds(5));
        BakeReport report = bake.run();
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("a key was found");
        assertThat(images(amis)).isEmpty();
        assertThat(source(aws, instance).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aScriptNeedsARunningInstance() {
        aws.stopInstance(instance);
        assertThatThrownBy(() -> bake.run().orThrow()).hasMessageContaining("runs only on a running instance");
    }

    @Test
    void anotherBakeOfTheInstanceIsRefused() {
        Interposed dying = dyingAt(aws, 10);
        try {
            whole(Amis.using(dying.provider()), instance).run();
        } catch (Death death) {
            assertThat(source(aws, instance).tags().contains("amis:bake")).isTrue();
        }
        assertThatThrownBy(
                        () -> amis.bake("other-1").fromInstance(instance).run().orThrow())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another bake");
    }

    @Test
    void aReportSurvivesJson() {
        BakeReport done = bake.publishingTo("/golden/web").run();
        assertThat(BakeReport.fromJson(done.toJson())).isEqualTo(done);
        assertThat(done.toJson())
                .doesNotContain("curl", GuestCleanup.minimal().script().text());
    }

    @Test
    void theReportOfABakeThatFailedSurvivesJson() {
        aws.in(aws.region()).runCommands().answer("curl", 7, "no \"route\"\n");
        BakeReport failed = bake.run();
        BakeReport read = BakeReport.fromJson(failed.toJson());
        assertThat(read.withProblem(failed.problem())).isEqualTo(failed);
        assertThat(read.verification()).isPresent();
        assertThatThrownBy(read::orThrow).isInstanceOf(ImageFailedException.class);
    }

    @Test
    void aBakeThatWasDoneIsFoundDone() {
        Image first = bake.run().orThrow();
        assertThat(bake.run().orThrow().imageId()).isEqualTo(first.imageId());
        assertThat(images(amis)).hasSize(1);
    }

    @Test
    void killedAtAnyCallAnotherRunEndsWithOneImageAndTheInstanceAsItWas() {
        int deaths = killedEverywhere(fake -> whole(fake.amis(), fake.instance()));
        assertThat(deaths).isGreaterThan(20);
    }

    @Test
    void killedAtAnyCallWithoutStoppingAsWell() {
        killedEverywhere(fake -> fake.amis().bake("web-1").fromInstance(fake.instance()));
    }

    @Test
    void whicheverCallIsRefusedTheReportTellsAndARunAgainMends() {
        int calls = 40;
        for (int nth = 1; nth <= calls; nth++) {
            InMemoryAws other = InMemoryAws.create();
            InstanceId source = other.runInstance();
            other.faults().fail("*", nth, "InternalError");
            Amis process = Amis.using(other);
            BakeReport report = whole(process, source).run();
            assertThat(report.succeeded()
                            || report.problem().isPresent()
                            || !report.leftBehind().isEmpty())
                    .isTrue();
            other.faults().clear();
            if (!report.succeeded()) {
                whole(process, source).run();
            }
            whole(process, source).run().orThrow();
            assertThat(UnfinishedBakesTest.all(other)).as("call %d", nth).isEmpty();
            assertThat(images(process)).as("call %d", nth).hasSize(1);
            assertThat(source(other, source).state()).isEqualTo(InstanceState.RUNNING);
        }
    }

    private record Fake(Amis amis, InstanceId instance) {}

    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    static Interposed dyingAt(InMemoryAws aws, int nth) {
        return new Interposed(
                nth,
                () -> {
                    throw new Death();
                },
                aws);
    }

    /** Answers after how many calls the work was done without a death. */
    private static int killedEverywhere(Function<Fake, Bake> work) {
        for (int nth = 1; ; nth++) {
            InMemoryAws aws = InMemoryAws.create();
            InstanceId instance = aws.runInstance();
            Amis mortal = Amis.using(dyingAt(aws, nth).provider());
            try {
                work.apply(new Fake(mortal, instance)).run().orThrow();
                return nth;
            } catch (Death death) {
                work.apply(new Fake(Amis.using(aws), instance)).run().orThrow();
            }
            assertThat(images(Amis.using(aws))).as("killed at call %d", nth).hasSize(1);
            assertThat(source(aws, instance).state())
                    .as("killed at call %d", nth)
                    .isEqualTo(InstanceState.RUNNING);
            assertThat(source(aws, instance).tags().contains("amis:bake")).isFalse();
            assertThat(UnfinishedBakesTest.all(aws))
                    .as("killed at call %d", nth)
                    .isEmpty();
            assertThat(VerifyingTest.living(aws)).isEmpty();
        }
    }

    static List<ImageId> images(Amis amis) {
        return amis.find().ownedBySelf().includingDisabled().list().stream()
                .map(Image::imageId)
                .toList();
    }

    static Instance source(InMemoryAws aws, InstanceId id) {
        return aws.in(aws.region())
                .instances()
                .describeInstances(
                        DescribeInstancesRequest.builder().addInstanceId(id).build())
                .items()
                .get(0);
    }
}
