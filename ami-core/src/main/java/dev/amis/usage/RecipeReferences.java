package dev.amis.usage;

import dev.amis.internal.Pages;
import dev.amis.model.ImageId;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.List;

/** Recipes of Image Builder: what image recipes start from, and what containers are built on. */
record RecipeReferences() implements ReferenceSource {

    @Override
    public String name() {
        return "image recipes";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        ImageRecipePort port = SourcePorts.required(
                region.imageRecipes(), region, "imagebuilder:ListImageRecipes", "recipes of Image Builder", name());
        List<Reference> references = new ArrayList<>();
        RecipeParents parents = new RecipeParents(region, port);
        for (ImageRecipe recipe : Pages.all(
                "imagebuilder:ListImageRecipes", token -> port.listImageRecipes(ListRecipesRequest.of(token)))) {
            add(references, region, recipe.arn(), parents.of(recipe.arn(), recipe.parentImage()));
        }
        for (ContainerRecipe recipe : Pages.all(
                "imagebuilder:ListContainerRecipes",
                token -> port.listContainerRecipes(ListRecipesRequest.of(token)))) {
            recipe.instanceImage()
                    .ifPresent(image -> add(references, region, recipe.arn(), parents.of(recipe.arn(), image)));
        }
        return references;
    }

    private void add(List<Reference> references, RegionalProvider region, String arn, List<ImageId> images) {
        // What is before the kind of the recipe is Region and account, which everybody knows.
        String recipe = arn.substring(arn.lastIndexOf(':') + 1);
        images.forEach(image -> references.add(new Reference(region.region(), image, name(), recipe)));
    }
}
