package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.ConflictException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutoScalingGroupReferencesTest {

    private static final LaunchTemplateId TEMPLATE = LaunchTemplateId.of("lt-00000000000000001");
    private static final InstanceType LARGE = InstanceType.of("m7g.large");

    private final StubRegion region = StubAccount.create().here();
    private final ReferenceSource source = ReferenceSource.autoScalingGroups();

    @Test
    void countsTheVersionThatTheGroupNames() {
        templateOfFourVersions();
        region.groups.add(group("web").withLaunchTemplate(version("3")));

        assertThat(source.references(region))
                .containsExactly(reference(3, "web by lt-00000000000000001 (template-1) version 3"));
    }

    @Test
    void readsNoSingleTemplateForItsDefaultAndLatestVersion() {
        templateOfFourVersions();
        region.groups.add(group("web").withLaunchTemplate(version("$Latest")));
        region.groups.add(group("db").withLaunchTemplate(version("$Default")));
        region.groups.add(group("job")
                .withLaunchTemplate(new LaunchTemplateSpecification(
                        Optional.empty(), Optional.of("template-1"), Optional.empty())));

        assertThat(images()).containsExactlyInAnyOrder(Samples.imageId(4), Samples.imageId(2), Samples.imageId(2));
        assertThat(asked()).allMatch(request -> request.launchTemplateId().isEmpty());
    }

    @Test
    void asksOnceForAllVersionsOfATemplateThatAreInUse() {
        templateOfFourVersions();
        region.groups.add(group("web").withLaunchTemplate(version("1")));
        region.groups.add(group("db").withLaunchTemplate(version("3")));

        assertThat(images()).containsExactlyInAnyOrder(Samples.imageId(1), Samples.imageId(3));
        assertThat(asked())
                .filteredOn(request -> request.launchTemplateId().isPresent()
                        && request.nextToken().isEmpty())
                .singleElement()
                .satisfies(request -> assertThat(request.versions()).containsExactly("1", "3"));
    }

    @Test
    void countsWhatOverridesName() {
        templateOfFourVersions();
        region.groups.add(group("web")
                .withMixedInstancesPolicy(LaunchTemplateConfig.of(
                        version("$Default"),
                        LaunchTemplateOverride.of(LARGE)
                                .launching(Samples.imageId(9).value()),
                        LaunchTemplateOverride.of(LARGE).launchingFrom(version("1")))));

        assertThat(source.references(region))
                .containsExactlyInAnyOrder(
                        reference(2, "web by lt-00000000000000001 (template-1) version 2"),
                        reference(9, "web (override for m7g.large)"),
                        reference(1, "web (override for m7g.large) by lt-00000000000000001 (template-1) version 1"));
    }

    @Test
    void countsTheVersionsThatInstancesWereLaunchedFrom() {
        templateOfFourVersions();
        region.groups.add(group("web")
                .withLaunchTemplate(version("$Latest"))
                .withInstances(
                        instance(1, "InService").withLaunchTemplate(version("1")),
                        instance(2, "InService").withLaunchTemplate(version("1")),
                        instance(3, "Standby").withImageId(Samples.imageId(8)),
                        instance(4, "Terminated").withLaunchTemplate(version("3"))));

        assertThat(images()).containsExactlyInAnyOrder(Samples.imageId(4), Samples.imageId(1), Samples.imageId(8));
    }

    @Test
    void countsTheLaunchConfigurationOfAGroup() {
        region.launchConfigurations.add(configuration("web-1", 7));
        region.groups.add(group("web").withLaunchConfigurationName("web-1"));

        assertThat(source.references(region)).containsExactly(reference(7, "web by web-1"));
    }

    @Test
    void asksForNothingElseWhereThereAreNoGroups() {
        assertThat(source.read(region)).isEqualTo(new SourceReading(List.of(), List.of()));
        assertThat(region.requests).hasSize(2);
    }

    @Test
    void whatIsGoneIsAFinding() {
        templateOfFourVersions();
        LaunchTemplateId gone = LaunchTemplateId.of("lt-00000000000000009");
        region.groups.add(group("a").withLaunchTemplate(version("7")));
        region.groups.add(group("b").withLaunchTemplate(LaunchTemplateSpecification.of(gone, "$Default")));
        region.groups.add(group("c").withLaunchTemplate(LaunchTemplateSpecification.named("nobody", "$Latest")));
        region.groups.add(group("d").withLaunchConfigurationName("web-1"));

        SourceReading reading = source.read(region);

        assertThat(reading.references()).isEmpty();
        assertThat(reading.findings())
                .map(Finding::what)
                .containsExactlyInAnyOrder(
                        "a launches from version 7 of launch template lt-00000000000000001, which does not exist",
                        "b launches from version $Default of launch template lt-00000000000000009, which does not exist",
                        "c launches from version $Latest of launch template nobody, which does not exist",
                        "d launches from launch configuration web-1, which does not exist");
    }

    @Test
    void oneVersionThatIsGoneHidesNoOther() {
        templateOfFourVersions();
        region.groups.add(group("a").withLaunchTemplate(version("7")));
        region.groups.add(group("b").withLaunchTemplate(version("3")));

        assertThat(images()).containsExactly(Samples.imageId(3));
    }

    @Test
    void aTemplateThatTheListDoesNotHoldYetIsAskedFor() {
        templateOfFourVersions();
        region.unlisted.add(TEMPLATE);
        region.groups.add(group("web").withLaunchTemplate(version("$Latest")));

        assertThat(images()).containsExactly(Samples.imageId(4));
    }

    @Test
    void aVersionThatNobodyCanTellLeavesTheSourceUnread() {
        region.templates.add(Samples.template(1, 1, Samples.imageId(1).value()));
        region.groups.add(group("web").withLaunchTemplate(version("$Default")));

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Reading Auto Scaling groups failed for launch template lt-00000000000000001 in eu-west-1:"
                        + " which version '$Default' of it is EC2 does not tell. Name a version by its number in web, or"
                        + " leave the source 'Auto Scaling groups' out.");
    }

    @Test
    void aParameterThatEc2DoesNotResolveLeavesTheSourceUnread() {
        region.templates.add(Samples.template(1, 1, "resolve:ssm:/golden/web"));
        region.groups.add(group("web").withLaunchTemplate(version("1")));

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("its image is 'resolve:ssm:/golden/web'")
                .hasMessageContaining("leave the source 'Auto Scaling groups' out");
    }

    @Test
    void anOverrideThatNamesNoImageIdLeavesTheSourceUnread() {
        region.groups.add(group("web")
                .withMixedInstancesPolicy(new LaunchTemplateConfig(
                        Optional.empty(),
                        List.of(LaunchTemplateOverride.of(LARGE).launching("resolve:ssm:/x")))));

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("its image is 'resolve:ssm:/x'");
    }

    @Test
    void aDeniedQuestionLeavesTheSourceUnread() {
        region.groups.add(group("web").withLaunchTemplate(version("1")));
        region.denied.add("DescribeLaunchTemplateVersions");

        assertThatThrownBy(() -> source.references(region)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void refusesAProviderWithoutThePort() {
        region.hasAutoScaling = false;

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("no port for Auto Scaling");
    }

    @Test
    void findsTheGroupsOfSomeImagesByOneReading() {
        templateOfFourVersions();
        for (int i = 1; i <= 3; i++) {
            region.groups.add(group("web-" + i).withLaunchTemplate(version(Integer.toString(i))));
        }

        assertThat(source.referencesTo(region, Set.of(Samples.imageId(1), Samples.imageId(3))))
                .map(Reference::imageId)
                .containsExactlyInAnyOrder(Samples.imageId(1), Samples.imageId(3));
        assertThat(asked())
                .filteredOn(request -> request.launchTemplateId().isPresent()
                        && request.nextToken().isEmpty())
                .hasSize(1);
    }

    @Test
    void launchConfigurationsCountWhetherOrNotAGroupUsesThem() {
        region.launchConfigurations.add(configuration("web-1", 7));

        assertThat(ReferenceSource.launchConfigurations().references(region))
                .containsExactly(new Reference(Region.EU_WEST_1, Samples.imageId(7), "launch configurations", "web-1"));
    }

    /** The default version is the second, the latest the fourth; each names the image of its number. */
    private void templateOfFourVersions() {
        for (int version = 1; version <= 4; version++) {
            region.templates.add(
                    Samples.template(1, version, Samples.imageId(version).value())
                            .withIsDefaultVersion(version == 2));
        }
    }

    private List<ImageId> images() {
        return source.references(region).stream().map(Reference::imageId).toList();
    }

    private List<DescribeLaunchTemplateVersionsRequest> asked() {
        return region.requests.stream()
                .filter(DescribeLaunchTemplateVersionsRequest.class::isInstance)
                .map(DescribeLaunchTemplateVersionsRequest.class::cast)
                .toList();
    }

    private static Reference reference(int image, String by) {
        return new Reference(Region.EU_WEST_1, Samples.imageId(image), "Auto Scaling groups", by);
    }

    private static LaunchTemplateSpecification version(String version) {
        return LaunchTemplateSpecification.of(TEMPLATE, version);
    }

    private static AutoScalingGroup group(String name) {
        return AutoScalingGroup.builder().name(name).region(Region.EU_WEST_1).build();
    }

    private static AutoScalingInstance instance(int number, String state) {
        return AutoScalingInstance.builder()
                .instanceId(InstanceId.of("i-0000000000000000" + number))
                .lifecycleState(state)
                .healthStatus("Healthy")
                .build();
    }

    private static LaunchConfiguration configuration(String name, int image) {
        return LaunchConfiguration.builder()
                .name(name)
                .region(Region.EU_WEST_1)
                .imageId(Samples.imageId(image))
                .build();
    }
}
