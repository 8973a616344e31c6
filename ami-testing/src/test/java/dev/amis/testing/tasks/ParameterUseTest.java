package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ParameterName;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.plan.Verdict;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.PutParameterRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.UseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Images that launch templates name by a parameter. */
class ParameterUseTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final InMemoryRegion home = aws.in(aws.region());
    private final Amis amis = Amis.using(aws);
    private final Image old = image("web-1.0.0");
    private final Image latest = image("web-1.1.0");

    @Test
    void theImageBehindTheParameterIsUsedAndNoOther() {
        home.imageParameter("/golden/web", old.imageId());
        home.putLaunchTemplateVersion("web", "resolve:ssm:/golden/web");

        assertThat(amis.usage().read().of(old).status()).isEqualTo(UseStatus.USED);
        assertThat(amis.usage().read().of(latest).status()).isEqualTo(UseStatus.UNUSED);
        assertThat(plan().decisions())
                .extracting(decision -> decision.verdict())
                .containsOnly(Verdict.KEEP);
    }

    @Test
    void aParameterThatIsTurnedAfterThePlanKeepsTheImage() {
        home.imageParameter("/golden/web", latest.imageId());
        home.putLaunchTemplateVersion("web", "resolve:ssm:/golden/web");
        Plan plan = plan();
        assertThat(plan.actions()).hasSize(1);

        home.imageParameter("/golden/web", old.imageId());
        assertThat(amis.apply(plan).results())
                .extracting(result -> result.outcome())
                .containsExactly(Outcome.SKIPPED_STALE);
        assertThat(amis.find().ownedBySelf().count()).isEqualTo(2);
    }

    @Test
    void aParameterThatIsNotThereMayMeanAnyImage() {
        home.putLaunchTemplateVersion("web", "resolve:ssm:/golden/web");

        assertThat(amis.usage().read().of(old).status()).isEqualTo(UseStatus.UNKNOWN);
        assertThat(plan().isEmpty()).isTrue();
    }

    @Test
    void aTemplateMayNameAVersionOrALabel() {
        home.imageParameter("/golden/web", old.imageId()).imageParameter("/golden/web", latest.imageId());
        home.putLaunchTemplateVersion("by-version", "resolve:ssm:/golden/web:1");

        assertThat(amis.usage().read().of(old).references())
                .extracting(Reference::source)
                .containsExactly("launch templates");

        home.parameters()
                .orElseThrow()
                .labelParameterVersion(new LabelParameterVersionRequest(
                        ParameterName.of("/golden/web"), OptionalLong.of(1), List.of("stable")));
        home.putLaunchTemplateVersion("by-label", "resolve:ssm:/golden/web:stable");

        assertThat(amis.usage().read().of(old).references()).hasSize(2);
    }

    @Test
    void aVersionThatIsNotThereMayMeanAnyImage() {
        home.imageParameter("/golden/web", latest.imageId());
        home.putLaunchTemplateVersion("web", "resolve:ssm:/golden/web:7");

        assertThat(amis.usage().read().of(old).status()).isEqualTo(UseStatus.UNKNOWN);
    }

    @Test
    void aParameterKeepsItsImageWithoutAnyTemplate() {
        home.imageParameter("/golden/web", old.imageId());

        assertThat(plan().isEmpty()).isTrue();
        assertThat(amis.usage().read().of(old).references())
                .extracting(Reference::toString)
                .containsExactly("parameters /golden/web version 1");
    }

    @Test
    void aParameterThatIsMadeAfterThePlanKeepsItsImage() {
        Plan plan = plan();

        home.imageParameter("/golden/web", old.imageId());

        assertThat(amis.apply(plan).results())
                .extracting(result -> result.outcome())
                .containsExactly(Outcome.SKIPPED_STALE);
    }

    @Test
    void aRecipeKeepsItsParent() {
        home.imageRecipe("web", "1.0.0", old.imageId().value());

        assertThat(plan().isEmpty()).isTrue();
    }

    @Test
    void aRecipeThatIsMadeAfterThePlanKeepsItsParent() {
        Plan plan = plan();

        home.containerRecipe("web", "1.0.0", Optional.of(old.imageId().value()));

        assertThat(amis.apply(plan).results())
                .extracting(result -> result.outcome())
                .containsExactly(Outcome.SKIPPED_STALE);
    }

    @Test
    void whoeverMayNotReadParametersRemovesNothing() {
        aws.access().deny("ssm:DescribeParameters");

        assertThat(plan().isEmpty()).isTrue();
        assertThat(amis.usage().read().of(old).status()).isEqualTo(UseStatus.UNKNOWN);
    }

    @Test
    void textsByTheirPathAreASourceOfTheirOwn() {
        home.parameter(PutParameterRequest.builder()
                .name(ParameterName.of("/app/images"))
                .value("{\"web\":\"" + old.imageId() + "\"}")
                .build());
        Amis reading = Amis.builder(aws)
                .referenceSource(ReferenceSource.parametersUnder("/app"))
                .build();

        assertThat(amis.usage().read().of(old).status()).isEqualTo(UseStatus.UNUSED);
        assertThat(reading.usage().read().of(old).status()).isEqualTo(UseStatus.USED);
    }

    @Test
    void whatCanBeNoNameOfAParameterIsRefused() {
        assertThatThrownBy(() -> home.imageParameter("/golden/web:2", old.imageId()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'/golden/web:2'");
    }

    private Plan plan() {
        return amis.cleanup().named("web-*").keepingLatest(1).protectingInUse().plan();
    }

    private Image image(String name) {
        ImageId source = home.baseImage(Architecture.X86_64);
        Image image =
                amis.create(name).fromInstance(aws.runInstance(source)).start().await();
        aws.time().advance(Duration.ofDays(1));
        return image;
    }
}
