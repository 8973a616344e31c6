package dev.amis.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.amis.aws.StubbedAws.ok;
import static dev.amis.aws.StubbedAws.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.amis.error.AccessDeniedException;
import dev.amis.error.AmiException;
import dev.amis.error.ProviderException;
import dev.amis.error.ThrottledException;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import dev.amis.testing.endpoint.Ec2Endpoint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Working on accounts through roles: STS is stubbed, what is behind it is an account of its own for each access key. */
class RolesOverHttpTest {

    private static final AccountId DEV = AccountId.of("222233334444");
    private static final AccountId PROD = AccountId.of("555566667777");
    private static final String LATER = "2199-01-01T00:00:00Z";
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    private static final CreateImageRequest CREATE = CreateImageRequest.builder()
            .instanceId(InstanceId.of("i-0abcdef1234567890"))
            .name(ImageName.of("web-1.0.0"))
            .build();

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private final InMemoryAws accounts = InMemoryAws.create();
    private Ec2Endpoint endpoint;

    @BeforeEach
    void serve() {
        endpoint = Ec2Endpoint.start(accounts);
        AWS.always(aResponse().proxiedFrom(endpoint.uri().toString()));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void theRolesCredentialsSignTheCalls() {
        AWS.answers("AssumeRole", session(DEV, "first", LATER));

        images(assuming(DEV));

        LoggedRequest call = AWS.logged().get(1);
        assertThat(call.getHeader("Authorization")).contains("Credential=ASIA" + DEV + "/");
        assertThat(call.getHeader("X-Amz-Security-Token")).isEqualTo("first");
    }

    @Test
    void theSessionHasANameAndTheOwnersExternalId() {
        AWS.answers("AssumeRole", session(DEV, "first", LATER));

        images(AWS.connect(AWS.builder().assumingRole(role(DEV), "contract 17")));

        assertThat(AWS.requests().get(0))
                .containsEntry("Action", "AssumeRole")
                .containsEntry("RoleArn", role(DEV))
                .containsEntry("RoleSessionName", "amis")
                .containsEntry("ExternalId", "contract 17");
    }

    @Test
    void noExternalIdIsToldWhereNoneIsWanted() {
        AWS.answers("AssumeRole", session(DEV, "first", LATER));

        images(assuming(DEV));

        assertThat(AWS.requests().get(0)).doesNotContainKey("ExternalId");
    }

    @Test
    void aSessionServesAllCallsOfAllRegions() {
        AWS.answers("AssumeRole", session(DEV, "first", LATER));
        AwsProvider provider = assuming(DEV);

        images(provider);
        images(provider, Region.US_WEST_2);
        images(provider);

        assertThat(AWS.calls("AssumeRole")).isEqualTo(1);
        assertThat(AWS.calls("DescribeImages")).isEqualTo(3);
    }

    @Test
    void aSessionThatHasEndedIsRenewed() {
        AwsProvider provider = assuming(DEV);
        AWS.answers("AssumeRole", session(DEV, "first", LONG_AGO));
        images(provider);
        AWS.answers("AssumeRole", session(DEV, "second", LATER));

        images(provider);
        images(provider);

        assertThat(AWS.logged().stream()
                        .map(request -> request.getHeader("X-Amz-Security-Token"))
                        .filter(token -> token != null))
                .containsExactly("first", "second", "second");
    }

    @Test
    void twoRolesAreTwoAccountsInOneProcess() {
        AwsProvider dev = assuming(DEV);
        AWS.answers("AssumeRole", session(DEV, "dev", LATER));
        assertThat(dev.account()).isEqualTo(DEV);
        AwsProvider prod = assuming(PROD);
        AWS.answers("AssumeRole", session(PROD, "prod", LATER));
        Image image = bake(accounts.as(PROD));

        assertThat(prod.account()).isEqualTo(PROD);
        assertThat(images(prod)).extracting(Image::imageId).containsExactly(image.imageId());
        assertThat(images(dev)).isEmpty();
    }

    @Test
    void aRoleThatMayNotBeAssumedIsDenied() {
        AWS.answers(
                "AssumeRole",
                stsRefusal(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: sts:AssumeRole on"
                                + " resource: " + role(DEV)));

        AmiException refused = create(assuming(DEV));

        assertThat(refused)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("sts:AssumeRole failed for " + role(DEV))
                .hasMessageContaining("Allow sts:AssumeRole");
        assertThat(AWS.calls()).isEqualTo(1);
    }

    @Test
    void aSecurityTokenServiceThatIsDownLeavesNoOutcomeUnknown() {
        AWS.answers("AssumeRole", stsRefusal(500, "InternalFailure", "Because."));

        AmiException failed = create(assuming(DEV));

        assertThat(failed).isInstanceOf(ProviderException.class).hasMessageContaining("sts:AssumeRole failed");
        assertThat(AWS.calls("AssumeRole")).isEqualTo(AwsSettings.ofDefaults().maxAttempts());
        assertThat(AWS.calls("CreateImage")).isZero();
    }

    @Test
    void aLostAnswerToTheRoleIsAskedForAgainAlsoBeforeACreation() {
        AWS.answers("AssumeRole", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        AmiException failed = create(assuming(DEV));

        assertThat(failed).isInstanceOf(ProviderException.class).hasMessageContaining("there are no credentials");
        assertThat(AWS.calls("AssumeRole")).isEqualTo(AwsSettings.ofDefaults().maxAttempts());
    }

    @Test
    void aThrottleOnTheRoleDoesNotSlowTheCallsOfEc2() {
        AwsProvider provider = assuming(DEV);
        AWS.answers("AssumeRole", stsRefusal(400, "Throttling", "Rate exceeded"));
        assertThatThrownBy(() -> images(provider)).isInstanceOf(ThrottledException.class);
        AWS.answers("AssumeRole", session(DEV, "first", LATER));

        images(provider);

        assertThat(provider.budgetWaits()).isEmpty();
    }

    @Test
    void aRefusalOfEc2IsNotTakenForOneOfTheRole() {
        AWS.answers("AssumeRole", session(DEV, "first", LATER));
        AWS.answers("CreateImage", refusal(403, "UnauthorizedOperation"));

        assertThat(create(assuming(DEV)))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("ec2:CreateImage");
    }

    private static AwsProvider assuming(AccountId account) {
        return AWS.connect(AWS.builder().assumingRole(role(account)));
    }

    private static String role(AccountId account) {
        return "arn:aws:iam::" + account + ":role/images";
    }

    private static List<Image> images(AmiProvider provider) {
        return images(provider, provider.region());
    }

    private static List<Image> images(AmiProvider provider, Region region) {
        return provider.in(region)
                .images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .build())
                .items();
    }

    private static AmiException create(AmiProvider provider) {
        return catchThrowableOfType(
                AmiException.class, () -> provider.in(Region.EU_WEST_1).images().createImage(CREATE));
    }

    private static Image bake(InMemoryAws account) {
        var images = account.in(Region.EU_WEST_1).images();
        images.createImage(CreateImageRequest.builder()
                .instanceId(account.in(Region.EU_WEST_1).runInstance(InstanceSpec.ofBaseImage()))
                .name(ImageName.of("web-1.0.0"))
                .build());
        return images(account, Region.EU_WEST_1).get(0);
    }

    private static ResponseDefinitionBuilder session(AccountId account, String token, String until) {
        return ok("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA" + account
                + "</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>" + token
                + "</SessionToken><Expiration>" + until + "</Expiration></Credentials></AssumeRoleResult>"
                + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>");
    }

    private static ResponseDefinitionBuilder stsRefusal(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withBody("<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error><RequestId>sts-1</RequestId></ErrorResponse>");
    }
}
