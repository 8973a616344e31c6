package dev.amis.usage;

import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The recipes of a {@link StubRegion}. */
public final class StubRecipes implements ImageRecipePort {

    private static final String ARN = "arn:aws:imagebuilder:eu-west-1:" + StubAccount.ACCOUNT + ":";

    private final StubRegion region;
    private final List<ImageRecipe> images = new ArrayList<>();
    private final List<ContainerRecipe> containers = new ArrayList<>();

    /** What was built, by the ARN it is asked for by. */
    final Map<String, BuiltImage> built = new HashMap<>();

    StubRecipes(StubRegion region) {
        this.region = region;
    }

    /** Puts an image recipe there. */
    public void image(String name, String parentImage) {
        images.add(new ImageRecipe(ARN + "image-recipe/" + name + "/1.0.0", parentImage));
    }

    void container(ContainerRecipe recipe) {
        containers.add(recipe);
    }

    @Override
    public Page<ImageRecipe> listImageRecipes(ListRecipesRequest request) {
        region.asked("ListImageRecipes", request);
        return StubRegion.page(images, List.of(), request.nextToken(), (one, filter) -> true);
    }

    @Override
    public ImageRecipe getImageRecipe(String arn) {
        throw new AssertionError("the list tells it all");
    }

    @Override
    public Page<ContainerRecipe> listContainerRecipes(ListRecipesRequest request) {
        region.asked("ListContainerRecipes", request);
        return StubRegion.page(containers, List.of(), request.nextToken(), (one, filter) -> true);
    }

    @Override
    public ContainerRecipe getContainerRecipe(String arn) {
        throw new AssertionError("the list tells it all");
    }

    @Override
    public BuiltImage getImage(String arn) {
        region.asked("GetImage", arn);
        BuiltImage found = built.get(arn);
        if (found == null) {
            throw new InvalidRequestException(
                    Failure.of("imagebuilder:GetImage", "there is none").build());
        }
        return found;
    }
}
