package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amis.model.ImageId;
import dev.amis.model.ParameterName;
import dev.amis.spi.PutParameterRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters, recipes, and who refers to images, with the real AWS CLI. */
class AwsCliParametersTest {

    private static final String IMAGE = "ami-00000000000000001";

    private final Ec2Endpoint endpoint = Ec2Endpoint.start();
    private final InMemoryAws aws = endpoint.account();
    private final InMemoryRegion region = aws.in(aws.region());
    private AwsCli cli;

    @BeforeEach
    void find(@TempDir Path files) {
        cli = AwsCli.talkingTo(endpoint, files);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aParameterIsPutLabelledReadAndDeleted() {
        cli.text("ssm", "put-parameter", "--name", "/golden/web", "--value", "one", "--type", "String");
        assertThat(cli.run("ssm", "put-parameter", "--name", "/golden/web", "--value", "two", "--type", "String")
                        .err())
                .contains("ParameterAlreadyExists");
        assertThat(cli.json("ssm", "put-parameter", "--name", "/golden/web", "--value", "two", "--overwrite")
                        .path("Version")
                        .asInt())
                .isEqualTo(2);
        cli.text(
                "ssm",
                "label-parameter-version",
                "--name",
                "/golden/web",
                "--parameter-version",
                "1",
                "--labels",
                "stable");

        JsonNode stable = cli.json("ssm", "get-parameter", "--name", "/golden/web:stable", "--with-decryption");
        assertThat(stable.at("/Parameter/Value").asText()).isEqualTo("one");
        assertThat(stable.at("/Parameter/Selector").asText()).isEqualTo(":stable");
        assertThat(stable.at("/Parameter/LastModifiedDate").asText()).isNotEmpty();

        cli.text("ssm", "delete-parameter", "--name", "/golden/web");
        assertThat(cli.run("ssm", "get-parameter", "--name", "/golden/web").err())
                .contains("ParameterNotFound");
    }

    @Test
    void parametersAreListedByPath() {
        for (int i = 1; i <= 12; i++) {
            region.parameters()
                    .orElseThrow()
                    .putParameter(PutParameterRequest.builder()
                            .name(ParameterName.of("/golden/web/" + i))
                            .value("value " + i)
                            .build());
        }

        assertThat(cli.text(
                        "ssm",
                        "get-parameters-by-path",
                        "--path",
                        "/golden",
                        "--recursive",
                        "--query",
                        "length(Parameters)"))
                .isEqualTo("12");
        assertThat(cli.text("ssm", "get-parameters-by-path", "--path", "/golden", "--query", "length(Parameters)"))
                .isEqualTo("0");
    }

    @Test
    void parametersOfImagesAreDescribed() {
        region.imageParameter("/golden/web", ImageId.of(IMAGE));

        JsonNode described =
                cli.json("ssm", "describe-parameters", "--parameter-filters", "Key=DataType,Values=aws:ec2:image");

        assertThat(described.at("/Parameters/0/Name").asText()).isEqualTo("/golden/web");
        assertThat(described.at("/Parameters/0/DataType").asText()).isEqualTo("aws:ec2:image");
    }

    @Test
    void recipesAreListed() {
        String arn = region.imageRecipe("web", "1.0.0", IMAGE).arn();
        region.containerRecipe("web", "1.0.0", Optional.of(IMAGE));

        assertThat(cli.json("imagebuilder", "list-image-recipes", "--owner", "Self")
                        .at("/imageRecipeSummaryList/0/parentImage")
                        .asText())
                .isEqualTo(IMAGE);
        assertThat(cli.json("imagebuilder", "list-container-recipes").path("containerRecipeSummaryList"))
                .hasSize(1);
        assertThat(cli.json("imagebuilder", "get-image-recipe", "--image-recipe-arn", arn)
                        .at("/imageRecipe/version")
                        .asText())
                .isEqualTo("1.0.0");
        assertThat(cli.run("imagebuilder", "get-image-recipe", "--image-recipe-arn", arn.replace("1.0.0", "2.0.0"))
                        .err())
                .contains("InvalidRequestException");
    }

    @Test
    void referencesToAnImageAreTold() {
        assumeTrue(
                cli.knows("ec2", "describe-image-references"),
                "SKIPPED: this AWS CLI is older than the action DescribeImageReferences");
        region.imageParameter("/golden/web", ImageId.of(IMAGE));
        region.putLaunchTemplateVersion("web", IMAGE);

        JsonNode told =
                cli.json("ec2", "describe-image-references", "--image-ids", IMAGE, "--include-all-resource-types");

        assertThat(told.path("ImageReferences"))
                .extracting(reference -> reference.path("ResourceType").asText())
                .containsExactlyInAnyOrder("ec2:LaunchTemplate", "ssm:Parameter");
    }
}
