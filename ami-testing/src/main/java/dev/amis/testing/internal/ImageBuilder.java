package dev.amis.testing.internal;

import dev.amis.model.ImageId;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The world by the reading actions of Image Builder. All fail with {@link Ec2Error} and {@link LostAnswer}. */
public final class ImageBuilder {

    private static final String SERVICE = "imagebuilder";

    private final World world;
    private final Paging paging;

    public ImageBuilder(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    public Page<ImageRecipe> listImageRecipes(Caller caller, ListRecipesRequest request) {
        return world.answer(
                caller.call(SERVICE, "ListImageRecipes"),
                call -> page(call, book(call).imageRecipes().values(), request));
    }

    public ImageRecipe getImageRecipe(Caller caller, String arn) {
        return world.answer(caller.call(SERVICE, "GetImageRecipe").about(arn), call -> {
            world.permit(call);
            return required(Optional.ofNullable(book(call).imageRecipes().get(arn)), arn);
        });
    }

    public Page<ContainerRecipe> listContainerRecipes(Caller caller, ListRecipesRequest request) {
        return world.answer(
                caller.call(SERVICE, "ListContainerRecipes"),
                call -> page(call, book(call).containerRecipes().values(), request));
    }

    public ContainerRecipe getContainerRecipe(Caller caller, String arn) {
        return world.answer(caller.call(SERVICE, "GetContainerRecipe").about(arn), call -> {
            world.permit(call);
            return required(Optional.ofNullable(book(call).containerRecipes().get(arn)), arn);
        });
    }

    public BuiltImage getImage(Caller caller, String arn) {
        return world.answer(caller.call(SERVICE, "GetImage").about(arn), call -> {
            world.permit(call);
            return required(book(call).newest(arn), arn);
        });
    }

    /** Puts a version of a recipe there: arranging, not a call. */
    public ImageRecipe imageRecipe(Caller caller, String name, String version, String parentImage) {
        ImageRecipe recipe = new ImageRecipe(arn(caller, "image-recipe", name, version), parentImage);
        return world.arrange(() -> {
            book(caller).imageRecipes().put(recipe.arn(), recipe);
            return recipe;
        });
    }

    /** Puts a version of a recipe there: arranging, not a call. */
    public ContainerRecipe containerRecipe(Caller caller, String name, String version, Optional<String> instanceImage) {
        ContainerRecipe recipe = new ContainerRecipe(arn(caller, "container-recipe", name, version), instanceImage);
        return world.arrange(() -> {
            book(caller).containerRecipes().put(recipe.arn(), recipe);
            return recipe;
        });
    }

    /** Puts a build there that made images, or none: arranging, not a call. */
    public BuiltImage build(Caller caller, String name, String version, Collection<ImageId> images) {
        List<BuiltImage.Output> outputs = images.stream()
                .map(image -> new BuiltImage.Output(caller.region(), image))
                .toList();
        return world.arrange(() -> {
            String arn = arn(caller, "image", name, version) + "/";
            long number = 1
                    + book(caller).builds().keySet().stream()
                            .filter(one -> one.startsWith(arn))
                            .count();
            BuiltImage built = new BuiltImage(arn + number, outputs);
            book(caller).builds().put(built.arn(), built);
            return built;
        });
    }

    private static String arn(Caller caller, String kind, String name, String version) {
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("version is '" + version + "', but must be three numbers such as 1.0.0");
        }
        return "arn:" + caller.region().partition().id() + ":imagebuilder:" + caller.region() + ":" + caller.account()
                + ":" + kind + "/" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + "/" + version;
    }

    private <T> Page<T> page(Call call, Collection<T> all, ListRecipesRequest request) {
        world.permit(call);
        int size = request.maxResults().orElse(ListRecipesRequest.MOST);
        try {
            return paging.page(new ArrayList<>(all), new Paging.Ask(OptionalInt.of(size), request.nextToken()));
        } catch (Ec2Error unreadable) {
            throw new Ec2Error("InvalidPaginationTokenException", unreadable.reason());
        }
    }

    /** Which of its codes Image Builder has for an ARN that it does not know is UNVERIFIED. */
    private static <T> T required(Optional<T> found, String arn) {
        return found.orElseThrow(
                () -> new Ec2Error("InvalidRequestException", "The resource with ARN '" + arn + "' does not exist."));
    }

    private RecipeBook book(Call call) {
        return world.holding(call).recipes();
    }

    private RecipeBook book(Caller caller) {
        return world.in(caller.region()).of(caller.account()).recipes();
    }
}
