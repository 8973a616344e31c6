package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.rollout.Rollout;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.testing.CallLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy of a plan allows what rolling it out and taking it back call, and nothing else. */
class RolloutPolicyTest extends RolloutScene {

    private enum Case {
        BY_NUMBER(true, false),
        BY_DEFAULT(true, false),
        BY_LATEST(true, false),
        BY_PARAMETER(true, true),
        BY_POINTER(true, true),
        MIXED_INSTANCES(true, false),
        TEMPLATE_ALONE(false, false),
        POINTER_ALONE(false, false),
        ALL(true, true);

        final boolean launches;
        final boolean namesParameter;

        Case(boolean launches, boolean namesParameter) {
            this.launches = launches;
            this.namesParameter = namesParameter;
        }
    }

    private Rollout rollout(Case one) {
        Rollout rollout = amis.rollout(young);
        return switch (one) {
            case BY_NUMBER -> rollout.toGroups("web-0");
            case BY_DEFAULT -> rollout.toGroups("web-2");
            case BY_LATEST -> rollout.toGroups("web-3");
            case BY_PARAMETER -> rollout.toGroups("web-4");
            case BY_POINTER -> rollout.toGroups("web-4").toPointers(RolloutFleet.POINTER);
            case MIXED_INSTANCES -> rollout.toGroups("web-5");
            case TEMPLATE_ALONE -> rollout.toTemplates(RolloutFleet.TEMPLATE);
            case POINTER_ALONE -> rollout.toPointers(RolloutFleet.POINTER);
            case ALL -> fleet.rollout(amis);
        };
    }

    @ParameterizedTest
    @EnumSource
    void isWhatIsCalledAndNothingElse(Case one) {
        RolloutPlan plan = rollout(one).plan();
        aws.calls().clear();
        amis.rollback(amis.apply(plan).orThrow()).orThrow();
        List<CallLog.Entry> calls = new ArrayList<>(aws.calls().entries());
        if (one.launches) {
            calls.addAll(callsOfOneThatStops(one));
        }

        Map<String, List<String>> allowed = allowed(plan);
        Set<String> expected = new TreeSet<>();
        calls.forEach(call -> expected.add(call.action()));
        if (one.launches) {
            expected.add("RunInstances");
        }
        if (one.namesParameter) {
            expected.add("GetParameters");
        }
        assertThat(allowed.keySet()).map(RolloutPolicyTest::call).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(calls).allSatisfy(call -> assertAllowed(call, allowed));
    }

    /** A wave that takes too long is cancelled. */
    private List<CallLog.Entry> callsOfOneThatStops(Case one) {
        RolloutPlan plan = rollout(one).eachWaveWithin(Duration.ofSeconds(1)).plan();
        aws.calls().clear();
        RolloutReport report = amis.apply(plan);
        assertThat(report.status()).isEqualTo(Status.STOPPED);
        amis.rollback(report).orThrow();
        return aws.calls().entries();
    }

    /** A change is allowed on the thing that it is about. */
    private static void assertAllowed(CallLog.Entry call, Map<String, List<String>> allowed) {
        List<String> resources = allowed.entrySet().stream()
                .filter(entry -> call(entry.getKey()).equals(call.action()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        assertThat(resources)
                .as(call.toString())
                .anyMatch(arn -> arn.equals("*")
                        || arn.endsWith("/" + call.resources().get(0))
                        || arn.endsWith(call.resources().get(0)));
    }

    @Test
    void theWholeFleetIsNamed() {
        String account = aws.account().value();
        Map<String, List<String>> allowed = allowed(fleet.rollout(amis).plan());

        assertThat(allowed.get("autoscaling:StartInstanceRefresh"))
                .hasSize(6)
                .contains(
                        "arn:aws:autoscaling:us-east-1:" + account + ":autoScalingGroup:*:autoScalingGroupName/web-0");
        assertThat(allowed.get("ssm:PutParameter"))
                .containsExactly("arn:aws:ssm:us-east-1:" + account + ":parameter/web/current");
        assertThat(allowed.get("ec2:CreateLaunchTemplateVersion"))
                .hasSize(2)
                .contains("arn:aws:ec2:us-east-1:" + account + ":launch-template/" + template());
        assertThat(allowed.get("ec2:CreateTags"))
                .hasSize(2)
                .contains("arn:aws:ec2:us-east-1::image/" + young.imageId());
    }

    @Test
    void launchesAreAllowedFromTheTemplatesAlone() {
        String policy = rollout(Case.BY_NUMBER).plan().iamPolicy();

        assertThat(json(policy).path("Statement"))
                .filteredOn(statement -> statement.get("Sid").asText().equals("RunInstances"))
                .singleElement()
                .extracting(statement ->
                        statement.at("/Condition/ArnLike/ec2:LaunchTemplate/0").asText())
                .isEqualTo("arn:aws:ec2:us-east-1:" + aws.account() + ":launch-template/" + template());
    }

    @Test
    void aPlanThatWasStoredHasTheSamePolicy() {
        RolloutPlan plan = fleet.rollout(amis).plan();

        assertThat(RolloutPlan.fromJson(plan.toJson()).iamPolicy()).isEqualTo(plan.iamPolicy());
    }

    @Test
    void aRoleThatIsPassedAndTagsOfLaunchesAreNoted() {
        here.launchTemplates()
                .orElseThrow()
                .createLaunchTemplate(CreateLaunchTemplateRequest.builder()
                        .launchTemplateName("with-role")
                        .launchTemplateData(LaunchTemplateData.of(Map.of(
                                "ImageId",
                                young.imageId().value(),
                                "IamInstanceProfile.Name",
                                "web",
                                "TagSpecifications.1.ResourceType",
                                "instance",
                                "TagSpecifications.1.Tags.1.Key",
                                "Team",
                                "TagSpecifications.1.Tags.1.Value",
                                "web")))
                        .build());
        here.autoScalingGroup(AutoScalingGroup.builder()
                .name("with-role")
                .region(HERE)
                .build()
                .withLaunchSource(new GroupLaunchSource.Template(LaunchTemplateSpecification.named("with-role", "1"))));

        assertThat(amis.rollout(young).toGroups("with-role").plan().describe())
                .contains("names an instance profile, so iam:PassRole on its role is needed besides iamPolicy()")
                .contains("tags what is launched, so ec2:CreateTags on that is needed");
        assertThat(rollout(Case.BY_NUMBER).plan().notes()).noneMatch(note -> note.contains("iamPolicy()"));
    }

    private static Map<String, List<String>> allowed(RolloutPlan plan) {
        Map<String, List<String>> allowed = new TreeMap<>();
        for (JsonNode statement : json(plan.iamPolicy()).path("Statement")) {
            List<String> resources = new ArrayList<>();
            statement.get("Resource").forEach(resource -> resources.add(resource.asText()));
            statement.get("Action").forEach(action -> allowed.put(action.asText(), resources));
        }
        return allowed;
    }

    private static JsonNode json(String policy) {
        try {
            return new ObjectMapper().readTree(policy);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String call(String permission) {
        return permission.substring(permission.indexOf(':') + 1);
    }
}
