package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.Bake;
import dev.amis.create.BakeReport;
import dev.amis.create.BakeStep;
import dev.amis.create.BakeStep.Kind;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.InvalidRequestException;
import dev.amis.guest.GuestCleanup;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.publish.Publication;
import dev.amis.spi.PutParameterRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.verify.Verification;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Nothing untested is handed on by who demands a test, and a bake hands on to all places or takes back. */
class DemandingTest {

    private static final String NAME = "/golden/web";

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();
    private final Image image = make("web-1");
    private final Image other = make("web-2");

    @Test
    void aPassedTestLetsTheImageBePointedAtAndCopied() {
        Verification passed = verify(image);
        amis.pointer(NAME).to(image).demanding(passed).apply().orThrow();
        assertThat(amis.pointer(NAME).find()).containsValue(image.imageId());
        assertThat(amis.copy(image)
                        .to(Region.EU_WEST_1)
                        .demanding(passed)
                        .start()
                        .await()
                        .isComplete())
                .isTrue();
    }

    @Test
    void aTestThatWasNotPassedIsRefused() {
        aws.faults().failNextBoot("Kernel panic");
        Verification failed = verify(image);
        refused(
                ImageFailedException.class,
                "did not pass",
                () -> amis.pointer(NAME).to(image).demanding(failed).apply());
        refused(
                ImageFailedException.class,
                "did not pass",
                () -> amis.copy(image).to(Region.EU_WEST_1).demanding(failed).start());
    }

    @Test
    void theTestOfAnotherImageIsRefused() {
        Verification passed = verify(other);
        refused(
                ConflictException.class,
                "is about [" + other.imageId(),
                () -> amis.pointer(NAME).to(image).demanding(passed).plan());
        refused(
                ConflictException.class,
                "is about [" + other.imageId(),
                () -> amis.copy(image).to(Region.EU_WEST_1).demanding(passed).start());
    }

    @Test
    void theLaterOfTwoTestsCounts() {
        Verification passed = verify(image);
        aws.faults().failNextBoot("Kernel panic");
        Verification failed = amis.verify(image).as("again").run();
        refused(
                ImageFailedException.class,
                "did not pass",
                () -> amis.pointer(NAME).to(image).demanding(passed, failed).apply());
    }

    @Test
    void anImageWithoutTheTagOfAGateIsRefused() {
        refused(
                ConflictException.class,
                "amis:verified",
                () -> amis.pointer(NAME).to(image).requiringVerification().apply());
        refused(
                ConflictException.class,
                "amis:verified",
                () -> amis.copy(image)
                        .to(Region.EU_WEST_1)
                        .requiringVerification()
                        .start());
        Verification passed = verify(image);
        assertThat(passed.tag()).isEqualTo(amis.verify(image).toRequest().tag());
        amis.tag(image).with(passed.tag()).apply().orThrow();
        amis.pointer(NAME).to(image).requiringVerification().apply().orThrow();
        assertThat(amis.copy(image)
                        .to(Region.EU_WEST_1)
                        .requiringVerification()
                        .start()
                        .await()
                        .isComplete())
                .isTrue();
    }

    @Test
    void aCopyThatNoGateTestedIsNotTakenForTested() {
        Image baked = bake("web-3").run().orThrow();
        Image copy = amis.copy(baked)
                .to(Region.EU_WEST_1)
                .keepingTags()
                .start()
                .await()
                .orThrow()
                .images()
                .iterator()
                .next();
        assertThat(copy.tags().get(Verification.TAG)).isEqualTo(baked.tags().get(Verification.TAG));
        assertThat(Verification.isTaggedOn(baked)).isTrue();
        assertThat(Verification.isTaggedOn(copy)).isFalse();
        amis.pointer(NAME).to(baked).requiringVerification().apply().orThrow();
        refused(
                ConflictException.class,
                "no tag amis:verified of its own",
                () -> amis.pointer(NAME).to(copy).requiringVerification().apply());
        refused(
                ConflictException.class,
                "no tag amis:verified of its own",
                () -> amis.in(Region.EU_WEST_1)
                        .copy(copy)
                        .to(Region.US_WEST_2)
                        .requiringVerification()
                        .start());
    }

    @Test
    void aTestThatTheImageDidNotPassGivesNoTag() {
        aws.faults().failNextBoot("Kernel panic");
        Verification failed = verify(image);
        refused(ImageFailedException.class, "did not pass", failed::tag);
    }

    @Test
    void aBakePublishesToAPointer() {
        Image baked = bake("web-3").publishingTo(NAME).run().orThrow();
        assertThat(amis.pointer(NAME).find()).containsValue(baked.imageId());
    }

    @Test
    void aBakeThatIsRunAgainPublishesWhatItsGatePassedBefore() {
        bake("web-3").run().orThrow();
        BakeReport again = bake("web-3").publishingTo(NAME).run();
        assertThat(again.verification()).isEmpty();
        assertThat(amis.pointer(NAME).find()).containsValue(again.orThrow().imageId());
    }

    @Test
    void anImageThatDoesNotPassIsNotPublished() {
        amis.pointer(NAME).to(image).apply().orThrow();
        aws.faults().failNextBoot("Kernel panic");
        assertThat(bake("web-3").publishingTo(NAME).run().succeeded()).isFalse();
        assertThat(amis.pointer(NAME).find()).containsValue(image.imageId());
    }

    @Test
    void whatWasPublishedIsTakenBackIfALaterPublisherFails() {
        amis.pointer(NAME).to(image).apply().orThrow();
        BakeReport report = bake("web-3")
                .publishingTo(NAME)
                .publishingTo("/golden/new")
                .publishing(baked -> {
                    throw new ConflictException(Failure.of("test", "no").build());
                })
                .run();
        assertThat(report.problem()).isPresent();
        assertThat(report.steps()).extracting(BakeStep::kind).endsWith(Kind.WITHDRAW, Kind.WITHDRAW);
        assertThat(report.leftBehind()).isEmpty();
        assertThat(amis.pointer(NAME).find()).containsValue(image.imageId());
        assertThat(amis.pointer("/golden/new").find()).isEmpty();
        assertThat(UnfinishedBakesTest.all(aws))
                .singleElement()
                .satisfies(bake -> assertThat(bake.reached()).isEqualTo(Kind.PUBLISH));
    }

    @Test
    void whatCannotBeTakenBackIsTold() {
        BakeReport report = bake("web-3")
                .publishing(baked -> Publication.to("the board"))
                .publishing(baked -> Publication.to("a list").undoneBy(() -> {
                    throw new IllegalStateException("the list is closed");
                }))
                .publishing(baked -> {
                    throw new ConflictException(Failure.of("test", "no").build());
                })
                .run();
        assertThat(report.leftBehind())
                .containsExactly(
                        "it stays handed on to a list: the list is closed",
                        "it stays handed on to the board, from where there is no way back");
    }

    @Test
    void aPointerThatIsSomebodyElsesIsRefusedBeforeAnythingIsChanged() {
        foreignParameter();
        refused(
                ConflictException.class,
                "made by something else",
                () -> bake("web-3").publishingTo(NAME).run().orThrow());
    }

    @Test
    void aPointerThatIsSomebodyElsesCanBeTakenOver() {
        foreignParameter();
        Image baked = bake("web-3")
                .publishing(amis.pointer(NAME).publisher(pointing -> pointing.takingOver()))
                .run()
                .orThrow();
        assertThat(amis.pointer(NAME).find()).containsValue(baked.imageId());
    }

    @Test
    void aGateOnATypeOfAnotherArchitectureIsRefusedBeforeAnythingIsChanged() {
        refused(
                InvalidRequestException.class,
                "m7g.large",
                () -> bake("web-3")
                        .stoppingFirst()
                        .verifying(gate -> gate.on(InstanceType.of("m7g.large")))
                        .run()
                        .orThrow());
    }

    @Test
    void aTestOnATypeOfAnotherArchitectureIsRefusedBeforeAnythingIsLaunched() {
        refused(
                InvalidRequestException.class,
                "m7g.large does not run x86_64",
                () -> amis.verify(image)
                        .on(InstanceType.of("t3.micro"), InstanceType.of("m7g.large"))
                        .run());
    }

    @Test
    void aScriptWithALineBreakInAUserNameIsRefusedBeforeAnyCall() {
        aws.calls().clear();
        assertThatThrownBy(() -> bake("web-3")
                        .prepare(GuestCleanup.minimal()
                                .removingUsers("packer\nroot")
                                .script())
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user name is '");
        assertThat(aws.calls().entries()).isEmpty();
    }

    private Bake bake(String name) {
        return amis.bake(name).fromInstance(instance).noReboot().verifying(gate -> gate);
    }

    private Image make(String name) {
        return amis.create(name).fromInstance(instance).noReboot().start().await();
    }

    private Verification verify(Image tested) {
        return amis.verify(tested).run();
    }

    private void foreignParameter() {
        aws.in(aws.region())
                .parameters()
                .orElseThrow()
                .putParameter(PutParameterRequest.builder()
                        .name(ParameterName.of(NAME))
                        .value(other.imageId().value())
                        .dataType(ParameterDataType.IMAGE)
                        .build());
    }

    private void refused(Class<? extends AmiException> as, String why, ThrowingCallable call) {
        List<String> before = changes();
        assertThatThrownBy(call).isInstanceOf(as).hasMessageContaining(why);
        assertThat(changes()).isEqualTo(before);
    }

    /** Every call but looks. */
    private List<String> changes() {
        return aws.calls().entries().stream()
                .map(call -> call.action())
                .filter(action ->
                        !action.startsWith("Describe") && !action.startsWith("Get") && !action.startsWith("List"))
                .toList();
    }
}
