package dev.amis.query;

import dev.amis.model.Architecture;
import dev.amis.model.DeviceType;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Platform;
import dev.amis.model.SnapshotId;
import dev.amis.model.VirtualizationType;
import dev.amis.spi.Filter;
import java.util.Arrays;
import java.util.stream.Stream;

/** The steps of a search that EC2 itself carries out, as filters of {@code DescribeImages}. */
abstract sealed class ImageFilters permits ImageQuery {

    /**
     * Takes what a filter of EC2 lets through.
     *
     * @param filter any filter that {@code DescribeImages} knows
     * @return the narrowed search
     * @throws IllegalArgumentException if there is a filter of that name already, or there are 50
     */
    public abstract ImageQuery filter(Filter filter);

    /**
     * Takes images of certain names.
     *
     * @param pattern a name, in which {@code *} and {@code ?} are wildcards
     * @param more further patterns
     * @return the narrowed search
     * @throws IllegalArgumentException if names were asked for already
     */
    public ImageQuery named(String pattern, String... more) {
        return filter("name", pattern, more);
    }

    /**
     * Takes images of one name.
     *
     * @param name the name
     * @return the narrowed search
     * @throws IllegalArgumentException if names were asked for already
     */
    public ImageQuery named(ImageName name) {
        return named(name.value());
    }

    /**
     * Takes images of certain descriptions.
     *
     * @param pattern a description, in which {@code *} and {@code ?} are wildcards
     * @return the narrowed search
     */
    public ImageQuery described(String pattern) {
        return filter("description", pattern);
    }

    /**
     * Takes images for certain processors.
     *
     * @param architecture the architecture
     * @param more further architectures
     * @return the narrowed search
     */
    public ImageQuery architecture(Architecture architecture, Architecture... more) {
        return filter("architecture", architecture.value(), texts(more));
    }

    /**
     * Takes images with a tag of the calling account.
     *
     * @param key the key, case-sensitive
     * @param value its value, in which {@code *} and {@code ?} are wildcards
     * @param more further values
     * @return the narrowed search
     */
    public ImageQuery tag(String key, String value, String... more) {
        return filter("tag:" + key, value, more);
    }

    /**
     * Takes images that have a tag of the calling account, whatever its value.
     *
     * @param key the key, case-sensitive
     * @param more further keys, of which one suffices
     * @return the narrowed search
     */
    public ImageQuery tagKey(String key, String... more) {
        return filter("tag-key", key, more);
    }

    /**
     * Takes images of a platform; EC2 knows {@code windows} only, all others have none.
     *
     * @param platform the platform
     * @return the narrowed search
     */
    public ImageQuery platform(Platform platform) {
        return filter("platform", platform.value());
    }

    /**
     * Takes images whose root device is kept on something.
     *
     * @param type {@code ebs} or {@code instance-store}
     * @return the narrowed search
     */
    public ImageQuery rootDeviceType(DeviceType type) {
        return filter("root-device-type", type.value());
    }

    /**
     * Takes images of a kind of virtualization.
     *
     * @param type {@code hvm} or {@code paravirtual}
     * @return the narrowed search
     */
    public ImageQuery virtualization(VirtualizationType type) {
        return filter("virtualization-type", type.value());
    }

    /**
     * Takes images with a product code.
     *
     * @param code the code
     * @param more further codes
     * @return the narrowed search
     */
    public ImageQuery productCode(String code, String... more) {
        return filter("product-code", code, more);
    }

    /**
     * Takes images that {@code CreateImage} made from certain instances.
     *
     * @param instance the instance
     * @param more further instances
     * @return the narrowed search
     */
    public ImageQuery fromInstance(InstanceId instance, InstanceId... more) {
        return filter("source-instance-id", instance.value(), texts(more));
    }

    /**
     * Takes images made from certain images: copies, and images of their instances.
     *
     * @param image the image they were made from
     * @param more further images
     * @return the narrowed search
     */
    public ImageQuery fromImage(ImageId image, ImageId... more) {
        return filter("source-image-id", image.value(), texts(more));
    }

    /**
     * Takes images that stand on certain snapshots.
     *
     * @param snapshot the snapshot
     * @param more further snapshots
     * @return the narrowed search
     */
    public ImageQuery onSnapshot(SnapshotId snapshot, SnapshotId... more) {
        return filter("block-device-mapping.snapshot-id", snapshot.value(), texts(more));
    }

    /**
     * Takes images by their creation date as EC2 writes it.
     *
     * @param pattern for example {@code 2026-09-*}
     * @param more further patterns
     * @return the narrowed search
     */
    public ImageQuery created(String pattern, String... more) {
        return filter("creation-date", pattern, more);
    }

    final ImageQuery filter(String name, String value, String... more) {
        return filter(new Filter(
                name, Stream.concat(Stream.of(value), Arrays.stream(more)).toList()));
    }

    static String[] texts(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toArray(String[]::new);
    }
}
