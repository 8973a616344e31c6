package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AmiException;
import dev.amis.model.ImageId;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ListRecipesRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a provider's {@link ImageRecipePort} must do, if it has one. */
public abstract class ImageRecipePortContract extends Rules {

    private static final String PARENT = "ami-00000000000000001";

    /** Makes a contract. */
    protected ImageRecipePortContract() {}

    @Test
    void imageRecipeSaysWhatItStartsFrom() {
        ImageRecipe recipe = imageRecipe(PARENT);

        assertThat(recipe.parentImage()).isEqualTo(PARENT);
        assertThat(port().getImageRecipe(recipe.arn())).isEqualTo(recipe);
        assertThat(imageRecipes()).contains(recipe);
    }

    @Test
    void parentMayBeAParameter() {
        ImageRecipe recipe = imageRecipe("ssm:/golden/web");

        assertThat(imageRecipes()).contains(recipe);
    }

    @Test
    void containerRecipeSaysWhatItIsBuiltOn() {
        ContainerRecipe recipe = containerRecipe(Optional.of(PARENT));

        assertThat(recipe.instanceImage()).contains(PARENT);
        assertThat(port().getContainerRecipe(recipe.arn())).isEqualTo(recipe);
        assertThat(containerRecipes()).contains(recipe);
    }

    @Test
    void containerRecipeMayLeaveItToImageBuilder() {
        ContainerRecipe recipe = containerRecipe(Optional.empty());

        assertThat(port().getContainerRecipe(recipe.arn()).instanceImage()).isEmpty();
        assertThat(containerRecipes()).contains(recipe);
    }

    @Test
    void everyRecipeIsOnExactlyOnePage() {
        List<ImageRecipe> made =
                IntStream.range(0, 5).mapToObj(i -> imageRecipe(PARENT)).toList();

        List<ImageRecipe> found =
                Pages.items(token -> port().listImageRecipes(new ListRecipesRequest(OptionalInt.of(2), token)));

        assertThat(found).containsAll(made).doesNotHaveDuplicates();
    }

    @Test
    void unknownRecipeIsRefused() {
        String arn = imageRecipe(PARENT).arn();
        String unknown = arn.substring(0, arn.lastIndexOf('/')) + "/77.0.0";

        refused(AmiException.class, () -> port().getImageRecipe(unknown));
        refused(
                AmiException.class,
                () -> port().getContainerRecipe(unknown.replace(":image-recipe/", ":container-recipe/")));
    }

    @Test
    void newestBuildIsFoundByItsVersion() {
        BuiltImage older = built("1.0.9", ImageId.of(PARENT));
        BuiltImage newer = built("1.0.10", ImageId.of("ami-00000000000000002"));
        String version = newer.arn().replace("/1.0.10/1", "/1.0.x");

        assertThat(port().getImage(version)).isEqualTo(newer);
        assertThat(port().getImage(older.arn())).isEqualTo(older);
        assertThat(newer.outputs())
                .containsExactly(new BuiltImage.Output(owner.region(), ImageId.of("ami-00000000000000002")));
    }

    private ImageRecipePort port() {
        return arranged(owner.ports().imageRecipes(), "recipes");
    }

    private ImageRecipe imageRecipe(String parentImage) {
        port();
        return arranged(world.imageRecipe(name("recipe"), parentImage), "recipes");
    }

    private ContainerRecipe containerRecipe(Optional<String> instanceImage) {
        port();
        return arranged(world.containerRecipe(name("recipe"), instanceImage), "recipes");
    }

    private BuiltImage built(String version, ImageId image) {
        port();
        return arranged(world.builtImage("amis-contract-built", version, image), "builds");
    }

    private List<ImageRecipe> imageRecipes() {
        return Pages.items(token -> port().listImageRecipes(ListRecipesRequest.of(token)));
    }

    private List<ContainerRecipe> containerRecipes() {
        return Pages.items(token -> port().listContainerRecipes(ListRecipesRequest.of(token)));
    }
}
