package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.model.KeyState;
import dev.amis.model.KmsKeyId;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.KeyPort;
import dev.amis.spi.ListRecipesRequest;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Systems Manager, Image Builder and KMS refuse, in JSON, through the same chain of attempts. */
class JsonErrorsOverHttpTest {

    private static final ParameterSelector WEB = ParameterSelector.of(ParameterName.of("/golden/web"));
    private static final KmsKeyId KEY = KmsKeyId.of("arn:aws:kms:eu-west-1:111122223333:key/1234");
    private static final ListRecipesRequest ALL = ListRecipesRequest.of(Optional.empty());

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private ParameterPort parameters;
    private ImageRecipePort recipes;
    private KeyPort keys;

    @BeforeEach
    void connect() {
        parameters = AWS.connect().in(Region.EU_WEST_1).parameters().orElseThrow();
        recipes = AWS.connect().in(Region.EU_WEST_1).imageRecipes().orElseThrow();
        keys = AWS.connect().in(Region.EU_WEST_1).keys().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ParameterNotFound, NotFound",
        "ParameterVersionNotFound, NotFound",
        "ParameterAlreadyExists, Conflict",
        "ParameterLimitExceeded, QuotaExceeded",
        "ParameterMaxVersionLimitExceeded, QuotaExceeded",
        "ParameterVersionLabelLimitExceeded, QuotaExceeded",
        "AccessDeniedException, AccessDenied",
        "InvalidFilterKey, InvalidRequest",
        "InvalidNextToken, InvalidRequest",
        "ValidationException, InvalidRequest"
    })
    void aRefusalOfSystemsManagerIsOneExceptionThatTellsAll(String code, String exception) {
        AWS.always(refusal(400, code));

        AmiException refused = catchThrowableOfType(AmiException.class, () -> parameters.getParameter(WEB));

        assertThat(refused.getClass().getSimpleName()).isEqualTo(exception + "Exception");
        assertThat(refused.failure().operation()).isEqualTo("ssm:GetParameter");
        assertThat(refused.failure().resource()).contains("/golden/web");
        assertThat(refused.failure().code()).contains(code);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidPaginationTokenException, InvalidRequest",
        "400, InvalidRequestException, InvalidRequest",
        "403, ForbiddenException, AccessDenied",
        "404, ResourceNotFoundException, NotFound"
    })
    void aRefusalOfImageBuilderIsOneExceptionThatTellsAll(int status, String code, String exception) {
        AWS.always(refusal(status, code));

        AmiException refused = catchThrowableOfType(AmiException.class, () -> recipes.listImageRecipes(ALL));

        assertThat(refused.getClass().getSimpleName()).isEqualTo(exception + "Exception");
        assertThat(refused.failure().operation()).isEqualTo("imagebuilder:ListImageRecipes");
        assertThat(refused.failure().code()).contains(code);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void anUpdateBesideAnotherIsMadeOnceThatHasEnded() {
        AWS.inTurn(refusal(400, "TooManyUpdates"), json("{\"Version\":4}"));

        long version = parameters.putParameter(
                PutParameterRequest.builder().name(WEB.name()).value("x").build());

        assertThat(version).isEqualTo(4);
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @Test
    void updatesThatNeverEndAreAConflict() {
        AWS.always(refusal(400, "TooManyUpdates"));

        AmiException refused = catchThrowableOfType(AmiException.class, () -> parameters.deleteParameter(WEB.name()));

        assertThat(refused).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NotFoundException, NotFound",
        "AccessDeniedException, AccessDenied",
        "KMSInvalidStateException, Conflict",
        "InvalidArnException, InvalidRequest",
        "ValidationException, InvalidRequest"
    })
    void aRefusalOfKmsIsOneExceptionThatTellsAll(String code, String exception) {
        AWS.always(refusal(400, code));

        AmiException refused = catchThrowableOfType(AmiException.class, () -> keys.describeKey(KEY));

        assertThat(refused.getClass().getSimpleName()).isEqualTo(exception + "Exception");
        assertThat(refused.failure().operation()).isEqualTo("kms:DescribeKey");
        assertThat(refused.failure().resource()).contains(KEY.value());
        assertThat(refused.failure().code()).contains(code);
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"400, ThrottlingException", "500, KMSInternalException", "503, DependencyTimeoutException"})
    void whatPassesIsAskedAgainOfKms(int status, String code) {
        AWS.inTurn(
                refusal(status, code),
                json("{\"KeyMetadata\":{\"KeyId\":\"1234\",\"Arn\":\"" + KEY + "\",\"KeyState\":\"Enabled\"}}"));

        assertThat(keys.describeKey(KEY).state()).isEqualTo(KeyState.ENABLED);
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @Test
    void whatKmsNeverAnswersEndsAsOneException() {
        AWS.always(refusal(500, "KMSInternalException"));

        assertThat(catchThrowableOfType(AmiException.class, () -> keys.describeKey(KEY)))
                .isInstanceOf(ProviderException.class);
        assertThat(AWS.calls()).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"400, ThrottlingException", "500, InternalServerError"})
    void whatPassesIsAskedAgainOfSystemsManager(int status, String code) {
        AWS.inTurn(
                refusal(status, code),
                json("{\"Parameter\":{\"Name\":\"/golden/web\",\"Type\":\"String\",\"Value\":\"x\",\"Version\":3}}"));

        assertThat(parameters.getParameter(WEB).version()).isEqualTo(3);
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"429, CallRateLimitExceededException", "503, ServiceUnavailableException", "500, ServiceException"})
    void whatPassesIsAskedAgainOfImageBuilder(int status, String code) {
        AWS.inTurn(refusal(status, code), json("{\"imageRecipeSummaryList\":[]}"));

        assertThat(recipes.listImageRecipes(ALL).items()).isEmpty();
        assertThat(AWS.calls()).isEqualTo(2);
    }

    @Test
    void whatMayHaveBeenPutIsNotPutAgain() {
        AWS.always(refusal(500, "InternalServerError"));

        AmiException unclear = catchThrowableOfType(
                AmiException.class,
                () -> parameters.putParameter(PutParameterRequest.builder()
                        .name(WEB.name())
                        .value("secret words")
                        .build()));

        assertThat(unclear)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("/golden/web")
                .hasMessageNotContaining("secret words");
        assertThat(AWS.calls()).isEqualTo(1);
    }

    private static ResponseDefinitionBuilder refusal(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"__type\":\"" + code + "\",\"message\":\"Because.\"}");
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
