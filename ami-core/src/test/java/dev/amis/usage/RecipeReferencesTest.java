package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeReferencesTest {

    private static final String ARN = "arn:aws:imagebuilder:eu-west-1:";
    private static final String OWN = ARN + "123456789012:image/base/1.0.x";
    private static final ImageId IMAGE = Samples.imageId(7);

    private final StubRegion region = StubAccount.create().here();
    private final ReferenceSource source = ReferenceSource.imageRecipes();

    @Test
    void recipeRefersToItsParent() {
        region.recipes.image("web", IMAGE.value());

        assertThat(source.references(region))
                .containsExactly(new Reference(Region.EU_WEST_1, IMAGE, "image recipes", "image-recipe/web/1.0.0"));
    }

    @Test
    void containerRecipeRefersToWhatItIsBuiltOn() {
        region.recipes.container(new ContainerRecipe(
                ARN + StubAccount.ACCOUNT + ":container-recipe/web/1.0.0", Optional.of(IMAGE.value())));
        region.recipes.container(
                new ContainerRecipe(ARN + StubAccount.ACCOUNT + ":container-recipe/any/1.0.0", Optional.empty()));

        assertThat(source.references(region)).extracting(Reference::by).containsExactly("container-recipe/web/1.0.0");
    }

    @Test
    void parameterIsLookedUpOnce() {
        region.parameters.image("/golden/web", IMAGE.value());
        region.recipes.image("web", "ssm:/golden/web");
        region.recipes.image("api", "ssm:/golden/web");

        assertThat(source.references(region)).extracting(Reference::imageId).containsExactly(IMAGE, IMAGE);
        assertThat(region.requests)
                .filteredOn(request -> request.toString().equals("/golden/web"))
                .hasSize(1);
    }

    @Test
    void ownBuildIsLookedUp() {
        region.recipes.image("web", OWN);
        region.recipes.built.put(
                OWN,
                new BuiltImage(
                        OWN,
                        List.of(
                                new BuiltImage.Output(Region.EU_WEST_1, IMAGE),
                                new BuiltImage.Output(Region.US_EAST_1, Samples.imageId(8)))));

        assertThat(source.references(region)).extracting(Reference::imageId).containsExactly(IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARN + "aws:image/amazon-linux-2023-x86/x.x.x",
                ARN + "aws-marketplace:image/hardened/1.x.x",
                ARN + "999999999999:image/theirs/1.0.0/1",
                "prod-abcdefghijklm"
            })
    void whatIsNotTheAccountsOwnIsPassedOver(String parent) {
        region.recipes.image("web", parent);

        assertThat(source.references(region)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ami-", "something", "ssm:", "ssm:/golden/text", "ssm:a b", OWN})
    void whatCannotBeToldMayBeAnyImage(String parent) {
        region.parameters.text("/golden/text", "none");
        region.recipes.built.put(OWN, new BuiltImage(OWN, List.of()));
        region.recipes.image("web", parent);

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("image-recipe/web/1.0.0")
                .hasMessageContaining("'" + parent + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssm:/golden/none", ARN + "123456789012:image/none/1.0.0"})
    void whatIsNotThereMayBeAnyImage(String parent) {
        region.recipes.image("web", parent);

        assertThatThrownBy(() -> source.references(region)).isInstanceOf(AmiException.class);
    }

    @Test
    void providerWithoutRecipesMakesTheSourceUnread() {
        region.hasRecipes = false;

        assertThatThrownBy(() -> source.references(region))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("'image recipes'");
    }

    @Test
    void providerWithoutParametersCannotTellWhatARecipeMeans() {
        region.hasParameters = false;
        region.recipes.image("web", "ssm:/golden/web");

        assertThatThrownBy(() -> source.references(region)).isInstanceOf(UnsupportedCapabilityException.class);
    }
}
