package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.time.WaitPolicy;
import dev.amis.usage.ImageUsage;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.UseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images that another account uses, and what EC2 itself tells of who uses them. */
class UseElsewhereTest {

    private static final AccountId FRIEND = AccountId.of("444455556666");

    private final InMemoryAws aws = InMemoryAws.create();
    private final InMemoryAws friend = aws.as(FRIEND);
    private final InMemoryRegion home = aws.in(aws.region());
    private final Image old = image("web-1.0.0");
    private final Image latest = image("web-1.1.0");

    @Test
    void anotherAccountIsAskedByARoleOfItsOwn() {
        lend(old);
        friend.runInstance(old.imageId());
        Amis amis = with(ReferenceSource.inAccount(FRIEND, friend));

        assertThat(amis.usage().read().of(old).references())
                .extracting(Reference::source)
                .containsExactly("account 444455556666");
        assertThat(amis.usage().read().of(latest).status()).isEqualTo(UseStatus.UNUSED);
        assertThat(plan(amis).isEmpty()).isTrue();
    }

    @Test
    void anAccountThatDoesNotTellMayUseAnything() {
        friend.access().deny("ec2:DescribeInstances");

        assertThat(plan(with(ReferenceSource.inAccount(FRIEND, friend))).isEmpty())
                .isTrue();
    }

    @Test
    void reportsTellOfAccountsWithoutARole() {
        lend(old);
        friend.runInstance(old.imageId());
        friend.in(aws.region()).putLaunchTemplateVersion("web", old.imageId().value());
        Instant before = aws.clock().instant();

        List<ImageUsage> usages = with(reports()).usage().readOf(List.of(old, latest));

        assertThat(usages.get(0).references())
                .extracting(Reference::by)
                .containsExactly(
                        "1 of ec2:Instance in account 444455556666", "1 of ec2:LaunchTemplate in account 444455556666");
        assertThat(usages.get(1).status()).isEqualTo(UseStatus.UNUSED);
        assertThat(aws.clock().instant()).isAfter(before.plus(Duration.ofMinutes(1)));
        assertThat(aws.calls().count("DeleteImageUsageReport")).isEqualTo(2);
    }

    @Test
    void whatAReportTellsKeepsAnImageFromBeingRemoved() {
        lend(old);
        friend.runInstance(old.imageId());
        Amis amis = with(reports());
        Plan plan = plan(amis);
        assertThat(plan.actions()).hasSize(1);

        assertThat(amis.apply(plan).results())
                .extracting(result -> result.outcome())
                .containsExactly(Outcome.SKIPPED_STALE);
    }

    @Test
    void ec2sOwnAnswerFindsOlderVersionsOfTemplates() {
        home.putLaunchTemplateVersion("web", "ami-00000000000000001");
        home.putLaunchTemplateVersion("web", old.imageId().value());
        home.putLaunchTemplateVersion("web", "ami-00000000000000001");
        Amis amis = with(ReferenceSource.imageReferences(10));

        assertThat(amis.usage().read().of(old).status()).isEqualTo(UseStatus.UNUSED);
        assertThat(amis.usage().readOf(List.of(old)))
                .extracting(ImageUsage::status)
                .containsExactly(UseStatus.USED);
        assertThat(amis.apply(plan(amis)).results())
                .extracting(result -> result.outcome())
                .containsExactly(Outcome.SKIPPED_STALE);
    }

    @Test
    void ec2sOwnAnswerNeedsEveryPermission() {
        Amis amis = with(ReferenceSource.imageReferences(10));
        aws.access().deny("ssm:GetParameters");

        assertThat(amis.usage().readOf(List.of(latest)))
                .extracting(ImageUsage::status)
                .containsExactly(UseStatus.UNKNOWN);
    }

    private ReferenceSource reports() {
        return ReferenceSource.usageReports(aws.clock(), aws.sleeper(), WaitPolicy.DEFAULT);
    }

    private Amis with(ReferenceSource source) {
        return Amis.builder(aws).referenceSource(source).build();
    }

    private static Plan plan(Amis amis) {
        return amis.cleanup().named("web-*").keepingLatest(1).protectingInUse().plan();
    }

    private void lend(Image image) {
        Amis.using(aws).share(image).with(FRIEND).apply();
    }

    private Image image(String name) {
        Image image = Amis.using(aws)
                .create(name)
                .fromInstance(aws.runInstance(home.baseImage(Architecture.X86_64)))
                .start()
                .await();
        aws.time().advance(Duration.ofDays(1));
        return image;
    }
}
