package dev.amis.rollout;

import dev.amis.internal.PolicyDocument;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.List;
import java.util.stream.Stream;

/** The permissions that rolling out and taking back takes, and no others, as an IAM policy. */
final class RolloutPolicy {

    private static final List<String> IMAGES = List.of("ec2:DescribeImages");

    /** What a way back asks before it deletes a version: who launches from it. */
    private static final List<String> TEMPLATES = List.of(
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeInstanceRefreshes",
            "ec2:DescribeFleets",
            "ec2:DescribeInstances",
            "ec2:DescribeLaunchTemplateVersions",
            "ec2:DescribeLaunchTemplates",
            "ec2:DescribeSpotFleetRequests");

    /** Read with the caller's permission where a template that names a parameter is used or resolved. */
    private static final List<String> BEHIND_PARAMETERS = List.of("ssm:GetParameters");

    private final RolloutPlan plan;
    private final PolicyDocument document = new PolicyDocument();

    private RolloutPolicy(RolloutPlan plan) {
        this.plan = plan;
    }

    static String of(RolloutPlan plan) {
        RolloutPolicy policy = new RolloutPolicy(plan);
        policy.document.look(IMAGES);
        plan.templates().forEach(policy::add);
        plan.groups().forEach(policy::add);
        plan.pointers().forEach(policy::add);
        return policy.document.toJson();
    }

    private void add(TemplateTarget template) {
        document.look(TEMPLATES);
        if (template.namesParameter()) {
            document.look(BEHIND_PARAMETERS);
        }
        String arn = template(template.region(), template.launchTemplateId().value());
        document.allow("ec2:CreateLaunchTemplateVersion", arn);
        document.allow("ec2:DeleteLaunchTemplateVersions", arn);
        if (template.switchesDefault()) {
            document.allow("ec2:ModifyLaunchTemplate", arn);
        }
        Stream.concat(Stream.of(template.newImage()), template.image().stream())
                .forEach(image -> tag(template.region(), image));
    }

    /** Who lets a group launch from a template must be allowed to launch from it. Source: Auto Scaling User Guide. */
    private void add(GroupTarget group) {
        String arn = arn("autoscaling", group.region(), plan.account().value())
                + "autoScalingGroup:*:autoScalingGroupName/" + group.name();
        document.allow("autoscaling:CancelInstanceRefresh", arn);
        document.allow("autoscaling:StartInstanceRefresh", arn);
        document.allow("autoscaling:UpdateAutoScalingGroup", arn);
        document.allowLaunchesFrom(
                template(group.region(), group.launchTemplateId().value()));
    }

    private void add(PointerTarget pointer) {
        String name = pointer.parameter().value();
        document.look(List.of("ssm:GetParameter"));
        document.allow(
                "ssm:PutParameter",
                arn("ssm", pointer.region(), plan.account().value()) + "parameter"
                        + (name.startsWith("/") ? name : "/" + name));
        tag(pointer.region(), pointer.image());
        tag(pointer.region(), pointer.newImage());
    }

    private void tag(Region region, ImageId image) {
        String arn = arn("ec2", region, "") + "image/" + image;
        document.allow("ec2:CreateTags", arn);
        document.allow("ec2:DeleteTags", arn);
    }

    private String template(Region region, String id) {
        return arn("ec2", region, plan.account().value()) + "launch-template/" + id;
    }

    private static String arn(String service, Region region, String account) {
        return "arn:" + region.partition().id() + ":" + service + ":" + region + ":" + account + ":";
    }
}
