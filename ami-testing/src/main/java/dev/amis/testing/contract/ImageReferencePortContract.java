package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.spi.DescribeImageReferencesRequest;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ReferringResources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link ImageReferencePort} must do, if it has one. */
public abstract class ImageReferencePortContract extends Rules {

    private static final String FIRST = "ami-00000000000000001";
    private static final String SECOND = "ami-00000000000000002";

    /** Makes a contract. */
    protected ImageReferencePortContract() {}

    @Test
    void instanceRefersToItsImage() {
        InstanceId instance = world.runInstance();
        ImageId image = owner.instance(instance).imageId();
        port();

        assertThat(all(image, ReferringResources.of(ReferringResources.INSTANCE)))
                .anySatisfy(reference -> {
                    assertThat(reference.imageId()).isEqualTo(image);
                    assertThat(reference.resourceType()).isEqualTo("ec2:Instance");
                    assertThat(reference.arn()).endsWith(":instance/" + instance);
                });
    }

    @Test
    void statesThatDoNotCountAreLeftOut() {
        InstanceId instance = world.runInstance();
        ImageId image = owner.instance(instance).imageId();
        port();

        assertThat(all(
                        image,
                        new ReferringResources(
                                ReferringResources.INSTANCE,
                                Map.of(ReferringResources.STATE_NAME, List.of("stopped")))))
                .noneMatch(reference -> reference.arn().endsWith(instance.value()));
    }

    @Test
    void templateRefersByItsNewestVersions() {
        LaunchTemplateId template = template(FIRST, SECOND);

        assertThat(arns(FIRST, ReferringResources.launchTemplates(1))).noneMatch(arn -> arn.endsWith("/" + template));
        assertThat(arns(SECOND, ReferringResources.launchTemplates(1))).anyMatch(arn -> arn.endsWith("/" + template));
        assertThat(arns(FIRST, ReferringResources.launchTemplates(2))).anyMatch(arn -> arn.endsWith("/" + template));
    }

    @Test
    void parameterRefersToItsImage() {
        String name = "/" + name("parameter");
        port();
        Assumptions.assumeTrue(world.imageParameter(name, ImageId.of(FIRST)), "this world has no parameters");

        assertThat(arns(FIRST, ReferringResources.of(ReferringResources.PARAMETER)))
                .anyMatch(arn -> arn.endsWith(":parameter" + name));
    }

    @Test
    void recipesReferToTheirImages() {
        port();
        String image =
                arranged(world.imageRecipe(name("recipe"), FIRST), "recipes").arn();
        String container = arranged(world.containerRecipe(name("recipe"), Optional.of(FIRST)), "recipes")
                .arn();

        assertThat(arns(FIRST, ReferringResources.of(ReferringResources.IMAGE_RECIPE)))
                .contains(image)
                .doesNotContain(container);
        assertThat(arns(FIRST, ReferringResources.of(ReferringResources.CONTAINER_RECIPE)))
                .contains(container)
                .doesNotContain(image);
    }

    @Test
    void allKindsAreLookedAtTogether() {
        LaunchTemplateId template = template(FIRST);
        String recipe =
                arranged(world.imageRecipe(name("recipe"), FIRST), "recipes").arn();

        List<ImageReference> found =
                Pages.items(token -> port().describeImageReferences(DescribeImageReferencesRequest.builder()
                        .addImageId(ImageId.of(FIRST))
                        .includeAllResourceTypes(true)
                        .nextToken(token)
                        .build()));

        assertThat(found)
                .extracting(ImageReference::arn)
                .contains(recipe)
                .anyMatch(arn -> arn.endsWith("/" + template));
    }

    @Test
    void everyReferenceIsOnExactlyOnePage() {
        List<LaunchTemplateId> templates =
                IntStream.range(0, 7).mapToObj(i -> template(FIRST)).toList();

        List<ImageReference> found =
                Pages.items(token -> port().describeImageReferences(DescribeImageReferencesRequest.builder()
                        .addImageId(ImageId.of(FIRST))
                        .addResourceType(ReferringResources.launchTemplates(1))
                        .maxResults(5)
                        .nextToken(token)
                        .build()));

        assertThat(found).doesNotHaveDuplicates();
        for (LaunchTemplateId template : templates) {
            assertThat(found).anyMatch(reference -> reference.arn().endsWith("/" + template));
        }
    }

    @Test
    void imageThatNothingRefersToIsNotAnswered() {
        Image image = bakedImage();
        port();

        assertThat(all(image.imageId(), ReferringResources.of(ReferringResources.INSTANCE)))
                .isEmpty();
    }

    @Test
    void unknownKindIsRefused() {
        port();
        refused(InvalidRequestException.class, () -> all(ImageId.of(FIRST), ReferringResources.of("ec2:Toaster")));
    }

    private ImageReferencePort port() {
        return arranged(owner.ports().imageReferences(), "EC2's own answer");
    }

    private LaunchTemplateId template(String... imageReferences) {
        port();
        return arranged(world.launchTemplate(name("template"), List.of(imageReferences)), "launch templates");
    }

    private List<String> arns(String image, ReferringResources kind) {
        return all(ImageId.of(image), kind).stream().map(ImageReference::arn).toList();
    }

    private List<ImageReference> all(ImageId image, ReferringResources kind) {
        return Pages.items(token -> port().describeImageReferences(DescribeImageReferencesRequest.builder()
                .addImageId(image)
                .addResourceType(kind)
                .nextToken(token)
                .build()));
    }
}
