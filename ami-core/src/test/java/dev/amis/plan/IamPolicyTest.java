package dev.amis.plan;

import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amis.model.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IamPolicyTest {

    /** How the tiny account calls what EC2 calls otherwise. */
    private static final Map<String, String> NAMES = Map.of(
            "EnableProtection", "EnableImageDeregistrationProtection",
            "DisableProtection", "DisableImageDeregistrationProtection",
            "ModifyLaunchPermissions", "ModifyImageAttribute",
            "ModifyDescription", "ModifyImageAttribute",
            "RequireImdsV2", "ModifyImageAttribute",
            "RestoreImage", "RestoreImageFromRecycleBin",
            "RestoreSnapshot", "RestoreSnapshotFromRecycleBin");

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void everyCallThatAnActionMakesIsAllowedAndNothingElseChangesAnything(Cases one) throws IOException {
        TinyEc2 ec2 = Worlds.ofOneImage();
        one.prepared().accept(ec2);
        Plan plan = Worlds.plan(Worlds.planned(one.action()));
        ec2.calls.clear();
        Worlds.engine(ec2).applying(plan).apply();

        Set<String> allowed = new TreeSet<>(allowed(plan).keySet());
        Set<String> called = ec2.calls.stream()
                .map(call -> call.substring(0, call.indexOf(' ')))
                .map(call -> "ec2:" + NAMES.getOrDefault(call, call))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(allowed).containsAll(called);
        allowed.removeAll(called);
        // EC2 deletes snapshots itself, and what is only read when an answer was lost was not read here.
        assertThat(allowed).isSubsetOf("ec2:DeleteSnapshot", "ec2:DescribeSnapshots");
    }

    @Test
    void resourcesAreThoseOfThePlanAlone() throws IOException {
        Plan plan = Worlds.plan(Worlds.planned(new Action.Deregister(REGION, IMAGE, true, List.of(SNAPSHOT))));
        assertThat(allowed(plan))
                .containsEntry("ec2:DeregisterImage", List.of("arn:aws:ec2:eu-west-1::image/" + IMAGE))
                .containsEntry("ec2:DeleteSnapshot", List.of("arn:aws:ec2:eu-west-1::snapshot/" + SNAPSHOT))
                .containsEntry("ec2:DescribeImages", List.of("*"));
    }

    @Test
    void snapshotsThatStayNeedNoPermission() throws IOException {
        Plan plan = Worlds.plan(Worlds.planned(new Action.Deregister(REGION, IMAGE, false, List.of(SNAPSHOT))));
        assertThat(allowed(plan)).doesNotContainKey("ec2:DeleteSnapshot");
    }

    @Test
    void otherPartitionsHaveOtherArns() throws IOException {
        Plan plan = Worlds.plan(Worlds.planned(new Action.Disable(Region.of("cn-north-1"), IMAGE)));
        assertThat(allowed(plan))
                .containsEntry("ec2:DisableImage", List.of("arn:aws-cn:ec2:cn-north-1::image/" + IMAGE));
    }

    @Test
    void whatSourcesOfReferencesReadIsAllowed() throws IOException {
        Facts facts = Facts.builder()
                .addUnusedIn("instances", "launch templates", "my own")
                .build();
        Plan plan = Worlds.plan(Worlds.planned(new Action.Disable(REGION, IMAGE), facts));
        assertThat(allowed(plan)).containsKeys("ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions");
    }

    @Test
    void whatSourcesOfOtherServicesReadIsAllowed() throws IOException {
        Facts facts = Facts.builder()
                .addUnusedIn("parameters", "parameters under /golden, /app", "image recipes", "usage reports")
                .build();
        Plan plan = Worlds.plan(Worlds.planned(new Action.Disable(REGION, IMAGE), facts));
        assertThat(allowed(plan))
                .containsKeys(
                        "ssm:DescribeParameters",
                        "ssm:GetParameters",
                        "ssm:GetParametersByPath",
                        "imagebuilder:ListImageRecipes",
                        "imagebuilder:ListContainerRecipes",
                        "ec2:CreateImageUsageReport");
    }

    @Test
    void aPlanWithNothingToDoNeedsNothing() throws IOException {
        assertThat(allowed(Worlds.plan())).isEmpty();
    }

    private static Map<String, List<String>> allowed(Plan plan) throws IOException {
        JsonNode policy = new ObjectMapper().readTree(plan.iamPolicy());
        assertThat(policy.get("Version").asText()).isEqualTo("2012-10-17");
        Map<String, List<String>> allowed = new TreeMap<>();
        for (JsonNode statement : policy.path("Statement")) {
            assertThat(statement.get("Effect").asText()).isEqualTo("Allow");
            List<String> resources = new ArrayList<>();
            statement.get("Resource").forEach(resource -> resources.add(resource.asText()));
            statement.get("Action").forEach(action -> allowed.put(action.asText(), resources));
        }
        return allowed;
    }
}
