package dev.amis.testing.internal;

import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an account has in Image Builder: recipes and builds, by their ARNs. Guarded by the world's lock. */
final class RecipeBook {

    private final Map<String, ImageRecipe> imageRecipes = new LinkedHashMap<>();
    private final Map<String, ContainerRecipe> containerRecipes = new LinkedHashMap<>();
    private final Map<String, BuiltImage> builds = new LinkedHashMap<>();

    Map<String, ImageRecipe> imageRecipes() {
        return imageRecipes;
    }

    Map<String, ContainerRecipe> containerRecipes() {
        return containerRecipes;
    }

    Map<String, BuiltImage> builds() {
        return builds;
    }

    /** The newest build that an ARN stands for, in which numbers may be {@code x} and the build may be left out. */
    Optional<BuiltImage> newest(String arn) {
        String pattern = Pattern.quote(arn).replaceAll("\\bx(?=[./\\\\])", "\\\\E[0-9]+\\\\Q");
        Pattern builds = Pattern.compile(pattern + "(/[0-9]+)?");
        return this.builds.values().stream()
                .filter(build -> builds.matcher(build.arn()).matches())
                .max(Comparator.comparing(RecipeBook::version));
    }

    /** Version and build as text that sorts as the numbers do. */
    private static String version(BuiltImage build) {
        StringBuilder sortable = new StringBuilder();
        String numbers =
                build.arn().substring(build.arn().indexOf('/', build.arn().indexOf(":image/") + 7) + 1);
        for (String number : numbers.split("[./]", -1)) {
            sortable.append("0".repeat(Math.max(0, 12 - number.length()))).append(number);
        }
        return sortable.toString();
    }
}
