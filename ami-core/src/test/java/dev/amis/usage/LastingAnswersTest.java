package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.RegionalProvider;
import org.junit.jupiter.api.Test;

/** What is asked once, and what must be asked anew. */
class LastingAnswersTest {

    private static final DescribeLaunchTemplateVersionsRequest LATEST = DescribeLaunchTemplateVersionsRequest.builder()
            .addVersion("$Latest")
            .build();

    private final StubRegion region = StubAccount.create().here();

    @Test
    void oneReadingAsksTheSameOnce() {
        assertThat(asked(ReadOnce.in(region), LATEST)).isEqualTo(1);
    }

    @Test
    void manyReadingsAskAnewForWhatMayChange() {
        assertThat(asked(ReadOnce.lasting(region), LATEST)).isEqualTo(2);
    }

    @Test
    void versionsByNumberOfATemplateByIdNeverChange() {
        region.templates.add(Samples.template(1, 1, "ami-00000000000000001"));

        assertThat(asked(
                        ReadOnce.lasting(region),
                        DescribeLaunchTemplateVersionsRequest.builder()
                                .launchTemplateId(Samples.template(1, 1, "none").launchTemplateId())
                                .addVersion("1")
                                .build()))
                .isEqualTo(1);
    }

    @Test
    void aNameMayComeToBeThatOfAnotherTemplate() {
        region.templates.add(Samples.template(1, 1, "ami-00000000000000001"));

        assertThat(asked(
                        ReadOnce.lasting(region),
                        DescribeLaunchTemplateVersionsRequest.builder()
                                .launchTemplateName("template-1")
                                .addVersion("1")
                                .build()))
                .isEqualTo(2);
    }

    /** How often a question reaches the Region that is put twice. */
    private int asked(RegionalProvider once, DescribeLaunchTemplateVersionsRequest question) {
        for (int time = 0; time < 2; time++) {
            once.launchTemplates().orElseThrow().describeLaunchTemplateVersions(question);
        }
        return region.requests.size();
    }
}
