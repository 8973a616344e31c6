package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateVersionsTest {

    private final StubRegion region = StubAccount.create().here();

    @Test
    void byDefaultDefaultAndLatestCount() {
        templateOfFiveVersions();

        assertThat(numbers(TemplateVersions.defaultAndLatest())).containsExactlyInAnyOrder(2, 5);
        assertThat(numbers(TemplateVersions.latest(1))).containsExactlyInAnyOrder(2, 5);
    }

    @Test
    void theLatestOnesCountWithTheDefault() {
        templateOfFiveVersions();

        assertThat(numbers(TemplateVersions.latest(2))).containsExactlyInAnyOrder(2, 4, 5);
        assertThat(numbers(TemplateVersions.latest(4))).containsExactlyInAnyOrder(2, 3, 4, 5);
    }

    @Test
    void allCount() {
        templateOfFiveVersions();

        assertThat(numbers(TemplateVersions.all())).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void templatesOfTwoVersionsAreNotAskedForByThemselves() {
        region.templates.add(Samples.template(1, 1, Samples.imageId(1).value()).withIsDefaultVersion(true));
        region.templates.add(Samples.template(1, 2, Samples.imageId(2).value()));

        assertThat(numbers(TemplateVersions.all())).containsExactlyInAnyOrder(1, 2);
        assertThat(region.requests)
                .allMatch(request -> request instanceof DescribeLaunchTemplateVersionsRequest question
                        && question.launchTemplateId().isEmpty());
    }

    @Test
    void anOldVersionIsFoundRightBeforeAChange() {
        templateOfFiveVersions();

        assertThat(ReferenceSource.launchTemplates(TemplateVersions.all())
                        .referencesTo(region, Set.of(Samples.imageId(1))))
                .map(Reference::by)
                .containsExactly("lt-00000000000000001 (template-1) version 1");
    }

    @Test
    void refusesToCountNone() {
        assertThatThrownBy(() -> TemplateVersions.latest(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count is 0, but must be at least 1");
    }

    @Test
    void printsInWords() {
        assertThat(TemplateVersions.defaultAndLatest()).hasToString("default and latest version");
        assertThat(TemplateVersions.latest(3)).hasToString("default and latest 3 versions");
        assertThat(TemplateVersions.all()).hasToString("all versions");
    }

    /** The default version is the second; each names the image of its number. */
    private void templateOfFiveVersions() {
        for (int version = 1; version <= 5; version++) {
            region.templates.add(
                    Samples.template(1, version, Samples.imageId(version).value())
                            .withIsDefaultVersion(version == 2));
        }
    }

    private List<Integer> numbers(TemplateVersions versions) {
        return ReferenceSource.launchTemplates(versions).references(region).stream()
                .map(reference -> reference.imageId().value())
                .map(id -> Integer.parseInt(id.substring(id.length() - 4), 16))
                .toList();
    }
}
