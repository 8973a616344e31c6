package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Accounts;
import dev.amis.Amis;
import dev.amis.cleanup.RetentionPolicy;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.LaunchPermission;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.testing.Images;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several accounts under one policy: what one of them runs, the others keep. */
class AccountsTest {

    private static final AccountId OTHER = AccountId.of("444455556666");
    private static final AccountId STRANGER = AccountId.of("777788889999");

    private final InMemoryAws aws = InMemoryAws.create();
    private final InMemoryAws other = aws.as(OTHER);
    private final List<Image> images =
            Images.editions("web-1.%d.0", 4, aws.clock().instant(), Duration.ofDays(30));
    private final Accounts accounts = Accounts.of(Amis.using(aws), Amis.using(other));
    private final RetentionPolicy policy = Amis.using(aws)
            .cleanup()
            .named("web-*")
            .keepingLatest(1)
            .protectingInUse()
            .deregistering()
            .policy();

    AccountsTest() {
        for (Image image : images) {
            Images.snapshotsOf(image).forEach(snapshot -> aws.seed().snapshot(snapshot));
            aws.seed().image(image);
        }
        Image oldest = images.get(0);
        aws.in(aws.region())
                .imageAttributes()
                .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(
                        oldest.imageId(), Set.of(LaunchPermission.of(OTHER)), Set.of()));
    }

    @Test
    void whatAnotherAccountRunsStays() {
        other.runInstance(InstanceSpec.of(images.get(0).imageId()));

        assertThat(targets(accounts.plan(policy).get(0)))
                .containsExactlyInAnyOrder(
                        images.get(1).imageId().value(), images.get(2).imageId().value());
        assertThat(targets(Amis.using(aws).cleanup(policy).plan()))
                .as("one account alone does not see it")
                .contains(images.get(0).imageId().value());
    }

    @Test
    void whatAnotherAccountLaunchesMeanwhileIsSeenRightBeforeTheChange() {
        List<Plan> plans = accounts.plan(policy);
        other.runInstance(InstanceSpec.of(images.get(0).imageId()));

        ChangeReport report = accounts.apply(plans).get(0);

        assertThat(report.results(Outcome.SKIPPED_STALE))
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.planned().action().target())
                        .isEqualTo(images.get(0).imageId().value()));
        assertThat(report.results(Outcome.DONE)).hasSize(2);
    }

    @Test
    void anAccountThatCannotBeReadKeepsEverything() {
        other.access().deny("DescribeInstances");

        Plan plan = accounts.plan(policy).get(0);

        assertThat(plan.actions()).isEmpty();
        assertThat(plan.unreadSources()).anyMatch(source -> source.source().equals("account " + OTHER));
    }

    @Test
    void eachAccountHasItsPlanAndReport() {
        List<Plan> plans = accounts.plan(policy);

        assertThat(plans).map(Plan::account).containsExactly(aws.account(), OTHER);
        assertThat(accounts.apply(plans)).map(ChangeReport::account).containsExactly(aws.account(), OTHER);
    }

    @Test
    void aPlanOfAStrangerIsRefusedBeforeAnythingIsApplied() {
        Plan strange = Amis.using(aws.as(STRANGER)).cleanup(policy).plan();
        List<Plan> plans = List.of(accounts.plan(policy).get(0), strange);
        aws.calls().clear();

        assertThatThrownBy(() -> accounts.apply(plans))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining(STRANGER.value());
        assertThat(aws.calls().entries()).isEmpty();
    }

    @Test
    void theSameAccountTwiceIsRefused() {
        assertThatThrownBy(() -> Accounts.of(Amis.using(aws), Amis.using(other), Amis.using(aws)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(aws.account().value());
    }

    private static List<String> targets(Plan plan) {
        return plan.actions().stream().map(planned -> planned.action().target()).toList();
    }
}
