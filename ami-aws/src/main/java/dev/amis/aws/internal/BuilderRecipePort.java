package dev.amis.aws.internal;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.Page;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.imagebuilder.ImagebuilderClient;
import software.amazon.awssdk.services.imagebuilder.model.Ami;
import software.amazon.awssdk.services.imagebuilder.model.InstanceConfiguration;
import software.amazon.awssdk.services.imagebuilder.model.ListContainerRecipesRequest;
import software.amazon.awssdk.services.imagebuilder.model.ListImageRecipesRequest;
import software.amazon.awssdk.services.imagebuilder.model.OutputResources;
import software.amazon.awssdk.services.imagebuilder.model.Ownership;

/** The recipes of Image Builder through the SDK. */
final class BuilderRecipePort implements ImageRecipePort {

    private final ImagebuilderClient client;
    private final Attempts attempts;

    BuilderRecipePort(ImagebuilderClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    @Override
    public Page<ImageRecipe> listImageRecipes(ListRecipesRequest request) {
        var asked = ListImageRecipesRequest.builder().owner(Ownership.SELF);
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(Call.of("imagebuilder:ListImageRecipes"), () -> client.listImageRecipes(built));
        return Ec2.page(
                answer.imageRecipeSummaryList().stream()
                        .map(recipe -> imageRecipe(recipe.arn(), recipe.parentImage()))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public ImageRecipe getImageRecipe(String arn) {
        var recipe = attempts.make(
                        Call.of("imagebuilder:GetImageRecipe", arn),
                        () -> client.getImageRecipe(asked -> asked.imageRecipeArn(arn)))
                .imageRecipe();
        return imageRecipe(recipe.arn(), recipe.parentImage());
    }

    @Override
    public Page<ContainerRecipe> listContainerRecipes(ListRecipesRequest request) {
        var asked = ListContainerRecipesRequest.builder().owner(Ownership.SELF);
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer =
                attempts.make(Call.of("imagebuilder:ListContainerRecipes"), () -> client.listContainerRecipes(built));
        return Ec2.page(
                answer.containerRecipeSummaryList().stream()
                        .map(recipe -> new ContainerRecipe(recipe.arn(), Texts.text(recipe.instanceImage())))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public ContainerRecipe getContainerRecipe(String arn) {
        var recipe = attempts.make(
                        Call.of("imagebuilder:GetContainerRecipe", arn),
                        () -> client.getContainerRecipe(asked -> asked.containerRecipeArn(arn)))
                .containerRecipe();
        return new ContainerRecipe(
                recipe.arn(),
                Optional.ofNullable(recipe.instanceConfiguration())
                        .map(InstanceConfiguration::image)
                        .flatMap(Texts::text));
    }

    @Override
    public BuiltImage getImage(String arn) {
        var image = attempts.make(
                        Call.of("imagebuilder:GetImage", arn),
                        () -> client.getImage(asked -> asked.imageBuildVersionArn(arn)))
                .image();
        List<Ami> amis = Optional.ofNullable(image.outputResources())
                .map(OutputResources::amis)
                .orElse(List.of());
        return new BuiltImage(
                image.arn(),
                amis.stream()
                        .map(ami -> new BuiltImage.Output(Region.of(ami.region()), ImageId.of(ami.image())))
                        .toList());
    }

    /** Every recipe has a parent; one that does not say so is answered as it is, and nobody can tell what it means. */
    private static ImageRecipe imageRecipe(String arn, String parentImage) {
        return new ImageRecipe(arn, Texts.text(parentImage).orElse(""));
    }
}
