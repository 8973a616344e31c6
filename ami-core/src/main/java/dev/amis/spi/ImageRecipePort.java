package dev.amis.spi;

/** The recipes of EC2 Image Builder in one Region, and what was built of them. */
public interface ImageRecipePort {

    /**
     * Calls {@code imagebuilder:ListImageRecipes} once, for the account's own recipes.
     *
     * @param request which page
     * @return one page; each version of a recipe is an item
     */
    Page<ImageRecipe> listImageRecipes(ListRecipesRequest request);

    /**
     * Calls {@code imagebuilder:GetImageRecipe}.
     *
     * @param arn the ARN of a version
     * @return the recipe
     * @throws dev.amis.error.AmiException if there is no such recipe, which Image Builder says in several ways
     */
    ImageRecipe getImageRecipe(String arn);

    /**
     * Calls {@code imagebuilder:ListContainerRecipes} once, for the account's own recipes.
     *
     * @param request which page
     * @return one page; each version of a recipe is an item
     */
    Page<ContainerRecipe> listContainerRecipes(ListRecipesRequest request);

    /**
     * Calls {@code imagebuilder:GetContainerRecipe}.
     *
     * @param arn the ARN of a version
     * @return the recipe
     * @throws dev.amis.error.AmiException if there is no such recipe, which Image Builder says in several ways
     */
    ContainerRecipe getContainerRecipe(String arn);

    /**
     * Calls {@code imagebuilder:GetImage}.
     *
     * @param arn the ARN of a build, or of a version whose numbers may be {@code x}, which stands for the newest
     * @return what was built
     * @throws dev.amis.error.AmiException if there is no such image, which Image Builder says in several ways
     */
    BuiltImage getImage(String arn);
}
