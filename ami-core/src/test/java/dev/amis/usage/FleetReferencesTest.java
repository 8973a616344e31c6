package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetReferencesTest {

    private final StubRegion region = StubAccount.create().here();
    private final ReferenceSource source = ReferenceSource.fleets();

    @Test
    void countsImagesOfLaunchSpecifications() {
        region.fleets.add(fleet("sfr-1", "active")
                .withLaunchSpecificationImages(
                        Samples.imageId(1).value(), Samples.imageId(2).value()));

        assertThat(source.references(region))
                .containsExactlyInAnyOrder(reference(1, "sfr-1 (active)"), reference(2, "sfr-1 (active)"));
    }

    @Test
    void countsTemplatesAndOverridesOfBothKinds() {
        region.templates.add(Samples.template(1, 1, Samples.imageId(1).value()));
        region.templates.add(Samples.template(1, 2, Samples.imageId(2).value()).withIsDefaultVersion(true));
        region.fleets.add(fleet("sfr-1", "active").withLaunchTemplateConfigs(config("1")));
        region.fleets.add(fleet("fleet-1", "active")
                .withLaunchTemplateConfigs(config(
                        "$Default",
                        LaunchTemplateOverride.of(InstanceType.of("m7g.large"))
                                .launching(Samples.imageId(3).value()))));

        assertThat(source.references(region))
                .containsExactlyInAnyOrder(
                        reference(1, "sfr-1 (active) by lt-00000000000000001 (template-1) version 1"),
                        reference(2, "fleet-1 (active) by lt-00000000000000001 (template-1) version 2"),
                        reference(3, "fleet-1 (active)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitted", "active", "modifying", "cancelled_running", "deleted-running", "resting"})
    void whatMayStillHaveInstancesCounts(String state) {
        region.fleets.add(running(state));

        assertThat(source.references(region)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "cancelled_terminating", "deleted", "deleted-terminating", "failed"})
    void whatIsOverDoesNot(String state) {
        region.fleets.add(running(state));

        assertThat(source.references(region)).isEmpty();
    }

    @Test
    void aTemplateThatIsGoneIsAFinding() {
        region.fleets.add(fleet("sfr-1", "active").withLaunchTemplateConfigs(config("1")));

        assertThat(source.read(region).findings())
                .containsExactly(new Finding(
                        Region.EU_WEST_1,
                        "fleets",
                        "sfr-1 (active) launches from version 1 of launch template template-1, which does not exist"));
    }

    @Test
    void aParameterLeavesTheSourceUnread() {
        region.fleets.add(fleet("sfr-1", "active").withLaunchSpecificationImages("resolve:ssm:/golden/web"));

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Reading fleets failed for sfr-1 (active) in eu-west-1: its image is"
                        + " 'resolve:ssm:/golden/web', and which image that is cannot be told. Name an image id there,"
                        + " or leave the source 'fleets' out.");
    }

    @Test
    void refusesAProviderWithoutThePort() {
        region.hasFleets = false;

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("no port for fleets");
    }

    private static Reference reference(int image, String by) {
        return new Reference(Region.EU_WEST_1, Samples.imageId(image), "fleets", by);
    }

    private static Fleet running(String state) {
        ImageId image = Samples.imageId(1);
        return fleet("sfr-1", state).withLaunchSpecificationImages(image.value());
    }

    private static Fleet fleet(String id, String state) {
        return Fleet.builder()
                .fleetId(FleetId.of(id))
                .region(Region.EU_WEST_1)
                .stateText(state)
                .build();
    }

    private static List<LaunchTemplateConfig> config(String version, LaunchTemplateOverride... overrides) {
        return List.of(LaunchTemplateConfig.of(LaunchTemplateSpecification.named("template-1", version), overrides));
    }
}
