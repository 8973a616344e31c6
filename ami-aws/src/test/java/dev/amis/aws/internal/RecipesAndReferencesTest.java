package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.BuiltImage;
import dev.amis.spi.ContainerRecipe;
import dev.amis.spi.CreateImageUsageReportRequest;
import dev.amis.spi.DescribeImageReferencesRequest;
import dev.amis.spi.ImageRecipe;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageUsageReport;
import dev.amis.spi.ImageUsageReportEntry;
import dev.amis.spi.ImageUsageReportId;
import dev.amis.spi.ImageUsageReportsRequest;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ReferringResources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateImageUsageReportResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageReferencesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportEntriesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImageUsageReportsResponse;
import software.amazon.awssdk.services.imagebuilder.ImagebuilderClient;
import software.amazon.awssdk.services.imagebuilder.model.Ami;
import software.amazon.awssdk.services.imagebuilder.model.ContainerRecipeSummary;
import software.amazon.awssdk.services.imagebuilder.model.GetContainerRecipeResponse;
import software.amazon.awssdk.services.imagebuilder.model.GetImageResponse;
import software.amazon.awssdk.services.imagebuilder.model.ImageRecipeSummary;
import software.amazon.awssdk.services.imagebuilder.model.ListContainerRecipesResponse;
import software.amazon.awssdk.services.imagebuilder.model.ListImageRecipesResponse;

/** What is asked of recipes, references and reports arrives whole, and what is answered is read whole. */
class RecipesAndReferencesTest {

    private static final String ARN = "arn:aws:imagebuilder:eu-west-1:111122223333:";
    private static final ImageId IMAGE = ImageId.of("ami-0123456789abcdef0");
    private static final ImageUsageReportId REPORT = new ImageUsageReportId("iur-1");

    @Test
    void ownImageRecipesAreListed() {
        RecordingClient sdk = new RecordingClient(ListImageRecipesResponse.builder()
                .imageRecipeSummaryList(ImageRecipeSummary.builder()
                        .arn(ARN + "image-recipe/web/1.0.0")
                        .parentImage("ssm:/golden/web")
                        .build())
                .nextToken("more")
                .build());

        Page<ImageRecipe> page =
                recipes(sdk).listImageRecipes(new ListRecipesRequest(OptionalInt.of(7), Optional.of("next")));

        assertThat(sdk.request()).isEqualTo(Map.of("owner", "Self", "maxResults", "7", "nextToken", "next"));
        assertThat(page)
                .isEqualTo(new Page<>(
                        List.of(new ImageRecipe(ARN + "image-recipe/web/1.0.0", "ssm:/golden/web")),
                        Optional.of("more")));
    }

    /** What nobody can tell must not be passed over: who reads it refuses an empty parent. */
    @Test
    void recipeWithoutAParentIsReadWithAnEmptyOne() {
        RecordingClient sdk = new RecordingClient(ListImageRecipesResponse.builder()
                .imageRecipeSummaryList(ImageRecipeSummary.builder()
                        .arn(ARN + "image-recipe/web/1.0.0")
                        .build())
                .build());

        assertThat(recipes(sdk)
                        .listImageRecipes(ListRecipesRequest.of(Optional.empty()))
                        .items())
                .extracting(ImageRecipe::parentImage)
                .containsExactly("");
    }

    @Test
    void ownContainerRecipesAreListed() {
        RecordingClient sdk = new RecordingClient(ListContainerRecipesResponse.builder()
                .containerRecipeSummaryList(
                        ContainerRecipeSummary.builder()
                                .arn(ARN + "container-recipe/web/1.0.0")
                                .instanceImage(IMAGE.value())
                                .build(),
                        ContainerRecipeSummary.builder()
                                .arn(ARN + "container-recipe/any/1.0.0")
                                .parentImage("amazonlinux:latest")
                                .build())
                .build());

        Page<ContainerRecipe> page =
                recipes(sdk).listContainerRecipes(new ListRecipesRequest(OptionalInt.of(7), Optional.of("next")));

        assertThat(sdk.request()).isEqualTo(Map.of("owner", "Self", "maxResults", "7", "nextToken", "next"));
        assertThat(page.items())
                .containsExactly(
                        new ContainerRecipe(ARN + "container-recipe/web/1.0.0", Optional.of(IMAGE.value())),
                        new ContainerRecipe(ARN + "container-recipe/any/1.0.0", Optional.empty()));
    }

    @Test
    void containerRecipeMayHaveNoInstanceOfItsOwn() {
        RecordingClient sdk = new RecordingClient(GetContainerRecipeResponse.builder()
                .containerRecipe(one -> one.arn(ARN + "container-recipe/any/1.0.0"))
                .build());

        assertThat(recipes(sdk)
                        .getContainerRecipe(ARN + "container-recipe/any/1.0.0")
                        .instanceImage())
                .isEmpty();
    }

    @Test
    void buildTellsItsImagesInEveryRegion() {
        RecordingClient sdk = new RecordingClient(GetImageResponse.builder()
                .image(image -> image.arn(ARN + "image/web/1.0.0/1")
                        .outputResources(outputs -> outputs.amis(
                                Ami.builder()
                                        .region("eu-west-1")
                                        .image(IMAGE.value())
                                        .build(),
                                Ami.builder()
                                        .region("us-east-1")
                                        .image("ami-00000000000000001")
                                        .build())))
                .build());

        assertThat(recipes(sdk).getImage(ARN + "image/web/1.0.x").outputs())
                .containsExactly(
                        new BuiltImage.Output(Region.EU_WEST_1, IMAGE),
                        new BuiltImage.Output(Region.US_EAST_1, ImageId.of("ami-00000000000000001")));
        assertThat(sdk.request()).isEqualTo(Map.of("imageBuildVersionArn", ARN + "image/web/1.0.x"));
    }

    @Test
    void buildThatIsNotDoneHasNoImages() {
        RecordingClient sdk = new RecordingClient(GetImageResponse.builder()
                .image(image -> image.arn(ARN + "image/web/1.0.0/1"))
                .build());

        assertThat(recipes(sdk).getImage(ARN + "image/web/1.0.0/1").outputs()).isEmpty();
    }

    @Test
    void allOfAQuestionForReferencesArrives() {
        RecordingClient sdk = new RecordingClient(DescribeImageReferencesResponse.builder()
                .imageReferences(software.amazon.awssdk.services.ec2.model.ImageReference.builder()
                        .imageId(IMAGE.value())
                        .resourceType("ec2:Spaceship")
                        .arn("arn:one")
                        .build())
                .build());

        Page<ImageReference> page = new Ec2ImageReferencePort(ec2(sdk))
                .describeImageReferences(DescribeImageReferencesRequest.builder()
                        .addImageId(IMAGE)
                        .includeAllResourceTypes(true)
                        .addResourceType(ReferringResources.launchTemplates(20))
                        .maxResults(7)
                        .nextToken("next")
                        .build());

        assertThat(page.items()).containsExactly(new ImageReference(IMAGE, "ec2:Spaceship", "arn:one"));
        assertThat(sdk.request())
                .isEqualTo(Map.of(
                        "ImageIds",
                        List.of(IMAGE.value()),
                        "IncludeAllResourceTypes",
                        "true",
                        "ResourceTypes",
                        List.of(Map.of(
                                "ResourceType",
                                "ec2:LaunchTemplate",
                                "ResourceTypeOptions",
                                List.of(Map.of("OptionName", "version-depth", "OptionValues", List.of("20"))))),
                        "MaxResults",
                        "7",
                        "NextToken",
                        "next"));
    }

    @Test
    void allOfAReportArrives() {
        RecordingClient sdk = new RecordingClient(
                CreateImageUsageReportResponse.builder().reportId("iur-1").build());

        ImageUsageReportId id = new Ec2ImageUsageReportPort(ec2(sdk))
                .createImageUsageReport(CreateImageUsageReportRequest.builder()
                        .imageId(IMAGE)
                        .addResourceType(ReferringResources.of(ReferringResources.INSTANCE))
                        .addAccountId(AccountId.of("444455556666"))
                        .clientToken("token")
                        .build());

        assertThat(id).isEqualTo(REPORT);
        assertThat(sdk.request())
                .isEqualTo(Map.of(
                        "ImageId",
                        IMAGE.value(),
                        "ResourceTypes",
                        List.of(Map.of("ResourceType", "ec2:Instance")),
                        "AccountIds",
                        List.of("444455556666"),
                        "ClientToken",
                        "token"));
    }

    @Test
    void reportsAreReadWithTheirReasons() {
        RecordingClient sdk = new RecordingClient(DescribeImageUsageReportsResponse.builder()
                .imageUsageReports(software.amazon.awssdk.services.ec2.model.ImageUsageReport.builder()
                        .reportId("iur-1")
                        .imageId(IMAGE.value())
                        .state("error")
                        .stateReason("too much")
                        .build())
                .build());

        assertThat(new Ec2ImageUsageReportPort(ec2(sdk))
                        .describeImageUsageReports(ImageUsageReportsRequest.of(REPORT, Optional.of("next")))
                        .items())
                .containsExactly(new ImageUsageReport(REPORT, IMAGE, "error", Optional.of("too much")));
        assertThat(sdk.request()).isEqualTo(Map.of("ReportIds", List.of("iur-1"), "NextToken", "next"));
    }

    @Test
    void entriesAreReadByAccount() {
        RecordingClient sdk = new RecordingClient(DescribeImageUsageReportEntriesResponse.builder()
                .imageUsageReportEntries(software.amazon.awssdk.services.ec2.model.ImageUsageReportEntry.builder()
                        .imageId(IMAGE.value())
                        .accountId("044455556666")
                        .resourceType("ec2:LaunchTemplate")
                        .usageCount(1L << 40)
                        .build())
                .build());

        assertThat(new Ec2ImageUsageReportPort(ec2(sdk))
                        .describeImageUsageReportEntries(
                                new ImageUsageReportsRequest(List.of(REPORT), OptionalInt.of(7), Optional.empty()))
                        .items())
                .containsExactly(
                        new ImageUsageReportEntry(IMAGE, AccountId.of("044455556666"), "ec2:LaunchTemplate", 1L << 40));
        assertThat(sdk.request()).isEqualTo(Map.of("ReportIds", List.of("iur-1"), "MaxResults", "7"));
    }

    private static BuilderRecipePort recipes(RecordingClient sdk) {
        return new BuilderRecipePort(sdk.as(ImagebuilderClient.class), RecordingClient.attempts());
    }

    private static Ec2 ec2(RecordingClient sdk) {
        return new Ec2(sdk.as(Ec2Client.class), RecordingClient.attempts(), Region.EU_WEST_1);
    }
}
