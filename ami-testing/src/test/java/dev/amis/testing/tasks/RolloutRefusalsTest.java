package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Architecture;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.rollout.Rollout;
import dev.amis.spi.PutParameterRequest;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a roll-out refuses before it changes anything. */
class RolloutRefusalsTest {

    private static final Region HERE = Region.US_EAST_1;

    private final InMemoryAws aws = InMemoryAws.create();
    private final RolloutFleet fleet = new RolloutFleet(aws, List.of(HERE), 6, 1);
    private final InMemoryRegion here = aws.in(HERE);
    private final Amis amis = Amis.using(aws);
    private final Image image = fleet.newImages.get(0);

    @AfterEach
    void nothingWasChanged() {
        assertThat(fleet.changes()).isEmpty();
    }

    private Rollout rollout() {
        aws.calls().clear();
        return amis.rollout(image);
    }

    @Test
    void aGroupThatIsBeingRefreshed() {
        here.autoScaling()
                .orElseThrow()
                .startInstanceRefresh(
                        new StartInstanceRefreshRequest("web-0", Optional.empty(), RefreshPreferences.none()));

        refused(ConflictException.class, rollout().toGroups("web-0"), "web-0", "being refreshed already");
    }

    @Test
    void anImageOfAnotherArchitectureThanTheType() {
        Image arm = amis.create("web-arm")
                .fromInstance(here.runInstance(InstanceSpec.of(here.baseImage(Architecture.ARM64))))
                .start()
                .await();
        aws.calls().clear();

        refused(
                InvalidRequestException.class,
                amis.rollout(arm).toGroups("web-5"),
                "t3.micro",
                arm.imageId().value(),
                "arm64");
    }

    @Test
    void anImageThatIsNotThereAnyMore() {
        Image gone = image.withImageId(ImageId.of("ami-00000000000000bad"));
        aws.calls().clear();

        refused(AmiException.class, amis.rollout(gone).toGroups("web-0"), "ami-00000000000000bad");
        refused(AmiException.class, amis.rollout(gone).toPointers(RolloutFleet.POINTER), "ami-00000000000000bad");
    }

    @Test
    void whatIsNotThere() {
        refused(NotFoundException.class, rollout().toGroups("nobody"), "nobody");
        refused(NotFoundException.class, rollout().toTemplates("nobody"), "nobody");
        refused(NotFoundException.class, rollout().toPointers("/no/body"), "/no/body", "amis.pointer(name)");
    }

    @Test
    void aVersionThatIsNotThere() {
        here.autoScalingGroup(
                group("stray").withLaunchTemplate(LaunchTemplateSpecification.named(RolloutFleet.TEMPLATE, "99")));

        refused(NotFoundException.class, rollout().toGroups("stray"), "99");
    }

    @Test
    void aGroupWithoutLaunchTemplate() {
        here.autoScalingGroup(group("classic").withLaunchConfigurationName("old"));

        refused(InvalidRequestException.class, rollout().toGroups("classic"), "classic", "launch configuration old");
    }

    @Test
    void overridesThatNameImagesOfTheirOwn() {
        here.autoScalingGroup(group("mixed")
                .withMixedInstancesPolicy(LaunchTemplateConfig.of(
                        LaunchTemplateSpecification.named(RolloutFleet.TEMPLATE, "1"),
                        LaunchTemplateOverride.of(InstanceType.of("t3.micro"))
                                .launching(image.imageId().value()))));

        refused(InvalidRequestException.class, rollout().toGroups("mixed"), "mixed", "of their own");
    }

    @Test
    void theLatestVersionOfATemplateWhoseImageAPointerSays() {
        here.autoScalingGroup(group("latest")
                .withLaunchSource(new GroupLaunchSource.Template(
                        LaunchTemplateSpecification.named("web-by-pointer", "$Latest"))));

        refused(
                InvalidRequestException.class,
                rollout().toGroups("latest").toPointers(RolloutFleet.POINTER),
                "latest",
                "default version");
    }

    @Test
    void aPointerThatIsSomebodyElses() {
        here.parameters()
                .orElseThrow()
                .putParameter(PutParameterRequest.builder()
                        .name(ParameterName.of("/theirs"))
                        .value(image.imageId().value())
                        .dataType(ParameterDataType.IMAGE)
                        .build());

        refused(ConflictException.class, rollout().toPointers("/theirs"), "/theirs", "takingOver()");
    }

    @Test
    void aParameterOfAnotherType() {
        here.parameters()
                .orElseThrow()
                .putParameter(PutParameterRequest.builder()
                        .name(ParameterName.of("/colour"))
                        .value("green")
                        .build());

        refused(ConflictException.class, rollout().toPointers("/colour"), "/colour", "another type");
    }

    @Test
    void aRegionWithoutImage() {
        refused(IllegalArgumentException.class, rollout().toGroups(Region.EU_WEST_1, "web-0"), "eu-west-1", "copy it");
    }

    @Test
    void nothingAtAll() {
        refused(IllegalArgumentException.class, rollout(), "neither groups");
    }

    @Test
    void whatContradictsItself() {
        aws.calls().clear();

        assertThatThrownBy(() -> amis.rollout(image, image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one for each Region");
        assertThatThrownBy(
                        () -> amis.rollout(image).toGroups("web-0").nextWave().toGroups("web-0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'web-0'");
        assertThatThrownBy(() -> amis.rollout(image)
                        .refreshing(RefreshPreferences.builder()
                                .addCheckpointPercentages(20, 50)
                                .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[20, 50]");
        assertThatThrownBy(() -> amis.rollout(image)
                        .refreshing(
                                RefreshPreferences.builder().autoRollback(true).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("autoRollback");
        assertThatThrownBy(() -> amis.rollout(image).eachWaveWithin(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }

    private static AutoScalingGroup group(String name) {
        return AutoScalingGroup.builder().name(name).region(HERE).build();
    }

    private void refused(Class<? extends Exception> as, Rollout rollout, String... about) {
        aws.calls().clear();
        assertThatThrownBy(rollout::plan).isInstanceOf(as).hasMessageContainingAll(about);
        assertThat(fleet.changes()).isEmpty();
    }
}
