package dev.amis.testing.internal;

import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RunInstancesRequest;
import dev.amis.spi.TemplateVersionDeletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making, changing and deleting launch templates and their versions. What they say is not checked, as EC2 does not. */
public final class NewTemplates {

    private static final int MOST_TEMPLATES = 5_000;
    private static final int MOST_VERSIONS = 10_000;

    private final World world;
    private final Templates templates;
    private final Instances instances;

    public NewTemplates(World world) {
        this.world = world;
        this.templates = new Templates(world);
        this.instances = new Instances(world);
    }

    public Page<LaunchTemplate> describeLaunchTemplates(Caller caller, DescribeLaunchTemplatesRequest request) {
        Call asked = caller.call("DescribeLaunchTemplates")
                .about(request.launchTemplateIds())
                .about(request.launchTemplateNames());
        return world.answer(asked, call -> templates.summaries(call, request));
    }

    public Page<LaunchTemplateVersion> describeLaunchTemplateVersions(
            Caller caller, DescribeLaunchTemplateVersionsRequest request) {
        Call asked = caller.call("DescribeLaunchTemplateVersions");
        request.launchTemplateId().ifPresent(asked::about);
        return world.answer(asked, call -> templates.describe(call, request));
    }

    /** The same token and the same request give the same template. */
    public LaunchTemplate createLaunchTemplate(Caller caller, CreateLaunchTemplateRequest request) {
        return world.answer(caller.call("CreateLaunchTemplate").about(request.launchTemplateName()), call -> {
            Holding holding = world.holding(call);
            Optional<Holding.Templated> before = before(holding, request.clientToken(), request);
            if (before.isPresent()) {
                world.permit(call);
                return Templates.require(holding.templates(), before.get().template())
                        .described();
            }
            if (holding.templates().values().stream()
                    .anyMatch(one -> one.name().equals(request.launchTemplateName()))) {
                throw new Ec2Error(
                        "InvalidLaunchTemplateName.AlreadyExistsException",
                        "The launch template name " + request.launchTemplateName() + " is in use already");
            }
            if (holding.templates().size() >= MOST_TEMPLATES) {
                throw new Ec2Error(
                        "MaxTemplateLimitExceeded", "There are " + MOST_TEMPLATES + " launch templates already");
            }
            world.permit(call);
            LaunchTemplateId id = LaunchTemplateId.of(world.ids().next("lt"));
            Template template = new Template(call.account(), id, request.launchTemplateName(), call.region());
            template.setOwnTags(request.tags());
            template.put(version(template, request.launchTemplateData(), request.versionDescription()));
            holding.templates().put(id, template);
            remember(holding, request.clientToken(), request, id, 1);
            return template.described();
        });
    }

    /** The same token and the same request give the same version. */
    public LaunchTemplateVersion createLaunchTemplateVersion(
            Caller caller, CreateLaunchTemplateVersionRequest request) {
        Call asked = caller.call("CreateLaunchTemplateVersion").about(request.launchTemplateId());
        return world.answer(asked, call -> {
            Holding holding = world.holding(call);
            Template template = Templates.require(holding.templates(), request.launchTemplateId());
            LaunchTemplateData source = request.sourceVersion()
                    .map(word ->
                            Templates.versions(template, List.of(word)).get(0).launchTemplateData())
                    .map(NewTemplates::withoutSnapshots)
                    .orElse(LaunchTemplateData.none());
            Optional<Holding.Templated> before = before(holding, request.clientToken(), request);
            world.permit(call);
            if (before.isPresent()) {
                // That a version which was deleted since is said not to be there is UNVERIFIED.
                return Templates.versions(
                                template, List.of(Long.toString(before.get().version())))
                        .get(0);
            }
            if (template.size() >= MOST_VERSIONS) {
                throw new Ec2Error(
                        "MaxTemplateVersionLimitExceeded",
                        "The launch template has " + MOST_VERSIONS + " versions already");
            }
            LaunchTemplateVersion version =
                    version(template, request.launchTemplateData().on(source), request.versionDescription());
            template.put(version);
            remember(holding, request.clientToken(), request, template.templateId(), version.versionNumber());
            return version;
        });
    }

    /** {@code ModifyLaunchTemplate}, which can change nothing else. */
    public LaunchTemplate setDefaultVersion(Caller caller, LaunchTemplateId id, long number) {
        return world.answer(caller.call("ModifyLaunchTemplate").about(id), call -> {
            Template template = Templates.require(world.holding(call).templates(), id);
            Templates.versions(template, List.of(Long.toString(number)));
            world.permit(call);
            template.defaultVersion(number);
            return template.described();
        });
    }

    /** The codes of what is not deleted are EC2's; one for the default version is UNVERIFIED. */
    public List<TemplateVersionDeletion> deleteLaunchTemplateVersions(
            Caller caller, LaunchTemplateId id, List<Long> numbers) {
        return world.answer(caller.call("DeleteLaunchTemplateVersions").about(id), call -> {
            Template template = Templates.require(world.holding(call).templates(), id);
            world.permit(call);
            List<TemplateVersionDeletion> deletions = new ArrayList<>();
            for (long number : numbers) {
                Optional<LaunchTemplateVersion> version = template.find(Long.toString(number));
                if (version.isEmpty()) {
                    deletions.add(kept(number, "launchTemplateVersionDoesNotExist", "There is no such version"));
                } else if (version.get().isDefaultVersion()) {
                    deletions.add(kept(number, "unexpectedError", "The default version cannot be deleted"));
                } else {
                    template.delete(number);
                    deletions.add(new TemplateVersionDeletion(number, Optional.empty(), Optional.empty()));
                }
            }
            return deletions;
        });
    }

    public LaunchTemplate deleteLaunchTemplate(Caller caller, LaunchTemplateId id) {
        return world.answer(caller.call("DeleteLaunchTemplate").about(id), call -> {
            Map<LaunchTemplateId, Template> all = world.holding(call).templates();
            Template template = Templates.require(all, id);
            world.permit(call);
            all.remove(id);
            return template.described();
        });
    }

    /** What the instance is, and what it was launched with where a call launched it. */
    public LaunchTemplateData getLaunchTemplateData(Caller caller, InstanceId id) {
        return world.answer(caller.call("GetLaunchTemplateData").about(id), call -> {
            InstanceRecord record = instances.require(call, id);
            world.permit(call);
            return data(record);
        });
    }

    private static LaunchTemplateData data(InstanceRecord record) {
        Instance instance = record.instance();
        List<BlockDeviceMapping> volumes = new ArrayList<>();
        for (AttachedVolume volume : instance.volumes()) {
            Optional.ofNullable(record.volumes().get(volume.deviceName()))
                    .map(VolumeRecord::attributes)
                    .map(attributes -> described(instance, attributes, volume))
                    .ifPresent(ebs -> volumes.add(BlockDeviceMapping.ebs(volume.deviceName(), ebs)));
        }
        LaunchTemplateData data = LaunchTemplateData.none()
                .withImage(instance.imageId())
                .withInstanceType(instance.instanceType())
                .withBlockDeviceMappings(volumes);
        return record.request().map(request -> launched(data, request)).orElse(data);
    }

    /** The root's snapshot is the image's business; that EC2 does not tell it is what its documents' example shows. */
    private static EbsBlockDevice described(Instance instance, EbsBlockDevice attributes, AttachedVolume volume) {
        EbsBlockDevice told = attributes.withDeleteOnTermination(volume.deleteOnTermination());
        boolean root = instance.rootDeviceName().equals(Optional.of(volume.deviceName()));
        return root ? told.withSnapshotId(Optional.empty()) : told;
    }

    private static LaunchTemplateData launched(LaunchTemplateData data, RunInstancesRequest request) {
        LaunchTemplateData more = data.withSecurityGroupIds(request.securityGroupIds());
        more = request.keyName().isPresent()
                ? more.with("KeyName", request.keyName().get())
                : more;
        if (request.iamInstanceProfile().isPresent()) {
            String profile = request.iamInstanceProfile().get();
            more = more.with("IamInstanceProfile." + (profile.startsWith("arn:") ? "Arn" : "Name"), profile);
        }
        return request.userData().isPresent()
                ? more.withUserData(request.userData().get())
                : more;
    }

    private LaunchTemplateVersion version(Template template, LaunchTemplateData data, Optional<String> description) {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(template.templateId())
                .launchTemplateName(template.name())
                .region(template.described().region())
                .versionNumber(template.next())
                .isDefaultVersion(template.latest() == 0)
                .createTime(world.now())
                .versionDescription(description)
                .launchTemplateData(data)
                .build();
    }

    /** EC2 leaves the snapshots of volumes behind where a version is made from another. */
    private static LaunchTemplateData withoutSnapshots(LaunchTemplateData source) {
        LaunchTemplateData left = source;
        for (String name : source.parameters().keySet()) {
            left = name.matches("BlockDeviceMappings\\.\\d+\\.Ebs\\.SnapshotId") ? left.without(name) : left;
        }
        return left;
    }

    private static Optional<Holding.Templated> before(Holding holding, Optional<String> token, Object request) {
        Optional<Holding.Templated> before = token.map(holding.templated()::get);
        if (before.isPresent() && !before.get().request().equals(request)) {
            throw new Ec2Error(
                    "IdempotentParameterMismatch",
                    "The client token was used with other parameters before, so the request is not repeated");
        }
        return before;
    }

    private static void remember(
            Holding holding, Optional<String> token, Object request, LaunchTemplateId id, long version) {
        token.ifPresent(text -> holding.templated().put(text, new Holding.Templated(request, id, version)));
    }

    private static TemplateVersionDeletion kept(long number, String code, String message) {
        return new TemplateVersionDeletion(number, Optional.of(code), Optional.of(message));
    }
}
