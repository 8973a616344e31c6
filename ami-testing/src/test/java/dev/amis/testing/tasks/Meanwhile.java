package dev.amis.testing.tasks;

import dev.amis.cleanup.FamilyRule;
import dev.amis.cleanup.KeepRule;
import dev.amis.cleanup.RetentionPolicy;
import dev.amis.cleanup.UseProtection;
import dev.amis.error.AmiException;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.util.List;
import java.util.Set;

/**
 * What somebody else does to an image while a plan is being applied.
 *
 * @param kind what
 * @param target to which of the images that shall be retired, modulo their number
 * @param index before which call, counted from 0 and modulo the number of calls there are
 */
record Meanwhile(Kind kind, int target, int index) {

    /** What somebody does, and by which questions of Amis' it shows. */
    enum Kind {
        LAUNCH("describeInstances"),
        NEW_TEMPLATE("describeLaunchTemplateVersions"),
        NEW_TEMPLATE_VERSION("describeLaunchTemplateVersions"),
        NEW_GROUP("describeAutoScalingGroups"),
        NEW_PARAMETER("describeParameters"),
        NEW_RECIPE("listImageRecipes"),
        COPY("describeImages"),
        SHARE("describeLaunchPermissions"),
        TAG("describeImages"),
        PROTECT("describeImages");

        private final String shownBy;

        Kind(String shownBy) {
            this.shownBy = shownBy;
        }

        /**
         * Tells whether a question is about an image in such a way that it shows. Copies are told by their source; groups,
         * parameters and recipes are asked for all together. Of a look that takes several pages it is only sure that it shows from the first one on.
         */
        boolean isShownBy(Interposed.Asked asked, String image) {
            if (asked.goesOn()) {
                return false;
            }
            if (this == NEW_GROUP || this == NEW_PARAMETER || this == NEW_RECIPE) {
                return asked.is(Set.of(shownBy), "");
            }
            return asked.is(Set.of(shownBy), image)
                    && (this == COPY) == asked.text().contains("source-image-id");
        }
    }

    /** Does it; what EC2 refuses, for example because the image is gone, is not done. */
    boolean happensTo(InMemoryAws aws, Action.OnImage retiring) {
        ImageId image = retiring.imageId();
        InMemoryRegion region = aws.in(retiring.region());
        try {
            switch (kind) {
                case LAUNCH -> region.runInstance(InstanceSpec.of(image));
                case NEW_TEMPLATE -> region.putLaunchTemplateVersion("new", image.value());
                case NEW_TEMPLATE_VERSION -> {
                    region.putLaunchTemplateVersion("new", "ami-0123456789abcdef0");
                    region.putLaunchTemplateVersion("new", image.value());
                }
                case NEW_GROUP -> new Launchers(region, 0).groupOverriding(image);
                case NEW_PARAMETER -> region.imageParameter("/new", image);
                case NEW_RECIPE -> region.imageRecipe("new", "1.0.0", image.value());
                case COPY ->
                    region.images()
                            .copyImage(CopyImageRequest.builder()
                                    .name(ImageName.of("copied meanwhile"))
                                    .sourceImageId(image)
                                    .sourceRegion(retiring.region())
                                    .clientToken("meanwhile")
                                    .build());
                case SHARE ->
                    region.imageAttributes()
                            .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(
                                    image, Set.of(LaunchPermission.of(Account.STRANGER)), Set.of()));
                case TAG ->
                    region.tags()
                            .createTags(new CreateTagsRequest(
                                    List.of(image.value()),
                                    Tags.of("Keep", "yes").with("Meanwhile", "yes")));
                case PROTECT -> region.imageLifecycle().enableImageDeregistrationProtection(image, false);
            }
            return true;
        } catch (AmiException refused) {
            return false;
        }
    }

    /** Tells whether it is a reason to leave an image alone that was to be retired. */
    boolean matters(RetentionPolicy policy) {
        boolean removes = policy.retirement().removes();
        boolean use = policy.useProtection() == UseProtection.ALWAYS
                || (policy.useProtection() == UseProtection.WHERE_REMOVED && removes);
        return switch (kind) {
            case LAUNCH -> use && !policy.ignoredSources().contains("instances");
            case NEW_TEMPLATE, NEW_TEMPLATE_VERSION ->
                use && !policy.ignoredSources().contains("launch templates");
            case NEW_GROUP -> use && !policy.ignoredSources().contains("Auto Scaling groups");
            case NEW_PARAMETER -> use && !policy.ignoredSources().contains("parameters");
            case NEW_RECIPE -> use && !policy.ignoredSources().contains("image recipes");
            case COPY -> use;
            case SHARE -> policy.keepRules().contains(new KeepRule.Shared());
            case TAG ->
                policy.families() instanceof FamilyRule.ByFunction
                        || policy.keepRules().stream().anyMatch(KeepRule.Tagged.class::isInstance);
            case PROTECT -> removes;
        };
    }
}
