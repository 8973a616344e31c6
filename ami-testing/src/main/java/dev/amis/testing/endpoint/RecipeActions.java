package dev.amis.testing.endpoint;

import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.imagebuilder.model.Ami;
import software.amazon.awssdk.services.imagebuilder.model.ContainerRecipeSummary;
import software.amazon.awssdk.services.imagebuilder.model.GetContainerRecipeRequest;
import software.amazon.awssdk.services.imagebuilder.model.GetContainerRecipeResponse;
import software.amazon.awssdk.services.imagebuilder.model.GetImageRecipeRequest;
import software.amazon.awssdk.services.imagebuilder.model.GetImageRecipeResponse;
import software.amazon.awssdk.services.imagebuilder.model.GetImageRequest;
import software.amazon.awssdk.services.imagebuilder.model.GetImageResponse;
import software.amazon.awssdk.services.imagebuilder.model.ImageRecipeSummary;
import software.amazon.awssdk.services.imagebuilder.model.ListContainerRecipesRequest;
import software.amazon.awssdk.services.imagebuilder.model.ListContainerRecipesResponse;
import software.amazon.awssdk.services.imagebuilder.model.ListImageRecipesRequest;
import software.amazon.awssdk.services.imagebuilder.model.ListImageRecipesResponse;

/** The recipes of Image Builder and what was built of them, of which only what concerns images is told. */
final class RecipeActions {

    private static final String OWNER = "owner";
    private static final String MAX_RESULTS = "maxResults";
    private static final String NEXT_TOKEN = "nextToken";

    private RecipeActions() {}

    static @Nullable Action find(String address) {
        return switch (address) {
            case "POST /ListImageRecipes" ->
                Action.of(
                        ListImageRecipesRequest::builder,
                        ListImageRecipesRequest.class,
                        RecipeActions::imageRecipes,
                        OWNER,
                        MAX_RESULTS,
                        NEXT_TOKEN);
            case "POST /ListContainerRecipes" ->
                Action.of(
                        ListContainerRecipesRequest::builder,
                        ListContainerRecipesRequest.class,
                        RecipeActions::containerRecipes,
                        OWNER,
                        MAX_RESULTS,
                        NEXT_TOKEN);
            case "GET /GetImageRecipe" ->
                Action.of(
                        GetImageRecipeRequest::builder,
                        GetImageRecipeRequest.class,
                        RecipeActions::imageRecipe,
                        "imageRecipeArn");
            case "GET /GetContainerRecipe" ->
                Action.of(
                        GetContainerRecipeRequest::builder,
                        GetContainerRecipeRequest.class,
                        RecipeActions::containerRecipe,
                        "containerRecipeArn");
            case "GET /GetImage" ->
                Action.of(
                        GetImageRequest::builder, GetImageRequest.class, RecipeActions::image, "imageBuildVersionArn");
            default -> null;
        };
    }

    private static SdkPojo imageRecipes(ListImageRecipesRequest request, RegionalProvider account) {
        Page<ImageRecipe> page = port(account)
                .listImageRecipes(page(request.ownerAsString(), request.maxResults(), request.nextToken()));
        return ListImageRecipesResponse.builder()
                .imageRecipeSummaryList(page.items().stream()
                        .map(recipe -> ImageRecipeSummary.builder()
                                .arn(recipe.arn())
                                .name(name(recipe.arn()))
                                .owner(owner(recipe.arn()))
                                .parentImage(recipe.parentImage())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo containerRecipes(ListContainerRecipesRequest request, RegionalProvider account) {
        Page<ContainerRecipe> page = port(account)
                .listContainerRecipes(page(request.ownerAsString(), request.maxResults(), request.nextToken()));
        return ListContainerRecipesResponse.builder()
                .containerRecipeSummaryList(page.items().stream()
                        .map(recipe -> ContainerRecipeSummary.builder()
                                .arn(recipe.arn())
                                .name(name(recipe.arn()))
                                .owner(owner(recipe.arn()))
                                .containerType("DOCKER")
                                .instanceImage(recipe.instanceImage().orElse(null))
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo imageRecipe(GetImageRecipeRequest request, RegionalProvider account) {
        ImageRecipe recipe = port(account).getImageRecipe(Read.required("imageRecipeArn", request.imageRecipeArn()));
        return GetImageRecipeResponse.builder()
                .imageRecipe(told -> told.arn(recipe.arn())
                        .name(name(recipe.arn()))
                        .owner(owner(recipe.arn()))
                        .version(version(recipe.arn()))
                        .parentImage(recipe.parentImage()))
                .build();
    }

    private static SdkPojo containerRecipe(GetContainerRecipeRequest request, RegionalProvider account) {
        ContainerRecipe recipe =
                port(account).getContainerRecipe(Read.required("containerRecipeArn", request.containerRecipeArn()));
        return GetContainerRecipeResponse.builder()
                .containerRecipe(told -> told.arn(recipe.arn())
                        .name(name(recipe.arn()))
                        .owner(owner(recipe.arn()))
                        .version(version(recipe.arn()))
                        .containerType("DOCKER")
                        .instanceConfiguration(instance ->
                                instance.image(recipe.instanceImage().orElse(null))))
                .build();
    }

    private static SdkPojo image(GetImageRequest request, RegionalProvider account) {
        BuiltImage built =
                port(account).getImage(Read.required("imageBuildVersionArn", request.imageBuildVersionArn()));
        return GetImageResponse.builder()
                .image(told -> told.arn(built.arn())
                        .name(name(built.arn()))
                        .version(version(built.arn()))
                        .outputResources(outputs -> outputs.amis(built.outputs().stream()
                                .map(output -> Ami.builder()
                                        .region(output.region().value())
                                        .image(output.imageId().value())
                                        .accountId(owner(built.arn()))
                                        .build())
                                .toList())))
                .build();
    }

    /** Of recipes that are shared, or Amazon's, there are none. */
    private static ListRecipesRequest page(
            @Nullable String owner, @Nullable Integer maxResults, @Nullable String nextToken) {
        if (owner != null && !owner.equals("Self")) {
            throw new WireError("InvalidParameterValueException", "The owner " + owner + " is not imitated");
        }
        return new ListRecipesRequest(
                maxResults == null ? OptionalInt.empty() : OptionalInt.of(maxResults), Optional.ofNullable(nextToken));
    }

    private static String owner(String arn) {
        return arn.split(":", 6)[4];
    }

    private static String name(String arn) {
        return arn.split("/", 3)[1];
    }

    private static String version(String arn) {
        return arn.split("/", 3)[2];
    }

    private static ImageRecipePort port(RegionalProvider account) {
        return Read.required("port", account.imageRecipes().orElse(null));
    }
}
