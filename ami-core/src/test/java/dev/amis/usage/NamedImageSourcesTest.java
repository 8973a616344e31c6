package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.ProviderException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.DescribeImageReferencesRequest;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sources that tell of named images only, and those of other accounts. */
class NamedImageSourcesTest {

    private static final AccountId OTHER = AccountId.of("444455556666");
    private static final ImageId IMAGE = Samples.imageId(1);

    private final StubAccount account = StubAccount.create();
    private final StubRegion region = account.here();
    private final MovingClock clock = new MovingClock();
    private final ReferenceSource ownAnswer = ReferenceSource.imageReferences(20);
    private final ReferenceSource reports =
            ReferenceSource.usageReports(clock, clock::pass, WaitPolicy.DEFAULT.within(Duration.ofMinutes(30)));

    private static final class MovingClock extends Clock {
        private Instant now = StubAccount.NOW;

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void wholeAccountsAreNotAskedAbout() {
        assertThat(ownAnswer.references(region)).isEmpty();
        assertThat(reports.references(region)).isEmpty();
        assertThat(region.requests).isEmpty();
    }

    @Test
    void ownAnswerTellsWhoRefers() {
        region.ownAnswer.add(new ImageReference(IMAGE, "ec2:Instance", "arn:aws:ec2:eu-west-1:1:instance/i-1"));

        assertThat(ownAnswer.referencesTo(region, Set.of(IMAGE)))
                .containsExactly(new Reference(
                        Region.EU_WEST_1, IMAGE, "image references", "arn:aws:ec2:eu-west-1:1:instance/i-1"));
    }

    @Test
    void tenImagesAreAskedAboutAtOnce() {
        Set<ImageId> images =
                IntStream.rangeClosed(1, 25).mapToObj(Samples::imageId).collect(Collectors.toSet());
        images.forEach(image -> region.ownAnswer.add(new ImageReference(image, "ec2:Instance", "arn:" + image)));

        assertThat(ownAnswer.referencesTo(region, images)).hasSize(25);
        assertThat(region.requests)
                .filteredOn(request ->
                        ((DescribeImageReferencesRequest) request).nextToken().isEmpty())
                .hasSize(3);
    }

    @Test
    void terminatedInstancesDoNotCount() {
        ownAnswer.referencesTo(region, Set.of(IMAGE));

        DescribeImageReferencesRequest asked = (DescribeImageReferencesRequest) region.requests.get(0);
        assertThat(asked.includeAllResourceTypes()).isTrue();
        assertThat(asked.resourceTypes().get(0).options().get("state-name"))
                .contains("running", "stopped")
                .doesNotContain("terminated");
        assertThat(asked.resourceTypes().get(1).options()).containsEntry("version-depth", List.of("20"));
    }

    @Test
    void depthThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ReferenceSource.imageReferences(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version-depth is 0, but must be from 1 to 10000");
    }

    @Test
    void reportTellsOfOtherAccounts() {
        region.reports.entries.add(new ImageUsageReportEntry(IMAGE, OTHER, "ec2:Instance", 3));
        region.reports.entries.add(new ImageUsageReportEntry(IMAGE, OTHER, "ec2:LaunchTemplate", 0));

        assertThat(reports.referencesTo(region, Set.of(IMAGE)))
                .containsExactly(new Reference(
                        Region.EU_WEST_1, IMAGE, "usage reports", "3 of ec2:Instance in account 444455556666"));
        assertThat(region.reports.left()).isEmpty();
    }

    @Test
    void reportIsWaitedForWithLongerAndLongerPauses() {
        region.reports.looks = 4;

        reports.referencesTo(region, Set.of(IMAGE));

        assertThat(Duration.between(StubAccount.NOW, clock.instant())).isEqualTo(Duration.ofMillis(16_250));
    }

    @Test
    void reportThatDoesNotComeMakesTheSourceUnread() {
        region.reports.looks = Integer.MAX_VALUE;

        assertThatThrownBy(() -> reports.referencesTo(region, Set.of(IMAGE))).isInstanceOf(WaitTimeoutException.class);
        assertThat(region.reports.left()).isEmpty();
    }

    @Test
    void reportThatFailsMakesTheSourceUnread() {
        region.reports.end = "error";

        assertThatThrownBy(() -> reports.referencesTo(region, Set.of(IMAGE)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("error: it is so");
        assertThat(region.reports.left()).isEmpty();
    }

    @Test
    void reportThatCannotBeDeletedDoesNoHarm() {
        region.denied.add("DeleteImageUsageReport");
        region.reports.entries.add(new ImageUsageReportEntry(IMAGE, OTHER, "ec2:Instance", 3));

        assertThat(reports.referencesTo(region, Set.of(IMAGE))).hasSize(1);
        assertThat(region.reports.left())
                .extracting(CreateImageUsageReportRequest::imageId)
                .containsExactly(IMAGE);
    }

    @Test
    void interruptEndsTheWait() {
        Sleeper interrupted = duration -> {
            throw new InterruptedException();
        };
        ReferenceSource waiting = ReferenceSource.usageReports(clock, interrupted, WaitPolicy.DEFAULT);

        assertThatThrownBy(() -> waiting.referencesTo(region, Set.of(IMAGE)))
                .isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void otherAccountTellsWhatItUses() {
        region.instances.add(Samples.instance(1, IMAGE, "running"));
        ReferenceSource there = ReferenceSource.inAccount(StubAccount.ACCOUNT, account);

        assertThat(there.references(StubAccount.create().here()))
                .containsExactly(new Reference(
                        Region.EU_WEST_1, IMAGE, "account 123456789012", "instances i-00000000000000001 (running)"));
        assertThat(there.referencesTo(StubAccount.create().here(), Set.of(IMAGE)))
                .hasSize(1);
        assertThat(there.crossesRegions()).isTrue();
    }

    @Test
    void roleOfTheWrongAccountTellsNothing() {
        ReferenceSource there = ReferenceSource.inAccount(OTHER, account);

        assertThatThrownBy(() -> there.references(region))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("123456789012");
        assertThat(region.requests).isEmpty();
    }

    @Test
    void askingNothingElsewhereIsRefused() {
        assertThatThrownBy(() -> ReferenceSource.inAccount(OTHER, account, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sources is empty, but must name at least one source to ask in 444455556666");
    }
}
