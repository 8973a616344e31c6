package dev.amis.testing.internal;

import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import dev.amis.spi.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code DescribeVolumes}. */
final class Volumes {

    private static final Vocabulary<Volume> FILTERS = new Vocabulary<Volume>(volume -> Tags.none())
            .maybe("attachment.device", volume -> volume.attachment().map(Volume.Attachment::deviceName))
            .maybe("attachment.instance-id", volume -> volume.attachment().map(Volume.Attachment::instance))
            .one("create-time", volume -> ImageFilters.TIME.format(volume.createTime()))
            .one("encrypted", volume -> volume.attributes().encrypted().orElse(false))
            .many("size", volume -> volume.attributes().volumeSize().stream().boxed())
            .maybe("snapshot-id", volume -> volume.attributes().snapshotId())
            .one("status", Volume::status)
            .one("volume-id", Volume::volumeId)
            .maybe("volume-type", volume -> volume.attributes().volumeType());

    private final World world;
    private final Paging paging;

    Volumes(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    Page<Volume> describe(Call call, Question question) {
        Paging.Ask ask = question.page(1, 1_000);
        var filter = FILTERS.compile(question.filters());
        Map<VolumeId, Volume> own = own(call);
        List<Volume> asked = question.ids().isEmpty()
                ? List.copyOf(own.values())
                : question.ids().stream()
                        .map(VolumeId::of)
                        .map(id -> Optional.ofNullable(own.get(id)).orElseThrow(() -> notFound(id)))
                        .toList();
        world.permit(call);
        return paging.page(asked.stream().filter(filter).toList(), ask);
    }

    private Map<VolumeId, Volume> own(Call call) {
        RegionStore store = world.in(call.region());
        Map<VolumeId, Volume.Attachment> attached = new HashMap<>();
        store.instances()
                .of(call.account())
                .forEach(instance -> instance.volumes()
                        .forEach((device, volume) ->
                                attached.put(volume.volumeId(), new Volume.Attachment(instance.instanceId(), device))));
        Map<VolumeId, Volume> own = new LinkedHashMap<>();
        Stream<VolumeRecord> records =
                store.volumes().values().stream().filter(one -> one.owner().equals(call.account()));
        records.forEach(record -> own.put(record.volumeId(), volume(record, attached)));
        return own;
    }

    private static Volume volume(VolumeRecord record, Map<VolumeId, Volume.Attachment> attached) {
        EbsBlockDevice attributes = record.attributes().withVolumeSize(record.size());
        return new Volume(
                record.volumeId(),
                record.createTime(),
                attributes,
                Optional.ofNullable(attached.get(record.volumeId())));
    }

    private static Ec2Error notFound(VolumeId id) {
        return new Ec2Error("InvalidVolume.NotFound", "The volume '" + id + "' does not exist.");
    }
}
