package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.ConflictException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.Region;
import dev.amis.spi.GetParametersRequest;
import org.junit.jupiter.api.Test;

class ParameterReferencesTest {

    private final StubRegion region = StubAccount.create().here();
    private final ReferenceSource source = ReferenceSource.parameters();

    @Test
    void parameterRefersToTheImageItHolds() {
        region.parameters.image("/golden/web", Samples.imageId(7).value());

        assertThat(source.references(region))
                .containsExactly(
                        new Reference(Region.EU_WEST_1, Samples.imageId(7), "parameters", "/golden/web version 3"));
    }

    @Test
    void otherParametersAreNotRead() {
        region.parameters.text("/secrets/web", Samples.imageId(7).value());

        assertThat(source.references(region)).isEmpty();
        assertThat(region.requests).noneMatch(GetParametersRequest.class::isInstance);
    }

    @Test
    void tenAreReadAtOnce() {
        for (int i = 1; i <= 21; i++) {
            region.parameters.image("/golden/web" + i, Samples.imageId(i).value());
        }

        assertThat(source.references(region)).hasSize(21);
        assertThat(region.requests)
                .filteredOn(GetParametersRequest.class::isInstance)
                .hasSize(3);
    }

    @Test
    void parameterThatIsDeletedMeanwhileRefersToNothing() {
        region.parameters.image("/golden/web", Samples.imageId(7).value());
        region.parameters.deletedMeanwhile.add("/golden/web");

        assertThat(source.references(region)).isEmpty();
    }

    @Test
    void valueThatIsNoImageMakesTheSourceUnread() {
        region.parameters.image("/golden/web", "soon");

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("/golden/web")
                .hasMessageNotContaining("soon");
    }

    @Test
    void whoMayNotReadKnowsNothing() {
        region.parameters.image("/golden/web", Samples.imageId(7).value());
        region.denied.add("GetParameters");

        assertThatThrownBy(() -> source.references(region)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void providerWithoutParametersMakesTheSourceUnread() {
        region.hasParameters = false;

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("'parameters'");
    }

    @Test
    void pathsFindImagesInWhateverStandsThere() {
        region.parameters.text("/app/list", Samples.imageId(1) + "," + Samples.imageId(2));
        region.parameters.text("/app/json", "{\"eu-west-1\":\"" + Samples.imageId(3) + "\"}");
        region.parameters.text("/app/word", "no-" + Samples.imageId(4));
        region.parameters.image("/other", Samples.imageId(5).value());

        assertThat(ReferenceSource.parametersUnder("/app").references(region))
                .extracting(Reference::imageId)
                .containsExactlyInAnyOrder(Samples.imageId(1), Samples.imageId(2), Samples.imageId(3));
    }

    @Test
    void severalPathsAreOneSource() {
        region.parameters.text("/a/web", Samples.imageId(1).value());
        region.parameters.text("/b/web", Samples.imageId(2).value());
        ReferenceSource both = ReferenceSource.parametersUnder("/a", "/b");

        assertThat(both.name()).isEqualTo("parameters under /a, /b");
        assertThat(both.references(region)).extracting(Reference::source).containsOnly(both.name());
        assertThat(both.references(region)).hasSize(2);
    }

    @Test
    void parameterBelowTwoPathsCountsOnce() {
        region.parameters.text("/a/b/web", Samples.imageId(1).value());

        assertThat(ReferenceSource.parametersUnder("/a", "/a/b").references(region))
                .hasSize(1);
    }

    @Test
    void pathThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ReferenceSource.parametersUnder("golden"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path is 'golden', but must begin with '/'");
    }
}
