package dev.amis.usage;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.ImageId;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.RegionalProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which images a recipe's parent means: an id, a parameter, or an image of Image Builder. What belongs to Amazon, another
 * account or the Marketplace is none of the account's own images. Everything else could mean any image, and is refused.
 */
final class RecipeParents {

    private static final String PARAMETER = "ssm:";
    private static final String PRODUCT = "prod-";

    private final RegionalProvider region;
    private final ImageRecipePort port;
    private final Map<String, List<ImageId>> known = new HashMap<>();

    RecipeParents(RegionalProvider region, ImageRecipePort port) {
        this.region = region;
        this.port = port;
    }

    /** The images of the Region; each parent is looked up once. */
    List<ImageId> of(String recipe, String parent) {
        List<ImageId> images = known.get(parent);
        if (images == null) {
            images = look(recipe, parent);
            known.put(parent, images);
        }
        return images;
    }

    private List<ImageId> look(String recipe, String parent) {
        if (parent.startsWith(PARAMETER)) {
            return parameter(recipe, parent.substring(PARAMETER.length()));
        }
        if (parent.startsWith("arn:") && parent.contains(":image/")) {
            return parent.split(":", 6)[4].equals(recipe.split(":", 6)[4]) ? built(recipe, parent) : List.of();
        }
        if (parent.startsWith(PRODUCT)) {
            return List.of();
        }
        return List.of(id(recipe, parent));
    }

    private List<ImageId> parameter(String recipe, String text) {
        ParameterPort parameters = SourcePorts.required(
                region.parameters(), region, "ssm:GetParameter", "parameters, which recipes name", "image recipes");
        ParameterSelector selector;
        try {
            selector = ParameterSelector.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw unknown(recipe, PARAMETER + text, unreadable);
        }
        Set<ImageId> images = parameters.getParameter(selector).imageIds();
        if (images.isEmpty()) {
            throw unknown(recipe, PARAMETER + text, null);
        }
        return List.copyOf(images);
    }

    private List<ImageId> built(String recipe, String arn) {
        List<ImageId> images = port.getImage(arn).outputs().stream()
                .filter(output -> output.region().equals(region.region()))
                .map(BuiltImage.Output::imageId)
                .toList();
        if (images.isEmpty()) {
            throw unknown(recipe, arn, null);
        }
        return images;
    }

    private ImageId id(String recipe, String parent) {
        try {
            return ImageId.of(parent);
        } catch (IllegalArgumentException notAnId) {
            throw unknown(recipe, parent, notAnId);
        }
    }

    private ConflictException unknown(String recipe, String parent, @Nullable Exception cause) {
        return new ConflictException(
                Failure.of(
                                "imagebuilder:ListImageRecipes",
                                "it starts from '" + parent + "', and which image that is cannot be told")
                        .resource(recipe)
                        .region(region.region())
                        .advice("Delete the recipe if nobody uses it, or leave the source 'image recipes' out")
                        .build(),
                cause);
    }
}
