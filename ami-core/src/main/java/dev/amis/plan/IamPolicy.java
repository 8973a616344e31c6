package dev.amis.plan;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.Shape;
import dev.amis.internal.owners.SnapshotOwners;
import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.TemplateLaunches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The permissions that applying a plan takes, and no others, as an IAM policy. */
final class IamPolicy {

    /** EC2's describing actions know no permissions for single resources. Source: Service Authorization Reference, EC2. */
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
                            "ec2:DescribeSpotFleetRequests")),
            Map.entry(TemplateLaunches.ROLLOUTS, List.of("ec2:DescribeImages")),
            Map.entry(
                    "usage reports",
                    List.of(
                            "ec2:CreateImageUsageReport",
                            "ec2:DeleteImageUsageReport",
                            "ec2:DescribeImageUsageReportEntries",
                            "ec2:DescribeImageUsageReports")));

    private static final Field<Statement, String> SID = Field.of("Sid", Codec.TEXT, Statement::sid);
    private static final Field<Statement, String> EFFECT = Field.of("Effect", Codec.TEXT, statement -> "Allow");
    private static final Field<Statement, List<String>> ACTION = Field.list("Action", Codec.TEXT, Statement::actions);
    private static final Field<Statement, List<String>> RESOURCE =
            Field.list("Resource", Codec.TEXT, Statement::resources);
    private static final Field<IamPolicy, String> VERSION = Field.of("Version", Codec.TEXT, policy -> "2012-10-17");
    private static final Field<IamPolicy, List<Statement>> STATEMENT = Field.list(
            "Statement",
            Shape.of(
                    values -> new Statement(values.get(SID), values.get(ACTION), values.get(RESOURCE)),
                    SID,
                    EFFECT,
                    ACTION,
                    RESOURCE),
            IamPolicy::statements);

    private final Set<String> reads = new TreeSet<>();
    private final Map<String, Set<String>> changes = new TreeMap<>();

    private record Statement(String sid, List<String> actions, List<String> resources) {}

    private final AccountId account;

    private IamPolicy(AccountId account) {
        this.account = account;
    }

    static String of(Plan plan) {
        IamPolicy policy = new IamPolicy(plan.account());
        plan.actions().forEach(policy::add);
        return Shape.of(values -> policy, VERSION, STATEMENT).toText(policy);
    }

    private void add(PlannedAction planned) {
        Action action = planned.action();
        reads.addAll(looks(action));
        if (planned.facts().launchPermissions().isPresent()) {
            reads.add("ec2:DescribeImageAttribute");
        }
        if (planned.facts().snapshotPermissions().isPresent()) {
            reads.add("ec2:DescribeSnapshotAttribute");
        }
        if (action instanceof TemplateAction && planned.facts().state().isPresent()) {
            reads.add("ec2:DescribeImages");
        }
        for (String source : planned.facts().unusedIn()) {
            reads.addAll(source.startsWith(PATHS) ? BY_PATH : SOURCES.getOrDefault(source, List.of()));
        }
        if (action instanceof PointerAction pointer) {
            add(pointer);
            return;
        }
        if (action instanceof TemplateAction template) {
            add(template);
            return;
        }
        allow(call(action), action.region(), action.target());
        if (action instanceof Action.Deregister deregister && deregister.withSnapshots()) {
            deregister.snapshots().forEach(id -> allow("ec2:DeleteSnapshot", action.region(), id.value()));
            // What became of them is looked up where the answer was lost.
            reads.add("ec2:DescribeSnapshots");
        }
    }

    private void add(PointerAction pointer) {
        String call = pointer instanceof PointerAction.Remove ? "ssm:DeleteParameter" : "ssm:PutParameter";
        String path = pointer.parameter().value();
        String arn = "arn:" + pointer.region().partition().id() + ":ssm:" + pointer.region() + ":" + account
                + ":parameter" + (path.startsWith("/") ? path : "/" + path);
        changes.computeIfAbsent(call, none -> new TreeSet<>()).add(arn);
    }

    /** A template that is still to be made, or is known by its name only, has no id to name. */
    private void add(TemplateAction action) {
        String id = action instanceof TemplateAction.OnTemplate ? action.target() : ANYTHING;
        String arn = "arn:" + action.region().partition().id() + ":ec2:" + action.region() + ":" + account
                + ":launch-template/" + id;
        changes.computeIfAbsent(call(action), none -> new TreeSet<>()).add(arn);
        if (action instanceof TemplateAction.Create create && !create.tags().isEmpty()) {
            changes.computeIfAbsent("ec2:CreateTags", none -> new TreeSet<>()).add(arn);
        }
    }

    private void allow(String call, Region region, String target) {
        String kind = target.startsWith("snap-") ? "snapshot" : "image";
        String arn = "arn:" + region.partition().id() + ":ec2:" + region + "::" + kind + "/" + target;
        changes.computeIfAbsent(call, none -> new TreeSet<>(Comparator.naturalOrder()))
                .add(arn);
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        if (!reads.isEmpty()) {
            statements.add(new Statement("Look", List.copyOf(reads), List.of(ANYTHING)));
        }
        changes.forEach((call, arns) ->
                statements.add(new Statement(call.substring(call.indexOf(':') + 1), List.of(call), List.copyOf(arns))));
        return statements;
    }

    private static List<String> looks(Action action) {
        if (action instanceof PointerAction) {
            return List.of("ec2:DescribeImages", "ssm:DescribeParameters", "ssm:GetParameter");
        }
        if (action instanceof TemplateAction) {
            return List.of("ec2:DescribeLaunchTemplateVersions");
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
