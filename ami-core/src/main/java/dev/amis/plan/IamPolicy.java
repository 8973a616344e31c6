package dev.amis.plan;

import dev.amis.internal.PolicyDocument;
import dev.amis.internal.owners.SnapshotOwners;
import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.TemplateLaunches;
import java.util.List;
import java.util.Map;

/** The permissions that applying a plan takes, and no others, as an IAM policy. */
final class IamPolicy {

    private static final String ANYTHING = "*";

    /** IAM names the permission as EC2 names the call. */
    private static final Map<Class<? extends Action>, String> CALLS = Map.ofEntries(
            Map.entry(Action.Deprecate.class, "EnableImageDeprecation"),
            Map.entry(Action.CancelDeprecation.class, "DisableImageDeprecation"),
            Map.entry(Action.Disable.class, "DisableImage"),
            Map.entry(Action.Enable.class, "EnableImage"),
            Map.entry(Action.Protect.class, "EnableImageDeregistrationProtection"),
            Map.entry(Action.Unprotect.class, "DisableImageDeregistrationProtection"),
            Map.entry(Action.Deregister.class, "DeregisterImage"),
            Map.entry(Action.ChangeLaunchPermissions.class, "ModifyImageAttribute"),
            Map.entry(Action.ChangeSnapshotPermissions.class, "ModifySnapshotAttribute"),
            Map.entry(Action.SetTags.class, "CreateTags"),
            Map.entry(Action.RemoveTags.class, "DeleteTags"),
            Map.entry(Action.SetDescription.class, "ModifyImageAttribute"),
            Map.entry(Action.RequireImdsV2.class, "ModifyImageAttribute"),
            Map.entry(Action.DeleteSnapshot.class, "DeleteSnapshot"),
            Map.entry(Action.RestoreSnapshot.class, "RestoreSnapshotFromRecycleBin"),
            Map.entry(Action.RestoreImage.class, "RestoreImageFromRecycleBin"),
            Map.entry(TemplateAction.Create.class, "CreateLaunchTemplate"),
            Map.entry(TemplateAction.Remove.class, "DeleteLaunchTemplate"),
            Map.entry(TemplateAction.NewVersion.class, "CreateLaunchTemplateVersion"),
            Map.entry(TemplateAction.SetDefault.class, "ModifyLaunchTemplate"),
            Map.entry(TemplateAction.DeleteVersion.class, "DeleteLaunchTemplateVersions"));

    /** What sources of parameters by their paths are called, and what they read. */
    private static final String PATHS = "parameters under ";

    private static final List<String> BY_PATH = List.of("ssm:GetParametersByPath");

    /** What the sources of references read. */
    private static final Map<String, List<String>> SOURCES = Map.ofEntries(
            Map.entry(ReferenceSource.instances().name(), List.of("ec2:DescribeInstances")),
            // EC2 reads a parameter that a template names with the caller's permission.
            Map.entry(
                    ReferenceSource.launchTemplates().name(),
                    List.of("ec2:DescribeLaunchTemplateVersions", "ssm:GetParameters")),
            Map.entry(
                    ReferenceSource.launchConfigurations().name(), List.of("autoscaling:DescribeLaunchConfigurations")),
            Map.entry(
                    ReferenceSource.autoScalingGroups().name(),
                    List.of(
                            "autoscaling:DescribeAutoScalingGroups",
                            "autoscaling:DescribeLaunchConfigurations",
                            "ec2:DescribeLaunchTemplateVersions",
                            "ssm:GetParameters")),
            Map.entry(
                    ReferenceSource.fleets().name(),
                    List.of(
                            "ec2:DescribeFleets",
                            "ec2:DescribeLaunchTemplateVersions",
                            "ec2:DescribeSpotFleetRequests",
                            "ssm:GetParameters")),
            Map.entry(ReferenceSource.copiesInProgress().name(), List.of("ec2:DescribeImages")),
            Map.entry(ReferenceSource.derivedImages().name(), List.of("ec2:DescribeImages")),
            Map.entry(SnapshotOwners.IMAGES, List.of("ec2:DescribeImages")),
            Map.entry(SnapshotOwners.IMAGES_OF_OTHERS, List.of("ec2:DescribeImages")),
            Map.entry(SnapshotOwners.VOLUMES, List.of("ec2:DescribeVolumes")),
            Map.entry(SnapshotOwners.LAUNCH_TEMPLATES, List.of("ec2:DescribeLaunchTemplateVersions")),
            Map.entry(SnapshotOwners.FAST_LAUNCH, List.of("ec2:DescribeFastLaunchImages")),
            Map.entry(SnapshotOwners.COPIES, List.of("ec2:DescribeSnapshots")),
            Map.entry(SnapshotOwners.RECYCLE_BIN, List.of("ec2:ListImagesInRecycleBin")),
            Map.entry(SnapshotOwners.RECYCLE_BIN_BY_NAME, List.of("ec2:ListImagesInRecycleBin")),
            Map.entry(ReferenceSource.parameters().name(), List.of("ssm:DescribeParameters", "ssm:GetParameters")),
            // What a recipe starts from may be a parameter or what Image Builder built.
            Map.entry(
                    ReferenceSource.imageRecipes().name(),
                    List.of(
                            "imagebuilder:GetImage",
                            "imagebuilder:ListContainerRecipes",
                            "imagebuilder:ListImageRecipes",
                            "ssm:GetParameter")),
            Map.entry(
                    ReferenceSource.imageReferences(1).name(),
                    List.of(
                            "ec2:DescribeImageReferences",
                            "ec2:DescribeInstances",
                            "ec2:DescribeLaunchTemplateVersions",
                            "ec2:DescribeLaunchTemplates",
                            "imagebuilder:GetContainerRecipe",
                            "imagebuilder:ListContainerRecipes",
                            "imagebuilder:ListImageRecipes",
                            "ssm:DescribeParameters",
                            "ssm:GetParameters")),
            Map.entry(
                    TemplateLaunches.NAME,
                    List.of(
                            "autoscaling:DescribeAutoScalingGroups",
                            "autoscaling:DescribeInstanceRefreshes",
                            "ec2:DescribeFleets",
                            "ec2:DescribeInstances",
                            "ec2:DescribeLaunchTemplates",
                            "ec2:DescribeSpotFleetRequests")),
            Map.entry(TemplateLaunches.ROLLOUTS, List.of("ec2:DescribeImages")),
            Map.entry(
                    "usage reports",
                    List.of(
                            "ec2:CreateImageUsageReport",
                            "ec2:DeleteImageUsageReport",
                            "ec2:DescribeImageUsageReportEntries",
                            "ec2:DescribeImageUsageReports")));

    private final PolicyDocument document = new PolicyDocument();
    private final AccountId account;

    private IamPolicy(AccountId account) {
        this.account = account;
    }

    static String of(Plan plan) {
        IamPolicy policy = new IamPolicy(plan.account());
        plan.actions().forEach(policy::add);
        return policy.document.toJson();
    }

    private void add(PlannedAction planned) {
        Action action = planned.action();
        document.look(looks(action));
        if (planned.facts().launchPermissions().isPresent()) {
            document.look(List.of("ec2:DescribeImageAttribute"));
        }
        if (planned.facts().snapshotPermissions().isPresent()) {
            document.look(List.of("ec2:DescribeSnapshotAttribute"));
        }
        if (action instanceof TemplateAction && planned.facts().state().isPresent()) {
            document.look(List.of("ec2:DescribeImages"));
        }
        for (String source : planned.facts().unusedIn()) {
            document.look(source.startsWith(PATHS) ? BY_PATH : SOURCES.getOrDefault(source, List.of()));
        }
        if (action instanceof PointerAction pointer) {
            add(pointer);
            return;
        }
        if (action instanceof TemplateAction template) {
            add(template);
            return;
        }
        if (isOnTemplate(action)) {
            allowOnTemplate(call(action), action.region(), action.target());
            return;
        }
        allow(call(action), action.region(), action.target());
        if (action instanceof Action.Deregister deregister && deregister.withSnapshots()) {
            deregister.snapshots().forEach(id -> allow("ec2:DeleteSnapshot", action.region(), id.value()));
            // What became of them is looked up where the answer was lost.
            document.look(List.of("ec2:DescribeSnapshots"));
        }
    }

    private void add(PointerAction pointer) {
        String call = pointer instanceof PointerAction.Remove ? "ssm:DeleteParameter" : "ssm:PutParameter";
        String path = pointer.parameter().value();
        String arn = "arn:" + pointer.region().partition().id() + ":ssm:" + pointer.region() + ":" + account
                + ":parameter" + (path.startsWith("/") ? path : "/" + path);
        document.allow(call, arn);
    }

    /** A template that is still to be made, or is known by its name only, has no id to name. */
    private void add(TemplateAction action) {
        String id = action instanceof TemplateAction.OnTemplate ? action.target() : ANYTHING;
        allowOnTemplate(call(action), action.region(), id);
        if (action instanceof TemplateAction.Create create && !create.tags().isEmpty()) {
            allowOnTemplate("ec2:CreateTags", action.region(), id);
        }
    }

    private static boolean isOnTemplate(Action action) {
        return action instanceof Action.OnTags tags && tags.resource().startsWith("lt-");
    }

    private void allowOnTemplate(String call, Region region, String id) {
        String arn = "arn:" + region.partition().id() + ":ec2:" + region + ":" + account + ":launch-template/" + id;
        document.allow(call, arn);
    }

    private void allow(String call, Region region, String target) {
        String kind = target.startsWith("snap-") ? "snapshot" : "image";
        String arn = "arn:" + region.partition().id() + ":ec2:" + region + "::" + kind + "/" + target;
        document.allow(call, arn);
    }

    private static List<String> looks(Action action) {
        if (action instanceof PointerAction) {
            return List.of("ec2:DescribeImages", "ssm:DescribeParameters", "ssm:GetParameter");
        }
        if (action instanceof TemplateAction) {
            return List.of("ec2:DescribeLaunchTemplateVersions");
        }
        if (isOnTemplate(action)) {
            return List.of("ec2:DescribeLaunchTemplates");
        }
        if (action instanceof Action.ChangeSnapshotPermissions) {
            return List.of("ec2:DescribeSnapshotAttribute");
        }
        if (action instanceof Action.Disable || action instanceof Action.ChangeLaunchPermissions) {
            return List.of("ec2:DescribeImages", "ec2:DescribeImageAttribute");
        }
        return List.of(action.target().startsWith("snap-") ? "ec2:DescribeSnapshots" : "ec2:DescribeImages");
    }

    private static String call(Action action) {
        String call = CALLS.get(action.getClass());
        if (call == null) {
            throw new IllegalStateException("no IAM action is known of " + action.getClass());
        }
        return "ec2:" + call;
    }
}
