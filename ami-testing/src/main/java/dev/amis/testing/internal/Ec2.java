package dev.amis.testing.internal;

import dev.amis.model.Architecture;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RegisterImageRequest;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The world by EC2's actions: one method for each, named as the action unless it takes the action's place for one
 * attribute. All fail with {@link Ec2Error} and {@link LostAnswer}.
 */
public final class Ec2 {

    private final World world;
    private final DescribingImages describingImages;
    private final Instances instances;
    private final Templates templates;
    private final Creating creating;
    private final Registering registering;
    private final Copying copying;
    private final Deregistering deregistering;
    private final LaunchPermissions launchPermissions;
    private final Attributes attributes;
    private final Lifecycle lifecycle;
    private final PublicAccess publicAccess;
    private final Tagging tagging;
    private final Launching launching;
    private final Ec2Storage storage;
    private final AutoScaling autoScaling;
    private final Fleets fleets;

    public Ec2(World world) {
        Images images = new Images(world);
        Growth growth = new Growth(world);
        NewSnapshots newSnapshots = new NewSnapshots(world);
        NewImages newImages = new NewImages(world, newSnapshots, growth);
        this.world = world;
        this.describingImages = new DescribingImages(world, images);
        this.instances = new Instances(world);
        this.templates = new Templates(world);
        this.creating = new Creating(world, instances, newSnapshots, newImages);
        this.registering = new Registering(world, newImages);
        this.copying = new Copying(world, images, newSnapshots, newImages);
        this.deregistering = new Deregistering(world, images);
        this.launchPermissions = new LaunchPermissions(world, images);
        this.attributes = new Attributes(images);
        this.lifecycle = new Lifecycle(world, images);
        this.publicAccess = new PublicAccess(world);
        this.tagging = new Tagging(world, images);
        this.launching = new Launching(world, images);
        this.storage = new Ec2Storage(world, newSnapshots, growth);
        this.autoScaling = new AutoScaling(world);
        this.fleets = new Fleets(world);
    }

    /** The actions of Auto Scaling. */
    public AutoScaling autoScaling() {
        return autoScaling;
    }

    /** The actions on Spot Fleet requests and EC2 Fleets. */
    public Fleets fleets() {
        return fleets;
    }

    /** The actions on snapshots and the Recycle Bin. */
    public Ec2Storage storage() {
        return storage;
    }

    public Page<Image> describeImages(Caller caller, DescribeImagesRequest request) {
        Call asked = caller.call("DescribeImages").about(request.imageIds());
        return world.answer(asked, call -> describingImages.describe(call, request, false));
    }

    /** Whoever owns them: over the wire EC2 takes questions without owners, those of the request are passed over. */
    public Page<Image> describeImagesOfAnyone(Caller caller, DescribeImagesRequest request) {
        Call asked = caller.call("DescribeImages").about(request.imageIds());
        return world.answer(asked, call -> describingImages.describe(call, request, true));
    }

    public ImageId createImage(Caller caller, CreateImageRequest request) {
        Call asked = caller.call("CreateImage").about(request.instanceId()).about(request.name());
        return world.answer(asked, call -> creating.create(call, request));
    }

    public ImageId registerImage(Caller caller, RegisterImageRequest request) {
        Call asked = caller.call("RegisterImage").about(request.name());
        return world.answer(asked, call -> registering.register(call, request));
    }

    public ImageId copyImage(Caller caller, CopyImageRequest request) {
        Call asked = caller.call("CopyImage").about(request.sourceImageId()).about(request.name());
        return world.answer(asked, call -> copying.copy(call, request));
    }

    public List<SnapshotDeletion> deregisterImage(Caller caller, DeregisterImageRequest request) {
        Call asked = caller.call("DeregisterImage").about(request.imageId());
        return world.answer(asked, call -> deregistering.deregister(call, request));
    }

    /** {@code DescribeImageAttribute} for the launch permissions. */
    public Set<LaunchPermission> describeLaunchPermissions(Caller caller, ImageId id) {
        return world.answer(
                caller.call("DescribeImageAttribute").about(id), call -> launchPermissions.describe(call, id));
    }

    /** {@code ModifyImageAttribute} for the launch permissions. */
    public void modifyLaunchPermissions(Caller caller, ModifyLaunchPermissionsRequest request) {
        Call asked = caller.call("ModifyImageAttribute").about(request.imageId());
        world.perform(asked, call -> launchPermissions.modify(call, request));
    }

    /** {@code ResetImageAttribute}, which knows the launch permissions only. */
    public void resetLaunchPermissions(Caller caller, ImageId id) {
        world.perform(caller.call("ResetImageAttribute").about(id), call -> launchPermissions.reset(call, id));
    }

    public void cancelImageLaunchPermission(Caller caller, ImageId id) {
        world.perform(caller.call("CancelImageLaunchPermission").about(id), call -> launchPermissions.cancel(call, id));
    }

    /** {@code ModifyImageAttribute} for the description. */
    public void modifyDescription(Caller caller, ImageId id, String description) {
        world.perform(
                caller.call("ModifyImageAttribute").about(id), call -> attributes.describe(call, id, description));
    }

    /** {@code ModifyImageAttribute} for the support of IMDS. */
    public void requireImdsV2(Caller caller, ImageId id) {
        world.perform(caller.call("ModifyImageAttribute").about(id), call -> attributes.requireImdsV2(call, id));
    }

    public void enableImageDeprecation(Caller caller, ImageId id, Instant deprecateAt) {
        Call asked = caller.call("EnableImageDeprecation").about(id);
        world.perform(asked, call -> lifecycle.enableDeprecation(call, id, deprecateAt));
    }

    public void disableImageDeprecation(Caller caller, ImageId id) {
        world.perform(caller.call("DisableImageDeprecation").about(id), call -> lifecycle.disableDeprecation(call, id));
    }

    public void disableImage(Caller caller, ImageId id) {
        world.perform(caller.call("DisableImage").about(id), call -> lifecycle.disable(call, id));
    }

    public void enableImage(Caller caller, ImageId id) {
        world.perform(caller.call("EnableImage").about(id), call -> lifecycle.enable(call, id));
    }

    public DeregistrationProtection enableImageDeregistrationProtection(Caller caller, ImageId id, boolean cooldown) {
        Call asked = caller.call("EnableImageDeregistrationProtection").about(id);
        return world.answer(asked, call -> lifecycle.protect(call, id, cooldown));
    }

    public DeregistrationProtection disableImageDeregistrationProtection(Caller caller, ImageId id) {
        Call asked = caller.call("DisableImageDeregistrationProtection").about(id);
        return world.answer(asked, call -> lifecycle.unprotect(call, id));
    }

    public Page<Instance> describeInstances(Caller caller, DescribeInstancesRequest request) {
        boolean narrow = !request.filters().isEmpty()
                || !request.instanceIds().isEmpty()
                || request.maxResults().isPresent();
        Call asked =
                caller.call("DescribeInstances").about(request.instanceIds()).unpaged(!narrow);
        return world.answer(asked, call -> instances.describe(call, request));
    }

    public void createTags(Caller caller, CreateTagsRequest request) {
        world.perform(caller.call("CreateTags").about(request.resources()), call -> tagging.create(call, request));
    }

    public void deleteTags(Caller caller, DeleteTagsRequest request) {
        world.perform(caller.call("DeleteTags").about(request.resources()), call -> tagging.delete(call, request));
    }

    /** {@code GetImageBlockPublicAccessState}. */
    public boolean isPublicAccessBlocked(Caller caller) {
        return world.answer(caller.call("GetImageBlockPublicAccessState"), publicAccess::isBlocked);
    }

    public void enableImageBlockPublicAccess(Caller caller) {
        world.perform(caller.call("EnableImageBlockPublicAccess"), publicAccess::block);
    }

    public void disableImageBlockPublicAccess(Caller caller) {
        world.perform(caller.call("DisableImageBlockPublicAccess"), publicAccess::unblock);
    }

    /** Amazon's base image: nothing that EC2 offers. */
    public ImageId baseImage(Caller caller, Architecture architecture) {
        return BaseImages.of(world, caller.region(), architecture);
    }

    /** Launches an instance that runs at once: arranging, not a call. */
    public InstanceId launch(Caller caller, Launching.Order order) {
        return world.arrange(caller.call("RunInstances"), call -> launching.run(call, order));
    }

    /** Adds a version to the launch template of a name, which is made if need be: arranging, not a call. */
    public LaunchTemplateVersion putTemplateVersion(Caller caller, String name, String imageReference) {
        return world.arrange(() -> templates.put(caller, name, imageReference));
    }

    /** Makes a version of a launch template the default one: arranging, not a call. */
    public void defaultTemplateVersion(Caller caller, LaunchTemplateId id, long number) {
        world.arrange(caller.call("ModifyLaunchTemplate").about(id), call -> {
            templates.defaultVersion(caller, id, number);
            return id;
        });
    }
}
