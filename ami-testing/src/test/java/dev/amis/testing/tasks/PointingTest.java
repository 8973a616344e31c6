package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Journal;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.publish.PointerVersion;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import dev.amis.testing.Images;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Parameters that say which image is the current one: published, guarded, promoted, rolled back, undone. */
class PointingTest {

    private static final String NAME = "/golden/web";
    private static final AccountId READER = AccountId.of("444455556666");
    private static final Region EUROPE = Region.EU_WEST_1;

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final List<Image> images =
            Images.editions("web-1.%d.0", 3, aws.clock().instant(), Duration.ofDays(1));

    PointingTest() {
        for (Image image : images) {
            put(image);
            put(image.withRegion(EUROPE));
        }
    }

    @Test
    void aPointerSaysTheImageAndIsOfItsType() {
        ChangeReport report = amis.pointer(NAME).to(images.get(0)).apply().orThrow();

        assertThat(report.results(Outcome.DONE)).hasSize(1);
        assertThat(current()).isEqualTo(images.get(0).imageId());
        assertThat(parameter().dataType().orElseThrow()).hasToString("aws:ec2:image");
    }

    @Test
    void publishingTheSameAgainChangesNothing() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();

        assertThat(amis.pointer(NAME).to(images.get(0)).plan().isEmpty()).isTrue();
    }

    @Test
    void eachRegionGetsItsOwnImage() {
        amis.pointer(NAME)
                .to(images.get(0), images.get(1).withRegion(EUROPE))
                .apply()
                .orThrow();

        assertThat(amis.pointer(NAME).in(aws.region(), EUROPE, Region.US_WEST_2).find())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        aws.region(),
                        images.get(0).imageId(),
                        EUROPE,
                        images.get(1).imageId()));
    }

    @Test
    void twoImagesInOneRegionAreRefused() {
        assertThatThrownBy(() -> amis.pointer(NAME).to(images.get(0), images.get(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(images.get(1).imageId().value());
    }

    @Test
    void anImageThatIsNotAvailableIsNotPublished() {
        Image pending = images.get(0)
                .withImageId(ImageId.of("ami-0aaaaaaaaaaaaaaaa"))
                .withStateText("pending")
                .withName(Optional.of("web-9"));
        aws.seed().image(pending);

        assertRefused(pending, ConflictException.class, "it is pending");
    }

    @Test
    void anImageThatIsNotThereIsNotPublished() {
        assertRefused(
                images.get(0).withImageId(ImageId.of("ami-0123456789abcdef0")),
                NotFoundException.class,
                "no such image");
    }

    @Test
    void anImageThatItsReadersCannotLaunchIsNotPublished() {
        assertThatThrownBy(() ->
                        amis.pointer(NAME).to(images.get(0)).readableBy(READER).apply())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(READER.value())
                .hasMessageContaining("may not launch it");
        assertThat(aws.calls().count("PutParameter")).isZero();

        share(images.get(0));
        amis.pointer(NAME).to(images.get(0)).readableBy(READER).apply().orThrow();
        assertThat(current()).isEqualTo(images.get(0).imageId());
    }

    @Test
    void readersThatLoseTheImageMeanwhileStopThePublishing() {
        share(images.get(0));
        Plan plan = amis.pointer(NAME).to(images.get(0)).readableBy(READER).plan();
        permissions(images.get(0), Set.of(), Set.of(LaunchPermission.of(READER)));

        assertThat(amis.apply(plan).results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(aws.calls().count("PutParameter")).isZero();
    }

    @Test
    void aParameterOfAnotherTypeIsNeverTouched() {
        put("10.0.0.1", false);

        assertThatThrownBy(
                        () -> amis.pointer(NAME).to(images.get(0)).takingOver().apply())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another type");
        assertThat(aws.calls().count("PutParameter")).isZero();
        assertThat(parameter().value()).contains("10.0.0.1");
    }

    @Test
    void aParameterThatSomethingElseMadeIsTakenOverOnlyIfThatIsSaid() {
        put(images.get(2).imageId().value(), true);

        assertThatThrownBy(() -> amis.pointer(NAME).to(images.get(0)).apply())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("made by something else");
        assertThat(aws.calls().count("PutParameter")).isZero();
        assertThat(current()).isEqualTo(images.get(2).imageId());

        amis.pointer(NAME).to(images.get(0)).takingOver().apply().orThrow();
        amis.pointer(NAME).to(images.get(1)).apply().orThrow();
        assertThat(current()).isEqualTo(images.get(1).imageId());
    }

    @Test
    void undoingATakeOverLeavesTheParameterSomebodyElses() {
        foreign(images.get(0));
        ChangeReport taken =
                amis.pointer(NAME).to(images.get(1)).takingOver().apply().orThrow();
        assertThat(ChangeReport.fromJson(taken.toJson())).isEqualTo(taken);

        amis.undo(taken).orThrow();

        assertThat(current()).isEqualTo(images.get(0).imageId());
        assertThatThrownBy(() -> amis.pointer(NAME).to(images.get(1)).apply())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("made by something else");
    }

    @Test
    void aParameterThatBecameSomebodyElsesSinceThePlanIsLeftAlone() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();
        Plan plan = amis.pointer(NAME).to(images.get(1)).plan();
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
        aws.in(aws.region()).parameters().orElseThrow().deleteParameter(ParameterName.of(NAME));
        foreign(images.get(0));

        ChangeReport report = amis.apply(plan);

        assertThat(report.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(current()).isEqualTo(images.get(0).imageId());
    }

    @Test
    void aParameterThatBecameSomebodyElsesIsNotUndone() {
        ChangeReport made = amis.pointer(NAME).to(images.get(0)).apply().orThrow();
        aws.in(aws.region()).parameters().orElseThrow().deleteParameter(ParameterName.of(NAME));
        foreign(images.get(0));

        assertThat(amis.undo(made).results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(current()).isEqualTo(images.get(0).imageId());
    }

    private void foreign(Image image) {
        aws.in(aws.region())
                .parameters()
                .orElseThrow()
                .putParameter(PutParameterRequest.builder()
                        .name(ParameterName.of(NAME))
                        .value(image.imageId().value())
                        .dataType(ParameterDataType.IMAGE)
                        .description("kept by the other team")
                        .build());
    }

    @Test
    void whatSomebodyElseSaysMeanwhileStands() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();
        Plan plan = amis.pointer(NAME).to(images.get(1)).plan();
        amis.pointer(NAME).to(images.get(2)).apply().orThrow();

        ChangeReport report = amis.apply(plan);

        assertThat(report.results(Outcome.SKIPPED_STALE))
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.detail()).contains("value changed"));
        assertThat(current()).isEqualTo(images.get(2).imageId());
    }

    @Test
    void candidateBecomesStable() {
        amis.pointer("/web/candidate").to(images.get(1)).apply().orThrow();

        amis.pointer("/web/candidate").promoteTo("/web/stable").apply().orThrow();

        assertThat(amis.pointer("/web/stable").find())
                .containsValue(images.get(1).imageId());
    }

    @Test
    void anotherAccountsParameterIsNoTargetOfPromoting() {
        assertThatThrownBy(
                        () -> amis.pointer(NAME).promoteTo("arn:aws:ssm:us-east-1:999999999999:parameter/golden/web"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of the account's own");
    }

    @Test
    void whatIsNotThereIsNotPromotedOrRolledBack() {
        assertThatThrownBy(() -> amis.pointer(NAME).promoteTo("/web/stable").plan())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(NAME);
        assertThatThrownBy(() -> amis.pointer(NAME).rollBack().plan()).isInstanceOf(NotFoundException.class);
        assertThat(amis.pointer(NAME).history()).isEmpty();
    }

    @Test
    void rollingBackSaysWhatItSaidBefore() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();
        amis.pointer(NAME).to(images.get(1)).apply().orThrow();

        amis.pointer(NAME).rollBack().apply().orThrow();

        assertThat(current()).isEqualTo(images.get(0).imageId());
        assertThat(amis.pointer(NAME).history()).map(PointerVersion::version).containsExactly(3L, 2L, 1L);
    }

    @Test
    void rollingBackToAVersionSaysWhatItSaid() {
        images.forEach(image -> amis.pointer(NAME).to(image).apply().orThrow());

        amis.pointer(NAME).rollBackTo(1).apply().orThrow();

        assertThat(current()).isEqualTo(images.get(0).imageId());
        assertThatThrownBy(() -> amis.pointer(NAME).rollBackTo(77).plan())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("77");
    }

    @Test
    void whoNeverSaidAnythingElseCannotBeRolledBack() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();

        assertThatThrownBy(() -> amis.pointer(NAME).rollBack().plan())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("never said anything but");
    }

    @Test
    void rollingBackToAnImageThatIsGoneIsRefused() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();
        amis.pointer(NAME).to(images.get(1)).apply().orThrow();
        amis.deregister(images.get(0)).allowingInUse().apply().orThrow();

        assertThatThrownBy(() -> amis.pointer(NAME).rollBack().apply()).isInstanceOf(NotFoundException.class);
        assertThat(current()).isEqualTo(images.get(1).imageId());
    }

    @Test
    void undoPutsBackTheImageBefore() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();
        ChangeReport report = amis.pointer(NAME).to(images.get(1)).apply().orThrow();

        amis.undo(ChangeReport.fromJson(report.toJson())).orThrow();

        assertThat(current()).isEqualTo(images.get(0).imageId());
    }

    @Test
    void undoDeletesWhatWasMade() {
        ChangeReport report = amis.pointer(NAME).to(images.get(0)).apply().orThrow();

        amis.undo(report).orThrow();

        assertThat(amis.pointer(NAME).find()).isEmpty();
    }

    @Test
    void labelsAreToldWithTheirVersions() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();
        aws.in(aws.region())
                .parameters()
                .orElseThrow()
                .labelParameterVersion(
                        new LabelParameterVersionRequest(ParameterName.of(NAME), OptionalLong.of(1), List.of("prod")));

        assertThat(amis.pointer(NAME).history())
                .singleElement()
                .satisfies(version -> assertThat(version.labels()).containsExactly("prod"));
    }

    @Test
    void thePlanNamesThePermissionsItTakes() {
        String policy = amis.pointer(NAME).to(images.get(0)).plan().iamPolicy();

        assertThat(policy)
                .contains("ssm:PutParameter")
                .contains("arn:aws:ssm:us-east-1:" + aws.account() + ":parameter/golden/web");
    }

    @Test
    void aPublishedImageIsInUse() {
        amis.pointer(NAME).to(images.get(0)).apply().orThrow();

        assertThat(amis.usage().read().of(images.get(0)).references())
                .anyMatch(reference -> reference.by().contains(NAME));
    }

    @Property(tries = 60)
    void whereverItDiesAnotherProcessFinishesIt(@ForAll @IntRange(min = 1, max = 12) int nth) {
        PointingTest world = new PointingTest();
        Plan plan = world.amis
                .pointer(NAME)
                .to(world.images.get(0), world.images.get(1).withRegion(EUROPE))
                .plan();
        Journal journal = Journal.inMemory();
        world.aws.faults().crashAfter(nth);
        try {
            world.amis.applying(plan).journal(journal).apply();
        } catch (SimulatedCrash dead) {
            assertThat(dead).isNotNull();
        }
        world.aws.faults().clear();

        world.amis.applying(plan).journal(journal).apply().orThrow();

        assertThat(world.amis.pointer(NAME).in(world.aws.region(), EUROPE).find())
                .containsEntry(world.aws.region(), world.images.get(0).imageId())
                .containsEntry(EUROPE, world.images.get(1).imageId());
    }

    private ImageId current() {
        return amis.pointer(NAME).find().get(aws.region());
    }

    private Parameter parameter() {
        return aws.in(aws.region())
                .parameters()
                .orElseThrow()
                .getParameter(ParameterSelector.of(ParameterName.of(NAME)));
    }

    private void assertRefused(Image image, Class<? extends AmiException> as, String why) {
        assertThatThrownBy(() -> amis.pointer(NAME).to(image).apply())
                .isInstanceOf(as)
                .hasMessageContaining(why);
        assertThat(aws.calls().count("PutParameter")).isZero();
    }

    private void share(Image image) {
        permissions(image, Set.of(LaunchPermission.of(READER)), Set.of());
    }

    private void permissions(Image image, Set<LaunchPermission> add, Set<LaunchPermission> remove) {
        aws.in(image.region())
                .imageAttributes()
                .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(image.imageId(), add, remove));
    }

    private void put(String value, boolean image) {
        PutParameterRequest.Builder request =
                PutParameterRequest.builder().name(ParameterName.of(NAME)).value(value);
        if (image) {
            request.dataType(ParameterDataType.IMAGE);
        }
        aws.in(aws.region()).parameters().orElseThrow().putParameter(request.build());
        aws.calls().clear();
    }

    private void put(Image image) {
        Images.snapshotsOf(image).forEach(snapshot -> aws.seed().snapshot(snapshot));
        aws.seed().image(image.withStateText(ImageState.AVAILABLE.text()));
    }
}
