package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.LaunchTemplatePort;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link LaunchTemplatePort} must do, if it has one. */
public abstract class LaunchTemplatePortContract extends TemplateVersionRules {

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

    @Test
    void createdTemplateHasOneVersionThatSaysAllThatWasSaid() {
        LaunchTemplate template = create(name("created"), SAID);
        try {
            assertThat(template.defaultVersionNumber()).isEqualTo(1);
            assertThat(template.latestVersionNumber()).isEqualTo(1);
            assertThat(all(of(template.launchTemplateId())).get(0).launchTemplateData())
                    .isEqualTo(SAID);
            assertThat(described(template.launchTemplateId()).tags().get("amis-contract"))
                    .contains("template");
        } finally {
            port().deleteLaunchTemplate(template.launchTemplateId());
        }
    }

    @Test
    void nameIsTakenOnce() {
        String name = name("taken");
        LaunchTemplate template = create(name, SAID);
        try {
            CreateLaunchTemplateRequest again = creation(name, SAID).withClientToken(name("again"));
            refused(ConflictException.class, () -> port().createLaunchTemplate(again));
        } finally {
            port().deleteLaunchTemplate(template.launchTemplateId());
        }
    }

    @Test
    void templatesCanBeTaggedAndTagsTakenOff() {
        LaunchTemplateId id = create(name("tagged"), SAID).launchTemplateId();
        DescribeLaunchTemplatesRequest question = DescribeLaunchTemplatesRequest.builder()
                .addLaunchTemplateIds(id)
                .build();
        try {
            owner.tag(id.value(), Tags.of("Team", "platform").with("Keep", "yes"));
            owner.ports().tags().deleteTags(new DeleteTagsRequest(List.of(id.value()), Set.of("Keep")));
            owner.eventually(() -> {
                Tags tags =
                        port().describeLaunchTemplates(question).items().get(0).tags();
                assertThat(tags.get("Team")).contains("platform");
                assertThat(tags.contains("Keep")).isFalse();
                assertThat(tags.get("amis-contract")).contains("template");
            });
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void theSameTokenGivesTheSameTemplateAndVersion() {
        CreateLaunchTemplateRequest request = creation(name("token"), SAID).withClientToken(name("token"));
        LaunchTemplate template = port().createLaunchTemplate(request);
        LaunchTemplateId id = template.launchTemplateId();
        try {
            assertThat(port().createLaunchTemplate(request).launchTemplateId()).isEqualTo(id);
            CreateLaunchTemplateVersionRequest next = next(id, "1").withClientToken(name("token"));
            long number = port().createLaunchTemplateVersion(next).versionNumber();
            assertThat(port().createLaunchTemplateVersion(next).versionNumber()).isEqualTo(number);
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void deletedTemplateIsGone() {
        LaunchTemplateId id = create(name("gone"), SAID).launchTemplateId();

        port().deleteLaunchTemplate(id);

        owner.eventually(() -> refused(NotFoundException.class, () -> described(id)));
        refused(NotFoundException.class, () -> port().deleteLaunchTemplate(id));
    }

    @Test
    void templatesAreFoundByNameAndByTag() {
        String name = name("found");
        LaunchTemplateId id = create(name, SAID).launchTemplateId();
        try {
            assertThat(templates(DescribeLaunchTemplatesRequest.builder()
                            .addLaunchTemplateName(name)
                            .build()))
                    .map(LaunchTemplate::launchTemplateId)
                    .containsExactly(id);
            assertThat(templates(DescribeLaunchTemplatesRequest.builder()
                            .addFilter(Filter.of("tag:amis-contract", "template"))
                            .build()))
                    .map(LaunchTemplate::launchTemplateId)
                    .contains(id);
        } finally {
            port().deleteLaunchTemplate(id);
        }
    }

    @Test
    void instanceTellsWhatATemplateWouldHaveToSay() {
        Instance instance = owner.instance(world.runInstance());

        LaunchTemplateData data = port().getLaunchTemplateData(instance.instanceId());

        assertThat(data.imageReference()).contains(instance.imageId().value());
        assertThat(data.instanceType()).contains(instance.instanceType());
        assertThat(data.blockDeviceMappings()).isNotEmpty();
    }

    private List<LaunchTemplate> templates(DescribeLaunchTemplatesRequest request) {
        return Pages.items(token -> port().describeLaunchTemplates(request.withNextToken(token)));
    }

    private LaunchTemplateId template(String name, String... imageReferences) {
        arranged(owner.ports().launchTemplates(), "launch templates");
        return arranged(world.launchTemplate(name, List.of(imageReferences)), "launch templates");
    }
}
