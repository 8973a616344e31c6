package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTemplateReferencesTest {

    private final StubRegion region = StubAccount.create().here();
    private final ReferenceSource source = ReferenceSource.launchTemplates();

    @Test
    void tellsWhichVersionNamesTheImage() {
        region.templates.add(Samples.template(1, 3, Samples.imageId(7).value()));

        assertThat(source.references(region))
                .containsExactly(new Reference(
                        Region.EU_WEST_1,
                        Samples.imageId(7),
                        "launch templates",
                        "lt-00000000000000001 (template-1) version 3"));
    }

    @Test
    void followsEveryPage() {
        for (int i = 1; i <= 5; i++) {
            region.templates.add(Samples.template(i, 1, Samples.imageId(i).value()));
        }

        assertThat(source.references(region)).hasSize(5);
    }

    @Test
    void asksForDefaultAndLatestOfAllTemplates() {
        source.references(region);

        assertThat(region.requests)
                .first()
                .isEqualTo(DescribeLaunchTemplateVersionsRequest.builder()
                        .addVersions("$Default", "$Latest")
                        .resolveAlias(true)
                        .maxResults(200)
                        .build());
    }

    @Test
    void countsAVersionThatIsDefaultAndLatestOnce() {
        LaunchTemplateVersion version =
                Samples.template(1, 1, Samples.imageId(7).value());
        region.templates.addAll(List.of(version, version));

        assertThat(source.references(region)).hasSize(1);
    }

    @Test
    void ignoresVersionsWithoutImage() {
        region.templates.add(Samples.template(1, 1, "none").withImageReference(Optional.empty()));

        assertThat(source.references(region)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"resolve:ssm:/golden/web", "resolve:ssm:/golden/web:3", "ami-", "ami-12345", "${image}", ""})
    void refusesToGuessWhatAVersionMeans(String text) {
        region.templates.add(Samples.template(1, 3, text));

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessage("DescribeLaunchTemplateVersions failed for lt-00000000000000001 (template-1) version 3 in"
                        + " eu-west-1: its image is '" + text
                        + "', and which image that is EC2 does not tell. Name an image id"
                        + " in the template, or leave the source 'launch templates' out.");
    }

    @Test
    void refusesAProviderWithoutThePort() {
        region.hasTemplates = false;

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("no port for launch templates");
    }

    @Test
    void findsTheVersionsOfOneImage() {
        region.templates.add(Samples.template(1, 1, Samples.imageId(7).value()));
        region.templates.add(Samples.template(2, 1, Samples.imageId(8).value()));

        assertThat(source.referencesTo(region, Set.of(Samples.imageId(7))))
                .extracting(Reference::by)
                .containsExactly("lt-00000000000000001 (template-1) version 1");
    }

    @Test
    void doesNotOverlookAParameterWhenLookingForOneImage() {
        region.templates.add(Samples.template(1, 1, "resolve:ssm:/golden/web"));

        assertThatThrownBy(() -> source.referencesTo(region, Set.of(Samples.imageId(7))))
                .isInstanceOf(ConflictException.class);
    }
}
