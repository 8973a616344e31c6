package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send and need back, to the byte. */
class Ec2EndpointTest {

    private static final String ARN = "arn:aws:organizations::777788889999:organization/o-abcdefghij";

    private final InMemoryAws aws = InMemoryAws.builder().instant().build();
    private final Ec2Endpoint endpoint = Ec2Endpoint.start(aws);
    private final Wire wire = Wire.to(endpoint);

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetInstanceUefiData", "CreateVpc", "describeImages", "DescribeImages2"})
    void anUnknownActionIsRefusedByNameAndIsNoServerError(String action) {
        Wire.Answer answer = wire.post("Action=" + action + "&InstanceId=" + image());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.one("Code")).isEqualTo("InvalidAction");
        assertThat(answer.one("Message")).contains(action);
    }

    @Test
    void aRefusalHasTheFormOfEc2() {
        Wire.Answer answer = wire.post("Action=DescribeImages&ImageId.1=ami-0123456789abcdef0");

        assertThat(answer.contentType()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(answer.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Errors><Error>"
                        + "<Code>InvalidAMIID.NotFound</Code>"
                        + "<Message>The image id '[ami-0123456789abcdef0]' does not exist</Message>"
                        + "</Error></Errors><RequestID>" + answer.requestId() + "</RequestID></Response>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=DescribeImages&Owners.1=self",
                "Action=DescribeImages&Owner.1=self&Filter.1.Nam=name",
                "Action=CreateTags&ResourceId.1=ami-1&Tag.1.Key=a&Tag.1.Val=b",
            })
    void aParameterThatEc2DoesNotKnowIsRefusedByName(String form) {
        Wire.Answer answer = wire.post(form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.one("Code")).isEqualTo("UnknownParameter");
        assertThat(answer.one("Message")).containsPattern("Owners.1|Filter.1.Nam|Tag.1.Val");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"KernelId=aki-1", "Placement.Tenancy=dedicated", "EbsOptimized=true", "Monitoring.Enabled=true"})
    void aParameterThatTheAccountDoesNotImitateIsRefusedAndNothingIsDone(String parameter) {
        Wire.Answer answer = wire.post(run("MinCount=1&MaxCount=1&" + parameter));

        assertThat(answer.one("Code")).isEqualTo("UnknownParameter");
        assertThat(answer.one("Message")).contains(parameter.substring(0, parameter.indexOf('=')));
        assertThat(aws.calls().count("RunInstances")).isZero();
    }

    @Test
    void soIsOneDeepInsideAMapping() {
        Wire.Answer answer = wire.post(run("MinCount=1&MaxCount=1&BlockDeviceMapping.1.DeviceName=/dev/sdf"
                + "&BlockDeviceMapping.1.Ebs.VolumeSize=1&BlockDeviceMapping.1.Ebs.OutpostArn=x"));

        assertThat(answer.one("Code")).isEqualTo("UnknownParameter");
        assertThat(answer.one("Message")).contains("Ebs.OutpostArn");
    }

    @Test
    void emptyMeansAbsent() {
        wire.ok(run("MinCount=1&MaxCount=1&SubnetId=&UserData=&KeyName=&IamInstanceProfile.Name="
                + "&Placement.AvailabilityZone="));

        assertThat(aws.calls().count("RunInstances")).isEqualTo(1);
    }

    @Test
    void anEmptyDescriptionTakesItAway() {
        String image = image();
        wire.ok("Action=ModifyImageAttribute&Description.Value=old&ImageId=" + image);
        wire.ok("Action=ModifyImageAttribute&Description.Value=&ImageId=" + image);

        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").all("description"))
                .isEmpty();
    }

    @Test
    void aDryRunOfAChangeIs412AndChangesNothing() {
        Wire.Answer answer = wire.post("Action=DeregisterImage&DryRun=true&ImageId=" + image());

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.one("Code")).isEqualTo("DryRunOperation");
        assertThat(answer.one("Message")).isEqualTo("Request would have succeeded, but DryRun flag is set.");
        assertThat(own()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeSnapshots",
                "DescribeImages",
                "DescribeInstances",
                "DescribeVolumes",
                "DescribeRegions",
                "DescribeTags"
            })
    void aDryRunOfAQuestionIs412Too(String action) {
        Wire.Answer answer = wire.post("Action=" + action + "&DryRun=true");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.one("Code")).isEqualTo("DryRunOperation");
    }

    @Test
    void aDryRunWithoutPermissionIsDenied() {
        aws.access().deny("DeregisterImage");

        Wire.Answer answer = wire.post("Action=DeregisterImage&DryRun=true&ImageId=" + image());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.one("Code")).isEqualTo("UnauthorizedOperation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LaunchPermission.Add.1.UserId=444455556666",
                "Attribute=launchPermission&LaunchPermission.Add.1.UserId=444455556666",
                "Attribute=launchPermission&OperationType=add&UserId.1=444455556666",
                "LaunchPermission.Add.1.UserId=444455556666&UserId.1=444455556666",
            })
    void launchPermissionsComeInEveryForm(String form) {
        String image = image();

        wire.ok("Action=ModifyImageAttribute&ImageId=" + image + "&" + form);

        assertThat(permissions(image).all("userId")).containsExactly("444455556666");
    }

    @Test
    void theDoubledFormOfAGroupCountsOnce() {
        String image = image();
        wire.ok("Action=DisableImageBlockPublicAccess");

        wire.ok("Action=ModifyImageAttribute&LaunchPermission.Add.1.Group=all&UserGroup.1=all&ImageId=" + image);

        assertThat(permissions(image).all("group")).containsExactly("all");
    }

    @Test
    void organizationsAreSharedWithAndTakenBack() {
        String image = image();
        wire.ok("Action=ModifyImageAttribute&LaunchPermission.Add.1.OrganizationArn=" + ARN + "&ImageId=" + image);
        assertThat(permissions(image).all("organizationArn")).containsExactly(ARN);

        wire.ok("Action=ModifyImageAttribute&LaunchPermission.Remove.1.OrganizationArn=" + ARN + "&ImageId=" + image);
        assertThat(permissions(image).all("organizationArn")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateVolumePermission.Add.1.UserId=444455556666",
                "CreateVolumePermission.Add.1.UserId=444455556666&UserId.1=444455556666",
                "Attribute=createVolumePermission&OperationType=add&UserId.1=444455556666",
            })
    void snapshotPermissionsNeedNoOperationType(String form) {
        String snapshot = snapshot();

        wire.ok("Action=ModifySnapshotAttribute&SnapshotId=" + snapshot + "&" + form);

        assertThat(wire.ok("Action=DescribeSnapshotAttribute&Attribute=createVolumePermission&SnapshotId=" + snapshot)
                        .all("userId"))
                .containsExactly("444455556666");
    }

    @Test
    void anUnknownFilterIsRefusedByName() {
        Wire.Answer answer = wire.post("Action=DescribeImages&Owner.1=self&Filter.1.Name=colour&Filter.1.Value.1=red");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.one("Code")).isEqualTo("InvalidParameterValue");
        assertThat(answer.one("Message")).contains("The filter 'colour' is invalid");
    }

    @Test
    void requestIdsAreUuidsAndNoneComesTwice() {
        Set<UUID> ids = new HashSet<>();
        for (int n = 0; n < 20; n++) {
            ids.add(UUID.fromString(
                    wire.ok("Action=DescribeImages&Owner.1=self").one("requestId")));
            ids.add(UUID.fromString(wire.post("Action=DescribeImages&ImageId.1=ami-0123456789abcdef0")
                    .one("RequestID")));
        }
        assertThat(ids).hasSize(40);
    }

    @Test
    void theIdOfARefusalIsThatOfTheCallLog() {
        String id = wire.post("Action=DescribeImages&ImageId.1=ami-0123456789abcdef0")
                .one("RequestID");

        assertThat(aws.calls().entries()).extracting(CallLog.Entry::requestId).contains(id);
    }

    @Test
    void aTokenComesOnlyWhileMoreIsLeft() {
        image("web-1");
        image("web-2");
        image("web-3");
        Wire.Answer first = wire.ok("Action=DescribeImages&Owner.1=self&MaxResults=2");
        assertThat(first.all("imageId")).hasSize(2);

        Wire.Answer last =
                wire.ok("Action=DescribeImages&Owner.1=self&MaxResults=2&NextToken=" + encoded(first.one("nextToken")));

        assertThat(last.all("imageId")).hasSize(1);
        assertThat(last.all("nextToken")).isEmpty();
    }

    @Test
    void aTokenThatNobodyGaveIsRefused() {
        assertThat(wire.post("Action=DescribeImages&Owner.1=self&MaxResults=2&NextToken=abc")
                        .one("Code"))
                .isEqualTo("InvalidNextToken");
    }

    @Test
    void theAccountIsReadFromTheAccessKey() {
        image();

        assertThat(identity(wire.as("AKIA444455556666"))).isEqualTo("444455556666");
        assertThat(wire.as("AKIA444455556666")
                        .ok("Action=DescribeImages&Owner.1=self")
                        .all("imageId"))
                .isEmpty();
    }

    @Test
    void anyOtherKeyStandsForTheAccountThatWasHandedOver() {
        assertThat(identity(wire.as("minioadmin"))).isEqualTo(aws.account().value());
    }

    @Test
    void theRegionIsReadFromTheScope() {
        image();

        assertThat(wire.in("eu-west-1").ok("Action=DescribeImages&Owner.1=self").all("imageId"))
                .isEmpty();
        assertThat(aws.calls().entries().get(aws.calls().count() - 1).region()).isEqualTo(Region.EU_WEST_1);
    }

    @Test
    void aRequestWithoutScopeIsRefused() {
        Wire.Answer answer = wire.as("").post("Action=DescribeImages");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.one("Code")).isEqualTo("AuthFailure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8", ""})
    void theContentMayBeCalledAnything(String type) {
        assertThat(wire.contentType(type).post("Action=DescribeRegions").status())
                .isEqualTo(200);
    }

    @Test
    void parametersMayStandInTheAddress() throws IOException {
        Wire.Answer answer = wire.exchange("/?Action=DescribeRegions&RegionName.1=eu-west-1", "");

        assertThat(answer.one("regionName")).isEqualTo("eu-west-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam", "s3", "sqs"})
    void anotherServiceIsRefusedByName(String service) {
        Wire.Answer answer = wire.service(service).post("Action=DescribeImages");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.one("Code")).isEqualTo("InvalidAction");
        assertThat(answer.one("Message")).contains(service);
    }

    @Test
    void aServiceThatSpeaksJsonIsRefusedInJson() throws IOException {
        Wire.Answer answer = wire.service("dynamodb")
                .contentType("application/x-amz-json-1.1")
                .exchange("/", "{\"Name\":\"/a\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"InvalidAction\",\"message\":\"The service dynamodb is not imitated\"}");
    }

    @Test
    void anUnknownActionOfStsIsRefusedInItsForm() {
        Wire.Answer answer = wire.service("sts").post("Action=AssumeRole");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code>");
    }

    @Test
    void aQuestionWithoutOwnersIsAnsweredWithAllThatTheCallerMayLaunch() {
        String own = image("web-1");
        String shared = image("web-2");
        wire.ok("Action=ModifyImageAttribute&LaunchPermission.Add.1.UserId=444455556666&ImageId=" + shared);
        String base = aws.in(aws.region()).baseImage(Architecture.X86_64).value();

        assertThat(wire.ok("Action=DescribeImages").all("imageId")).contains(own, shared, base);
        assertThat(wire.as("AKIA444455556666").ok("Action=DescribeImages").all("imageId"))
                .contains(shared, base)
                .doesNotContain(own);
    }

    @Test
    void aQuestionForSnapshotsWithoutOwnersIsAnsweredWithAllThatTheCallerMayRead() {
        String snapshot = snapshot();
        Wire other = wire.as("AKIA444455556666");
        assertThat(other.ok("Action=DescribeSnapshots").all("snapshotId")).doesNotContain(snapshot);

        wire.ok("Action=ModifySnapshotAttribute&CreateVolumePermission.Add.1.UserId=444455556666&SnapshotId="
                + snapshot);

        assertThat(other.ok("Action=DescribeSnapshots").all("snapshotId")).contains(snapshot);
    }

    @Test
    void ownersSelfLeavesOutTheSnapshotsOfOthers() {
        String snapshot = snapshot();

        assertThat(wire.ok("Action=DescribeSnapshots&Owner.1=self").all("snapshotId"))
                .containsExactly(snapshot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ami-nothex", "i-0123456789abcdef0", "web"})
    void aMalformedIdIsRefusedBeforeAnybodyLooksForIt(String id) {
        assertThat(wire.post("Action=DescribeImages&ImageId.1=" + id).one("Code"))
                .isEqualTo("InvalidAMIID.Malformed");
    }

    @Test
    void creationDatesHaveMilliseconds() {
        image();

        assertThat(wire.ok("Action=DescribeImages&Owner.1=self").one("creationDate"))
                .isEqualTo("2026-01-05T08:00:00.000Z");
    }

    @Test
    void textGoesThereAndBackWhateverIsInIt() {
        String image = image();
        String odd = "für 5 € & <mehr> 🚀 'a+b=c%20d'";
        wire.ok("Action=ModifyImageAttribute&ImageId=" + image + "&Description.Value=" + encoded(odd));

        Image read = Amis.using(aws).find().ownedBySelf().latest();

        assertThat(read.description()).contains(odd);
    }

    @Test
    void anAttributeOfAnotherAccountsImageIsNotTold() {
        String image = image();
        wire.ok("Action=ModifyImageAttribute&LaunchPermission.Add.1.UserId=444455556666&ImageId=" + image);

        assertThat(wire.as("AKIA444455556666")
                        .post("Action=DescribeImageAttribute&Attribute=description&ImageId=" + image)
                        .one("Code"))
                .isEqualTo("AuthFailure");
    }

    @Test
    void productCodesAreToldThoughThereAreNone() {
        assertThat(wire.ok("Action=DescribeImageAttribute&Attribute=productCodes&ImageId=" + image())
                        .body())
                .containsPattern("<productCodes></productCodes>|<productCodes/>");
    }

    @Test
    void severalEndpointsServeSeveralWorlds() {
        image();
        try (Ec2Endpoint other = Ec2Endpoint.start()) {
            assertThat(Wire.to(other).ok("Action=DescribeImages&Owner.1=self").all("imageId"))
                    .isEmpty();
        }
    }

    @Test
    void afterClosingNobodyAnswers() {
        endpoint.close();

        assertThatThrownBy(() -> wire.post("Action=DescribeRegions")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int port = endpoint.uri().getPort();

        assertThatThrownBy(() -> Ec2Endpoint.start(aws, port))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Integer.toString(port));
    }

    @Test
    void whatIsDoneInProcessIsSeenOverTheWire() {
        Amis.using(aws.as(AccountId.of("444455556666")))
                .create("web-1.0.0")
                .fromInstance(aws.as(AccountId.of("444455556666")).runInstance())
                .start();

        assertThat(wire.as("AKIA444455556666")
                        .ok("Action=DescribeImages&Owner.1=self")
                        .one("name"))
                .isEqualTo("web-1.0.0");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String run(String parameters) {
        return "Action=RunInstances&ImageId=" + aws.in(aws.region()).baseImage(Architecture.X86_64) + "&" + parameters;
    }

    private String image() {
        return image("web-1");
    }

    private String image(String name) {
        return wire.ok("Action=CreateImage&Name=" + name + "&InstanceId=" + aws.runInstance())
                .one("imageId");
    }

    private String snapshot() {
        image();
        return wire.ok("Action=DescribeSnapshots&Owner.1=self").one("snapshotId");
    }

    private Wire.Answer permissions(String image) {
        return wire.ok("Action=DescribeImageAttribute&Attribute=launchPermission&ImageId=" + image);
    }

    private List<String> own() {
        return wire.ok("Action=DescribeImages&Owner.1=self").all("imageId");
    }

    private static String identity(Wire caller) {
        return caller.service("sts").ok("Action=GetCallerIdentity").one("Account");
    }
}
