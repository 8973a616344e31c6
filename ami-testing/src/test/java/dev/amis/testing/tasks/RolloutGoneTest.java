package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.InMemoryAws;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ways back on which something is gone, denied or not told of yet. */
class RolloutGoneTest extends RolloutScene {

    @Test
    void emptyPagesBeforeOthersHideNothing() {
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        aws.faults().emptyPages(true);

        RolloutReport report = amis.apply(fleet.rollout(amis).plan());
        RolloutReport back = amis.rollback(report.orThrow());

        aws.faults().emptyPages(false);
        assertThat(back.status()).as(back.toString()).isEqualTo(Status.ROLLED_BACK);
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void aGroupThatSomebodyDeletedDoesNotBarTheWayBackOfTheOthers() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();

        Amis later = Amis.using(without("web-1"));
        RolloutReport back = later.rollback(report);
        back = later.rollback(back);

        assertThat(images("web-0"))
                .as(back.toString())
                .doesNotContain(young.imageId().value());
    }

    @Test
    void aRegionThatIsDeniedDoesNotBarTheWayBackOfTheOthers() {
        InMemoryAws two = InMemoryAws.create();
        RolloutFleet both = new RolloutFleet(two, List.of(HERE, Region.EU_WEST_1), 6, 2);
        Map<String, RolloutFleet.RegionState> before = both.state();
        RolloutReport report =
                Amis.using(two).apply(both.rollout(Amis.using(two)).plan()).orThrow();
        AmiProvider half = proxy(AmiProvider.class, two, (name, args, answer) -> {
            if (answer instanceof RegionalProvider region && region.region().equals(HERE)) {
                throw new NotFoundException(
                        Failure.of("anything", "Region is down").build());
            }
            return answer;
        });

        RolloutReport back = Amis.using(half).rollback(report);

        assertThat(both.state().get("eu-west-1").groups())
                .as(back.toString())
                .isEqualTo(before.get("eu-west-1").groups());
    }

    @Test
    void aVersionThatIsNotListedYetIsNotForgottenByTheWayBack() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-3").plan();
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        aws.faults().fail("UpdateAutoScalingGroup", 2, "UnauthorizedOperation");
        RolloutReport report = amis.apply(plan);
        assertThat(report.status()).isEqualTo(Status.STOPPED);
        aws.faults().clear();

        AmiProvider late = proxy(
                AmiProvider.class,
                aws,
                (name, args, answer) -> answer instanceof RegionalProvider region
                        ? proxy(
                                RegionalProvider.class,
                                region,
                                (port, none, got) -> port.equals("launchTemplates")
                                        ? Optional.of(proxy(
                                                LaunchTemplatePort.class,
                                                (LaunchTemplatePort) ((Optional<?>) got).orElseThrow(),
                                                (action, asked, said) -> notYet(said)))
                                        : got)
                        : answer);
        RolloutReport back = Amis.using(late).rollback(report);

        assertThat(fleet.state().equals(before) || back.status() == Status.ROLLBACK_INCOMPLETE)
                .as(back + " " + back.groups() + " " + templateState())
                .isTrue();
    }

    @Test
    void aVersionThatSomebodyDeletedDoesNotBarTheWayBack() {
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("web-2").plan()).orThrow();
        here.defaultLaunchTemplateVersion(template(), 2);
        here.launchTemplates().orElseThrow().deleteLaunchTemplateVersions(template(), List.of(1L));

        RolloutReport back = amis.rollback(report);
        back = amis.rollback(back);

        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
        assertThat(word("web-2")).as(back + " " + back.groups()).isEqualTo("$Default");
    }

    @Test
    void aTemplateThatSomebodyDeletedDoesNotBarTheWayBackOfTheOthers() {
        launch("doomed", 1, "web-by-pointer", "1");
        RolloutReport report = amis.apply(
                        amis.rollout(young).toGroups("web-0", "doomed").plan())
                .orThrow();
        LaunchTemplateId gone = here
                .launchTemplates()
                .orElseThrow()
                .describeLaunchTemplates(
                        DescribeLaunchTemplatesRequest.builder().build())
                .items()
                .stream()
                .filter(one -> one.launchTemplateName().equals("web-by-pointer"))
                .findFirst()
                .orElseThrow()
                .launchTemplateId();
        here.launchTemplates().orElseThrow().deleteLaunchTemplate(gone);

        RolloutReport back = amis.rollback(report);

        assertThat(images("web-0"))
                .as(back.toString())
                .doesNotContain(young.imageId().value());
    }

    /** The account, in which a group was deleted by somebody. */
    private AmiProvider without(String group) {
        return proxy(
                AmiProvider.class,
                aws,
                (name, args, answer) -> answer instanceof RegionalProvider region
                        ? proxy(
                                RegionalProvider.class,
                                region,
                                (port, none, got) -> port.equals("autoScaling")
                                        ? Optional.of(proxy(
                                                AutoScalingPort.class,
                                                (AutoScalingPort) ((Optional<?>) got).orElseThrow(),
                                                (action, asked, said) -> hide(group, said)))
                                        : got)
                        : answer);
    }

    private static Object hide(String group, Object said) {
        if (said instanceof Page<?> page
                && !page.items().isEmpty()
                && page.items().get(0) instanceof AutoScalingGroup) {
            List<AutoScalingGroup> left = page.items().stream()
                    .map(AutoScalingGroup.class::cast)
                    .filter(one -> !one.name().equals(group))
                    .toList();
            return new Page<>(left, page.nextToken());
        }
        return said;
    }

    private interface After {
        Object then(String name, Object[] args, Object answer);
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return after.then(method.getName(), args, method.invoke(real, args));
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }

    private static Object notYet(Object said) {
        if (said instanceof Page<?> page
                && page.items().size() > 1
                && page.items().get(0) instanceof LaunchTemplateVersion) {
            return new Page<>(
                    page.items().stream()
                            .map(LaunchTemplateVersion.class::cast)
                            .filter(one -> one.versionNumber() < 3)
                            .toList(),
                    page.nextToken());
        }
        return said;
    }
}
