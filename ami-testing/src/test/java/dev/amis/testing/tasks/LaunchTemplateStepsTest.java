package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.launch.LaunchFinding;
import dev.amis.launch.LaunchTemplateHandle;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateVersion;
import org.junit.jupiter.api.Test;

/** The smaller steps of launch templates: by id, single parameters, notes, and launches of another type. */
class LaunchTemplateStepsTest {

    private final TemplateWorld world = new TemplateWorld();

    @Test
    void aTemplateIsFoundByItsIdAndSwitchedToAnImageByItsId() {
        LaunchTemplateHandle byId =
                world.amis.launchTemplate(world.web().defaultVersion().launchTemplateId());
        ImageId image = world.images.get(1).imageId();

        byId.switchTo(image).apply().orThrow();

        assertThat(byId.defaultVersion().imageId()).contains(image);
        assertThat(byId.toString()).contains("lt-");
    }

    @Test
    void singleParametersAreSetLeftOutAndNoted() {
        LaunchTemplateHandle other = world.amis.launchTemplate("other");
        other.create()
                .with(world.data())
                .image(world.images.get(1).imageId())
                .with("MetadataOptions.HttpTokens", "required")
                .without("InstanceType")
                .describedAs("for the night")
                .apply()
                .orThrow();

        LaunchTemplateVersion made = other.version(1);
        assertThat(made.imageId()).contains(world.images.get(1).imageId());
        assertThat(made.launchTemplateData().parameters())
                .containsEntry("MetadataOptions.HttpTokens", "required")
                .doesNotContainKey("InstanceType");
        assertThat(made.versionDescription().orElseThrow()).startsWith("for the night [amis ");
        assertThatThrownBy(() -> other.create().with(world.data()).describedAs("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("201 characters");
    }

    @Test
    void aLaunchOfAnotherTypeIsCheckedBeforeAndMade() {
        assertThat(world.web()
                        .launch()
                        .instanceType(InstanceType.of("t4g.micro"))
                        .validate())
                .anyMatch(LaunchFinding::isError);

        assertThat(world.web()
                        .launch()
                        .instanceType(InstanceType.of("t3.large"))
                        .start()
                        .get(0)
                        .instanceType())
                .isEqualTo(InstanceType.of("t3.large"));
    }
}
