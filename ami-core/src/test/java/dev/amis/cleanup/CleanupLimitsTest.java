package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Region;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CleanupLimitsTest {

    private final StubAccount account = StubAccount.create();
    private final Cleanup all = Amis.using(account).cleanup().named("{app}-v{version}");

    /** Four images of one family and three of another. */
    @BeforeEach
    void sevenImages() {
        for (int i = 1; i <= 4; i++) {
            account.here().images.add(Samples.image(i, "web-v1." + (9 - i)));
        }
        for (int i = 5; i <= 7; i++) {
            account.here().images.add(Samples.image(i, "api-v1." + (9 - i)));
        }
    }

    @Test
    void allowsAsManyChangesAsTheLimit() {
        assertThat(all.keepingLatest(1).atMost(5).plan().actions()).hasSize(5);
    }

    @Test
    void refusesMoreChangesThanTheLimit() {
        assertThatThrownBy(all.keepingLatest(1).atMost(4)::plan)
                .isInstanceOf(ConflictException.class)
                .hasMessage("Planning the cleanup failed: it would deregister 5 images, but at most 4 are allowed. Keep"
                        + " more, or raise the limit with atMost(5).");
    }

    @Test
    void countsTheChangesOfAllRegionsTogether() {
        account.at(Region.US_EAST_1).images.add(Samples.image(8, "web-v1.1").withRegion(Region.US_EAST_1));
        account.at(Region.US_EAST_1).images.add(Samples.image(9, "web-v1.0").withRegion(Region.US_EAST_1));

        assertThatThrownBy(all.in(Region.EU_WEST_1, Region.US_EAST_1)
                        .keepingLatest(1)
                        .atMost(5)::plan)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it would deregister 6 images");
    }

    @Test
    void allowsAsMuchOfAFamilyAsTheLimit() {
        assertThat(all.keepingLatest(2).atMostPercent(50).plan().actions()).hasSize(3);
    }

    @Test
    void refusesMoreOfAFamilyThanTheLimit() {
        assertThatThrownBy(all.keepingLatest(2).disabling().atMostPercent(49)::plan)
                .isInstanceOf(ConflictException.class)
                .hasMessage(
                        "Planning the cleanup failed for web-v* in eu-west-1: it would disable 2 of the 4 images of the"
                                + " family, 50 percent, but at most 49 percent are allowed. Keep more, or raise the limit with"
                                + " atMostPercent(50).");
    }

    @Test
    void tellsOfTheWorstFamilyAboveTheLimitAndHowManyThereAre() {
        assertThatThrownBy(all.keepingLatest(1).atMostPercent(10)::plan)
                .hasMessage(
                        "Planning the cleanup failed for web-v* in eu-west-1: it would deregister 3 of the 4 images of"
                                + " the family, 75 percent, but at most 10 percent are allowed; it is the worst of 2 families above"
                                + " the limit. Keep more, or raise the limit with atMostPercent(75).");
    }

    @Test
    void ofFamiliesThatAreEquallyBadTheFirstIsTold() {
        account.here().images.remove(3);

        assertThatThrownBy(all.keepingLatest(1).atMostPercent(10)::plan)
                .hasMessageStartingWith("Planning the cleanup failed for api-v* in eu-west-1");
    }

    @Test
    void theLimitThatIsNamedSuffices() {
        assertThat(all.keepingLatest(1).atMostPercent(75).plan().actions()).hasSize(5);
    }

    @Test
    void aFamilyOfWhichAllMayBeChangedIsNoViolation() {
        account.here().images.replaceAll(image -> image.withStateText("disabled"));

        assertThat(all.keepingLatest(1).includingDisabled().plan().actions()).hasSize(7);
    }
}
