package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextNameTest {

    private static final NamingScheme WEB = NamingScheme.parse("WebApp-v{version}-{date:yyyyMMdd}");
    private static final NamingScheme BUILDS = NamingScheme.parse("{app}-{version}-b{build}");

    @Test
    void theNextMinorVersionLeavesTheDateOpen() {
        OpenName next = WEB.next("WebApp-v1.2.3-20240101").minor();

        assertThat(next).hasToString("WebApp-v1.3.0-{date:yyyyMMdd}");
        assertThat(next.on(LocalDate.of(2026, 11, 23)).render()).hasToString("WebApp-v1.3.0-20261123");
    }

    @Test
    void theNextMajorVersionIsCounted() {
        assertThat(WEB.next("WebApp-v1.2.3-20240101").major().values()).isEqualTo(Map.of("version", "2.0.0"));
    }

    @Test
    void theNextPatchVersionIsCounted() {
        assertThat(WEB.next("WebApp-v1.2.3-20240101").patch().values()).isEqualTo(Map.of("version", "1.2.4"));
    }

    @Test
    void otherPartsAreKept() {
        assertThat(NamingScheme.parse("{app}-v{version}-{environment}")
                        .next("Database-MySQL-v2.1-production")
                        .minor()
                        .render())
                .hasToString("Database-MySQL-v2.2-production");
    }

    @Test
    void aPartThatWasLeftOutStaysLeftOut() {
        assertThat(NamingScheme.parse("Base-{runtime?}-v{version}")
                        .next("Base-v1")
                        .major()
                        .render())
                .hasToString("Base-v2");
    }

    @Test
    void buildNumbersStartAgainWithANewVersion() {
        assertThat(BUILDS.next("web-1.2.3-b17").patch().render()).hasToString("web-1.2.4-b1");
    }

    @Test
    void aGivenVersionIsTakenIfItComesAfterThePreviousOne() {
        assertThat(BUILDS.next("web-1.2.3-b17")
                        .version(ImageVersion.parse("2.0.0-rc.1"))
                        .render())
                .hasToString("web-2.0.0-rc.1-b1");
    }

    @Test
    void aGivenVersionThatDoesNotComeAfterThePreviousOneIsRefused() {
        NextName next = WEB.next("WebApp-v1.2.3-20240101");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.version(ImageVersion.parse("1.2.3-rc.1")))
                .withMessage("Version is 1.2.3-rc.1, but must come after 1.2.3 of 'WebApp-v1.2.3-20240101'");
        assertThatIllegalArgumentException().isThrownBy(() -> next.version(ImageVersion.parse("1.2.3")));
    }

    @Test
    void rebuildingKeepsTheVersionAndOpensTheDate() {
        assertThat(WEB.next("WebApp-v1.2.3-20240101").rebuild()).hasToString("WebApp-v1.2.3-{date:yyyyMMdd}");
    }

    @Test
    void rebuildingCountsUpTheBuildNumber() {
        assertThat(BUILDS.next("web-1.2.3-b17").rebuild().render()).hasToString("web-1.2.3-b18");
    }

    @Test
    void rebuildingUnderTheSameNameIsRefused() {
        NamingScheme scheme = NamingScheme.parse("web-{version}-{build?}");

        assertThatIllegalStateException()
                .isThrownBy(() -> scheme.next("web-1.2.3").rebuild())
                .withMessage("Name 'web-1.2.3' has neither a date nor a build number in the scheme"
                        + " 'web-{version}-{build?}', so building the same version again would need the same name");
    }

    @Test
    void aNameWithoutVersionHasNoNextOne() {
        NextName next = NamingScheme.parse("web-{date}").next("web-20240101");
        String message = "Name 'web-20240101' has no version in the scheme 'web-{date}'";

        assertThatIllegalStateException().isThrownBy(next::major).withMessage(message);
        assertThatIllegalStateException().isThrownBy(next::minor).withMessage(message);
        assertThatIllegalStateException().isThrownBy(next::patch).withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> next.version(ImageVersion.parse("1")))
                .withMessage(message);
        assertThat(next.rebuild()).hasToString("web-{date}");
    }

    @Test
    void aNameThatDoesNotFitHasNoNextOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEB.next("WebApp-1"))
                .withMessageStartingWith("Name 'WebApp-1' does not fit the scheme");
    }

    @Test
    void theNextNameFollowsAnImage() {
        assertThat(WEB.next(image().name("WebApp-v1.2.3-20240101").build()).minor())
                .hasToString("WebApp-v1.3.0-{date:yyyyMMdd}");
    }

    @Test
    void nothingFollowsAnImageWithoutName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEB.next(image().build()))
                .withMessage("Image ami-0123456789abcdef0 has no name, so no name can follow it");
    }

    private static Image.Builder image() {
        return Image.builder()
                .imageId(ImageId.of("ami-0123456789abcdef0"))
                .region(Region.EU_WEST_1)
                .stateText("available")
                .ownerId(AccountId.of("123456789012"))
                .architecture(Architecture.ARM64);
    }
}
