package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.QuotaExceededException;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.LaunchTemplatePort;
import org.junit.jupiter.api.Test;

/** How many launch templates and versions an account has at most. */
class LaunchTemplateQuotasTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final LaunchTemplatePort port =
            aws.in(aws.region()).launchTemplates().orElseThrow();
    private final LaunchTemplateData data = LaunchTemplateData.ofImage("ami-00000000000000001");

    @Test
    void aTemplateHasTenThousandVersionsAtMost() {
        LaunchTemplateId id = create("web");
        var version = CreateLaunchTemplateVersionRequest.builder()
                .launchTemplateId(id)
                .launchTemplateData(data)
                .build();
        for (int number = 2; number <= 10_000; number++) {
            port.createLaunchTemplateVersion(version);
        }

        assertThatThrownBy(() -> port.createLaunchTemplateVersion(version))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("MaxTemplateVersionLimitExceeded");
    }

    @Test
    void aRegionHasFiveThousandTemplatesAtMost() {
        for (int number = 1; number <= 5_000; number++) {
            create("web-" + number);
        }

        assertThatThrownBy(() -> create("one-more"))
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("MaxTemplateLimitExceeded");
    }

    private LaunchTemplateId create(String name) {
        return port.createLaunchTemplate(CreateLaunchTemplateRequest.builder()
                        .launchTemplateName(name)
                        .launchTemplateData(data)
                        .build())
                .launchTemplateId();
    }
}
