package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.LaunchTemplatePort;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link LaunchTemplatePort} must do, if it has one. */
public abstract class LaunchTemplatePortContract extends Rules {

    private static final String FIRST = "ami-00000000000000001";
    private static final String SECOND = "ami-00000000000000002";

    /** Makes a contract. */
    protected LaunchTemplatePortContract() {}

    @Test
    void versionSaysWhatItIs() {
        String name = name("template");
        LaunchTemplateId id = template(name, FIRST);

        LaunchTemplateVersion version = all(of(id)).get(0);

        assertThat(version.launchTemplateId()).isEqualTo(id);
        assertThat(version.launchTemplateName()).isEqualTo(name);
        assertThat(version.region()).isEqualTo(owner.region());
        assertThat(version.versionNumber()).isEqualTo(1);
        assertThat(version.isDefaultVersion()).isTrue();
    }

    @Test
    void withoutVersionsAllAreAnswered() {
        LaunchTemplateId id = template(name("template"), FIRST, SECOND);

        assertThat(all(of(id))).map(LaunchTemplateVersion::versionNumber).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void firstVersionStaysTheDefault() {
        LaunchTemplateId id = template(name("template"), FIRST, SECOND);

        assertThat(all(of(id).withVersions("$Default")))
                .map(LaunchTemplateVersion::versionNumber)
                .containsExactly(1L);
        assertThat(all(of(id).withVersions("$Latest")))
                .map(LaunchTemplateVersion::versionNumber)
                .containsExactly(2L);
        assertThat(all(of(id).withVersions("2")))
                .map(LaunchTemplateVersion::isDefaultVersion)
                .containsExactly(false);
    }

    @Test
    void withoutTemplateAllAreAnswered() {
        LaunchTemplateId one = template(name("one"), FIRST);
        LaunchTemplateId other = template(name("other"), FIRST, SECOND);
        DescribeLaunchTemplateVersionsRequest request = DescribeLaunchTemplateVersionsRequest.builder()
                .addVersion("$Default")
                .build();

        assertThat(all(request))
                .filteredOn(version ->
                        version.imageReference().filter(FIRST::equals).isPresent())
                .map(LaunchTemplateVersion::launchTemplateId)
                .contains(one, other);
    }

    @Test
    void imageThatDoesNotExistMayBeNamed() {
        LaunchTemplateId id = template(name("template"), FIRST);

        assertThat(all(of(id)).get(0).imageId()).contains(ImageId.of(FIRST));
    }

    @Test
    void parameterReferenceIsAnsweredAsItStands() {
        String reference = "resolve:ssm:/golden/web";
        LaunchTemplateId id = template(name("template"), reference);

        assertThat(all(of(id)).get(0).imageReference()).contains(reference);
        assertThat(all(of(id)).get(0).imageId()).isEmpty();
    }

    @Test
    void parameterReferenceIsResolvedOnRequest() {
        String parameter = "/amis/" + name("parameter");
        LaunchTemplateId id = template(name("template"), "resolve:ssm:" + parameter, SECOND);
        Assumptions.assumeTrue(
                world.imageParameter(parameter, ImageId.of(FIRST)), "this world has no parameters with an image id");

        assertThat(all(of(id).withResolveAlias(true)))
                .map(LaunchTemplateVersion::imageReference)
                .map(reference -> reference.orElse("none"))
                .containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void imageFilterFindsVersions() {
        LaunchTemplateId id = template(name("template"), FIRST, SECOND);

        assertThat(all(of(id).withFilters(Filter.of("image-id", SECOND))))
                .map(LaunchTemplateVersion::versionNumber)
                .containsExactly(2L);
    }

    @Test
    void everyVersionIsOnExactlyOnePage() {
        String[] references = IntStream.range(0, 7).mapToObj(i -> FIRST).toArray(String[]::new);
        LaunchTemplateId id = template(name("template"), references);

        assertThat(all(of(id).withMaxResults(5)))
                .map(LaunchTemplateVersion::versionNumber)
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void unknownTemplateIsRefused() {
        arranged(owner.ports().launchTemplates(), "launch templates");

        refused(
                NotFoundException.class,
                "InvalidLaunchTemplateId.NotFound",
                () -> all(of(LaunchTemplateId.of("lt-00000000000000bad"))));
    }

    @Test
    void unknownVersionIsRefused() {
        LaunchTemplateId id = template(name("template"), FIRST);

        refused(
                NotFoundException.class,
                "InvalidLaunchTemplateId.VersionNotFound",
                () -> all(of(id).withVersions("99")));
    }

    private LaunchTemplateId template(String name, String... imageReferences) {
        arranged(owner.ports().launchTemplates(), "launch templates");
        return arranged(world.launchTemplate(name, List.of(imageReferences)), "launch templates");
    }

    private static DescribeLaunchTemplateVersionsRequest of(LaunchTemplateId id) {
        return DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(id)
                .build();
    }

    private List<LaunchTemplateVersion> all(DescribeLaunchTemplateVersionsRequest request) {
        LaunchTemplatePort port = owner.ports().launchTemplates().orElseThrow();
        return Pages.items(token -> port.describeLaunchTemplateVersions(request.withNextToken(token)));
    }
}
