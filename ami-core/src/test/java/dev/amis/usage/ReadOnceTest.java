package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.RegionalProvider;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadOnceTest {

    private static final LaunchTemplateId TEMPLATE = LaunchTemplateId.of("lt-00000000000000001");

    private final StubRegion region = StubAccount.create().here();
    private final ReferenceSource groups = ReferenceSource.autoScalingGroups();

    @BeforeEach
    void aGroupOfAnOldVersion() {
        for (int version = 1; version <= 3; version++) {
            region.templates.add(
                    Samples.template(1, version, Samples.imageId(version).value())
                            .withIsDefaultVersion(version == 1));
        }
        region.groups.add(AutoScalingGroup.builder()
                .name("web")
                .region(Region.EU_WEST_1)
                .launchTemplate(LaunchTemplateSpecification.of(TEMPLATE, "2"))
                .build());
    }

    @Test
    void whatTwoSourcesAskAlikeIsAskedOnce() {
        RegionalProvider once = ReadOnce.in(region);
        ReferenceSource.launchTemplates().references(once);
        long before = listings();

        groups.references(once);

        assertThat(listings()).isEqualTo(before);
    }

    @Test
    void anotherReadingAsksAgain() {
        groups.references(ReadOnce.in(region));
        long before = region.requests.size();

        groups.references(ReadOnce.in(region));

        assertThat(region.requests).hasSize((int) (2 * before));
    }

    @Test
    void aQuestionThatFailedIsAskedAgain() {
        RegionalProvider once = ReadOnce.in(region);
        region.denied.add("DescribeLaunchTemplateVersions");
        assertThat(catchThrowable(() -> groups.references(once))).isNotNull();
        region.denied.clear();

        assertThat(groups.references(once)).map(Reference::imageId).containsExactly(Samples.imageId(2));
    }

    @Test
    void inManyReadingsOnlyWhatNeverChangesIsAskedOnce() {
        RegionalProvider often = ReferenceSources.askedOften(region);
        groups.referencesTo(ReadOnce.in(often), Set.of(Samples.imageId(2)));
        long numbered = numbered();
        long listings = listings();

        assertThat(groups.referencesTo(ReadOnce.in(often), Set.of(Samples.imageId(2))))
                .hasSize(1);
        assertThat(numbered()).isEqualTo(numbered);
        assertThat(listings()).isEqualTo(2 * listings);
    }

    @Test
    void aGroupThatWasMadeMeanwhileIsSeen() {
        RegionalProvider often = ReferenceSources.askedOften(region);
        groups.references(ReadOnce.in(often));
        region.groups.set(
                0, region.groups.get(0).withLaunchTemplate(LaunchTemplateSpecification.of(TEMPLATE, "$Latest")));

        assertThat(groups.references(ReadOnce.in(often)))
                .map(Reference::imageId)
                .containsExactly(Samples.imageId(3));
    }

    private long listings() {
        return versions()
                .filter(request -> request.launchTemplateId().isEmpty())
                .count();
    }

    private long numbered() {
        return versions()
                .filter(request -> request.launchTemplateId().isPresent())
                .count();
    }

    private Stream<DescribeLaunchTemplateVersionsRequest> versions() {
        return region.requests.stream()
                .filter(DescribeLaunchTemplateVersionsRequest.class::isInstance)
                .map(DescribeLaunchTemplateVersionsRequest.class::cast);
    }
}
