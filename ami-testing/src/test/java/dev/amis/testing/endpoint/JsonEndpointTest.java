package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.testing.InMemoryAws;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The services that speak JSON, over the wire: what is not imitated is refused by name. */
class JsonEndpointTest {

    private final Ec2Endpoint endpoint = Ec2Endpoint.start();
    private final InMemoryAws aws = endpoint.account();
    private final Wire ssm = Wire.to(endpoint).service("ssm").contentType("application/x-amz-json-1.1");
    private final Wire builder = Wire.to(endpoint).service("imagebuilder").contentType("application/json");

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void parameterIsPutAndRead() throws IOException {
        assertThat(ask("PutParameter", "{\"Name\":\"/a\",\"Value\":\"x\",\"Type\":\"String\"}")
                        .body())
                .isEqualTo("{\"Version\":1,\"Tier\":\"Standard\"}");
        assertThat(ask("GetParameter", "{\"Name\":\"/a\"}").body())
                .contains("\"Value\":\"x\"", "\"DataType\":\"text\"");
    }

    /** Terraform sends every member that it knows. */
    @Test
    void emptyTextIsAbsent() throws IOException {
        assertThat(ask(
                                "PutParameter",
                                "{\"Name\":\"/a\",\"Value\":\"x\",\"Type\":\"String\",\"AllowedPattern\":\"\","
                                        + "\"KeyId\":null}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void unknownMemberIsRefusedByName() throws IOException {
        assertThat(ask("GetParameter", "{\"Name\":\"/a\",\"Colour\":\"red\"}"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("ValidationException", "Colour"));
    }

    @Test
    void memberThatIsNotImitatedIsRefusedByName() throws IOException {
        assertThat(ask("PutParameter", "{\"Name\":\"/a\",\"Value\":\"x\",\"Type\":\"String\",\"Policies\":\"[]\"}")
                        .body())
                .contains("ValidationException", "Policies");
    }

    @Test
    void unknownMemberWithinAnotherIsRefusedByItsPath() throws IOException {
        assertThat(ask("DescribeParameters", "{\"ParameterFilters\":[{\"Key\":\"Name\",\"Colour\":\"red\"}]}")
                        .body())
                .contains("ParameterFilters.Colour");
    }

    @Test
    void valueOfTheWrongKindIsRefusedByName() throws IOException {
        assertThat(ask("DescribeParameters", "{\"MaxResults\":\"ten\"}").body())
                .contains("SerializationException", "MaxResults");
        assertThat(ask("GetParameters", "{\"Names\":\"/a\"}").body()).contains("SerializationException", "Names");
    }

    @Test
    void whatIsNoJsonIsRefused() throws IOException {
        assertThat(ask("GetParameter", "{\"Name\":").body()).contains("SerializationException");
    }

    @Test
    void valueThatNoRequestMayHaveIsInvalid() throws IOException {
        assertThat(ask("GetParameter", "{\"Name\":\"two words\"}").body()).contains("\"ValidationException\"");
        assertThat(ask("GetParameter", "{}").body()).contains("\"ValidationException\"", "Name");
    }

    @Test
    void newParameterNeedsAType() throws IOException {
        assertThat(ask("PutParameter", "{\"Name\":\"/a\",\"Value\":\"x\"}").body())
                .contains("\"ValidationException\"", "type is required");
    }

    @Test
    void labelledVersionIsTold() throws IOException {
        ask("PutParameter", "{\"Name\":\"/a\",\"Value\":\"x\",\"Type\":\"String\"}");
        ask("PutParameter", "{\"Name\":\"/a\",\"Value\":\"y\",\"Overwrite\":true}");

        assertThat(ask("LabelParameterVersion", "{\"Name\":\"/a\",\"Labels\":[\"stable\"]}")
                        .body())
                .contains("\"ParameterVersion\":2");
    }

    @Test
    void timeThatIsNoNumberIsRefused() throws IOException {
        assertThat(ask(
                                "SendCommand",
                                "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"" + aws.runInstance()
                                        + "\"],\"Parameters\":{\"commands\":[\"ls\"],\"executionTimeout\":[\"long\"]}}")
                        .body())
                .contains("\"InvalidParameters\"");
    }

    @Test
    void unknownActionIsRefusedByName() throws IOException {
        assertThat(ask("CreateDocument", "{}").body()).contains("UnknownOperationException", "CreateDocument");
        assertThat(builder.exchange("/CreateImageRecipe", "{}").body())
                .contains("UnknownOperationException", "/CreateImageRecipe");
    }

    @Test
    void requestWithoutATargetIsRefused() throws IOException {
        assertThat(ssm.exchange("/", "{}").body()).contains("UnknownOperationException", "X-Amz-Target");
    }

    @Test
    void unknownParameterOfTheAddressIsRefusedByName() throws IOException {
        assertThat(builder.exchange("/GetImageRecipe?imageRecipeArn=arn&colour=red", "")
                        .body())
                .contains("ValidationException", "colour");
    }

    @Test
    void recipesOfOthersAreNotImitated() throws IOException {
        assertThat(builder.exchange("/ListImageRecipes", "{\"owner\":\"Amazon\"}")
                        .body())
                .contains("InvalidParameterValueException", "Amazon");
    }

    @Test
    void secretsAndOtherTiersAreNotImitated() throws IOException {
        assertThat(ask("PutParameter", "{\"Name\":\"/a\",\"Value\":\"x\",\"Type\":\"SecureString\"}")
                        .body())
                .contains("SecureString");
        assertThat(ask("PutParameter", "{\"Name\":\"/a\",\"Value\":\"x\",\"Type\":\"String\",\"Tier\":\"Advanced\"}")
                        .body())
                .contains("Advanced");
    }

    @Test
    void denialsAndThrottlesHaveTheServicesOwnWords() throws IOException {
        aws.access().deny("ssm:GetParameter").deny("imagebuilder:ListImageRecipes");

        assertThat(ask("GetParameter", "{\"Name\":\"/a\"}").body())
                .contains("AccessDeniedException", "ssm:GetParameter");
        Wire.Answer denied = builder.exchange("/ListImageRecipes", "{}");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body()).contains("ForbiddenException", "imagebuilder:ListImageRecipes");
    }

    private Wire.Answer ask(String action, String body) throws IOException {
        return ssm.target("AmazonSSM." + action).exchange("/", body);
    }
}
