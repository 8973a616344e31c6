package dev.amis.testing.internal;

import dev.amis.model.AttachedVolume;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code DescribeInstances}, and finding the instance that a call is about. */
final class Instances {

    private static final Vocabulary<Instance> FILTERS = new Vocabulary<>(Instance::tags)
            .maybe("architecture", Instance::architecture)
            .many(
                    "block-device-mapping.device-name",
                    one -> one.volumes().stream().map(AttachedVolume::deviceName))
            .many(
                    "block-device-mapping.volume-id",
                    one -> one.volumes().stream().map(AttachedVolume::volumeId))
            .maybe("client-token", Instance::clientToken)
            .one("image-id", Instance::imageId)
            .one("instance-id", Instance::instanceId)
            .one("instance-state-name", Instance::stateText)
            .one("instance-type", Instance::instanceType)
            .maybe("launch-time", one -> one.launchTime().map(ImageFilters.TIME::format))
            .one("owner-id", Instance::ownerId)
            .maybe("platform", Instance::platform)
            .maybe("root-device-name", Instance::rootDeviceName)
            .one("root-device-type", Instance::rootDeviceType);

    private final World world;
    private final Paging paging;

    Instances(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    InstanceRecord require(Call call, InstanceId id) {
        return world.in(call.region())
                .instances()
                .find(id.value())
                .filter(record -> record.isOwnedBy(call.account()))
                .orElseThrow(() -> notFound(id));
    }

    Page<Instance> describe(Call call, DescribeInstancesRequest request) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(5, 1_000);
        Predicate<Instance> filter = FILTERS.compile(request.filters());
        world.permit(call);
        if (!request.instanceIds().isEmpty()) {
            return Page.only(paging.ordered(byIds(call, request.instanceIds(), filter)));
        }
        return paging.page(
                world.in(call.region()).instances(),
                ask,
                call.account()::equals,
                record -> Optional.of(record.instance()).filter(filter));
    }

    /** An id that never was is an error; that of another account's instance is left out in silence. */
    private List<Instance> byIds(Call call, List<InstanceId> ids, Predicate<Instance> filter) {
        List<Instance> found = new ArrayList<>();
        for (InstanceId id : ids.stream().distinct().toList()) {
            InstanceRecord record =
                    world.in(call.region()).instances().find(id.value()).orElseThrow(() -> notFound(id));
            if (record.isOwnedBy(call.account()) && filter.test(record.instance())) {
                found.add(record.instance());
            }
        }
        return found;
    }

    private static Ec2Error notFound(InstanceId id) {
        return new Ec2Error("InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
    }
}
