package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.AccessDeniedException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeprecatingTest {

    private final Account account = Account.withOneImage();
    private final Instant now = account.aws().clock().instant();

    @Test
    void anImageIsDeprecatedAtADate() {
        account.amis()
                .deprecate(account.id())
                .at(now.plus(90, ChronoUnit.DAYS))
                .apply()
                .orThrow();
        assertThat(account.now().deprecationTime()).contains(now.plus(90, ChronoUnit.DAYS));
    }

    @Test
    void anImageIsDeprecatedAfterAWhile() {
        account.amis()
                .deprecate(account.image())
                .in(Duration.ofDays(90))
                .apply()
                .orThrow();
        assertThat(account.now().deprecationTime()).contains(now.plus(90, ChronoUnit.DAYS));
    }

    @Test
    void begunMinutesCountAsFull() {
        account.amis()
                .deprecate(account.id())
                .in(Duration.ofSeconds(61))
                .apply()
                .orThrow();
        assertThat(account.now().deprecationTime()).contains(now.plusSeconds(120));
    }

    @Test
    void itCanBeDeprecatedAtOnce() {
        account.aws().time().advance(Duration.ofSeconds(20));
        account.amis().deprecate(account.id()).in(Duration.ZERO).apply().orThrow();
        account.aws().time().advance(Duration.ofMinutes(1));
        assertThat(account.now().isDeprecatedAt(account.aws().clock().instant()))
                .isTrue();
    }

    @Test
    void theSameDateAgainIsNothingToDo() {
        account.amis().deprecate(account.id()).in(Duration.ofDays(90)).apply();
        assertThat(account.amis()
                        .deprecate(account.id())
                        .in(Duration.ofDays(90))
                        .plan()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void planningChangesNothing() {
        Plan plan =
                account.amis().deprecate(account.id()).in(Duration.ofDays(90)).plan();
        assertThat(plan.actions()).hasSize(1);
        assertThat(account.changes()).isEmpty();
    }

    @Test
    void aDateInThePastIsRefusedBeforeAnyCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis().deprecate(account.id()).at(now.minusSeconds(61)))
                .withMessageContaining("deprecateAt is ")
                .withMessageContaining("but must not be before now");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis().deprecate(account.id()).in(Duration.ofSeconds(-1)))
                .withMessage("delay is PT-1S, but must not be negative");
        assertThat(account.aws().calls().count()).isZero();
    }

    @Test
    void aDateBeyondTenYearsIsRefusedBeforeAnyCall() {
        account.amis().deprecate(account.id()).at(Instant.parse("2036-01-05T08:00:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis().deprecate(account.id()).in(Duration.ofDays(3_654)))
                .withMessageContaining("must be within 10 years, until 2036-01-05T12:");
        assertThat(account.aws().calls().count()).isZero();
    }

    @Test
    void aPublicImageMustBeDeprecatedWithinTwoYears() {
        publish();
        assertThatThrownBy(() -> account.amis()
                        .deprecate(account.id())
                        .in(Duration.ofDays(740))
                        .plan())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the image is public, so it must be deprecated within 2 years");
        account.amis().deprecate(account.id()).in(Duration.ofDays(700)).apply().orThrow();
    }

    @Test
    void aPublicImageKeepsADate() {
        publish();
        assertThatThrownBy(() -> account.amis().undeprecate(account.id()).plan())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("public images always have a deprecation date");
    }

    @Test
    void aDeprecationIsCancelled() {
        account.amis().deprecate(account.id()).in(Duration.ofDays(90)).apply();
        account.amis().undeprecate(account.image()).apply().orThrow();
        assertThat(account.now().deprecationTime()).isEmpty();
        assertThat(account.amis().undeprecate(account.id()).plan().isEmpty()).isTrue();
    }

    @Test
    void undoingPutsTheDateBeforeBack() {
        account.amis().deprecate(account.id()).in(Duration.ofDays(30)).apply();
        ChangeReport report =
                account.amis().deprecate(account.id()).in(Duration.ofDays(90)).apply();
        account.amis().undo(report).orThrow();
        assertThat(account.now().deprecationTime()).contains(now.plus(30, ChronoUnit.DAYS));
    }

    @Test
    void whetherADateCanComeBackIsSaidBefore() {
        account.amis().deprecate(account.id()).in(Duration.ofDays(1)).apply();
        account.aws().time().advance(Duration.ofDays(2));
        Plan plan = account.amis().undeprecate(account.id()).plan();
        assertThat(plan.describe())
                .contains("cannot be undone: the date before, ")
                .contains("has passed");
    }

    @Test
    void anImageInAnotherRegionIsDeprecatedThere() {
        account.amis()
                .in(Region.AP_SOUTHEAST_2)
                .deprecate(account.image())
                .in(Duration.ofDays(1))
                .apply()
                .orThrow();
        assertThat(account.now().deprecationTime()).isPresent();
    }

    @Test
    void anImageThatIsNotThereIsSaidToBeMissing() {
        ImageId unknown = ImageId.of("ami-0123456789abcdef0");
        assertThatThrownBy(() ->
                        account.amis().deprecate(unknown).in(Duration.ofDays(1)).plan())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no such image, or it is not visible")
                .hasMessageContaining("images are Regional");
    }

    @Test
    void anImageOfSomebodyElseIsRefused() {
        var friends = Amis.using(account.aws().as(Account.FRIEND));
        assertThatThrownBy(() ->
                        friends.deprecate(account.id()).in(Duration.ofDays(1)).plan())
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("only its owner may change it");
    }

    @Test
    void wheneverTheProcessDiesItIsDeprecatedOnce() {
        int calls = Crashes.atEveryCall(
                Account::withOneImage,
                (amis, scene) -> amis.deprecate(scene.id())
                        .in(Duration.ofDays(90))
                        .apply()
                        .orThrow(),
                scene -> {
                    assertThat(scene.now().deprecationTime()).isPresent();
                    assertThat(scene.changes().size()).isLessThanOrEqualTo(2);
                });
        assertThat(calls).isEqualTo(3);
    }

    private void publish() {
        account.region().blockPublicAccess().orElseThrow().unblock();
        account.amis().makePublic(account.id()).apply().orThrow();
        assertThat(account.permissions())
                .isEqualTo(Set.of(LaunchPermission.of(Account.FRIEND), LaunchPermission.EVERYONE));
    }
}
