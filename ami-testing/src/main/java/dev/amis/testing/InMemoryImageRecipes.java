package dev.amis.testing;

import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.Page;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.ImageBuilder;

/** The port of Image Builder's recipes over the world. */
record InMemoryImageRecipes(ImageBuilder builder, Caller caller) implements ImageRecipePort {

    @Override
    public Page<ImageRecipe> listImageRecipes(ListRecipesRequest request) {
        return Answers.of(() -> builder.listImageRecipes(caller.reading(), request));
    }

    @Override
    public ImageRecipe getImageRecipe(String arn) {
        return Answers.of(() -> builder.getImageRecipe(caller.reading(), arn));
    }

    @Override
    public Page<ContainerRecipe> listContainerRecipes(ListRecipesRequest request) {
        return Answers.of(() -> builder.listContainerRecipes(caller.reading(), request));
    }

    @Override
    public ContainerRecipe getContainerRecipe(String arn) {
        return Answers.of(() -> builder.getContainerRecipe(caller.reading(), arn));
    }

    @Override
    public BuiltImage getImage(String arn) {
        return Answers.of(() -> builder.getImage(caller.reading(), arn));
    }
}
