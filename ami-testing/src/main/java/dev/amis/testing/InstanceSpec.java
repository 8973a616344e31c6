package dev.amis.testing;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.testing.internal.Launching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an instance of the in-memory account shall be like. A value: every method answers a new one. What is left open is
 * Amazon's base image, a small type of the image's architecture, no volumes but the image's, and the provider's Region.
 */
public final class InstanceSpec {

    private final Launching.Order order;
    private final Optional<Region> region;

    private InstanceSpec(Launching.Order order, Optional<Region> region) {
        this.order = order;
        this.region = region;
    }

    /**
     * An instance of Amazon's base image.
     *
     * @return the specification
     */
    public static InstanceSpec ofBaseImage() {
        return new InstanceSpec(
                new Launching.Order(Optional.empty(), Optional.empty(), List.of(), Tags.none()), Optional.empty());
    }

    /**
     * An instance of an image.
     *
     * @param image an image that the account may launch in the Region
     * @return the specification
     */
    public static InstanceSpec of(ImageId image) {
        return new InstanceSpec(
                new Launching.Order(Optional.of(image), Optional.empty(), List.of(), Tags.none()), Optional.empty());
    }

    /**
     * The same with another type.
     *
     * @param type the type, for example {@code m7i.large}; whether it fits the image is not checked
     * @return the new specification
     */
    public InstanceSpec type(String type) {
        InstanceType chosen = InstanceType.of(type);
        return with(new Launching.Order(order.image(), Optional.of(chosen), order.volumes(), order.tags()));
    }

    /**
     * The same with one more volume, or with another volume in the place of one of the image's.
     *
     * @param deviceName for example {@code /dev/sdf}
     * @param volume the volume
     * @return the new specification
     */
    public InstanceSpec volume(String deviceName, EbsBlockDevice volume) {
        List<BlockDeviceMapping> volumes = new ArrayList<>(order.volumes());
        volumes.add(BlockDeviceMapping.ebs(deviceName, volume));
        return with(new Launching.Order(order.image(), order.type(), List.copyOf(volumes), order.tags()));
    }

    /**
     * The same with one more tag.
     *
     * @param key the key
     * @param value the value
     * @return the new specification
     * @throws IllegalArgumentException if EC2 would refuse the tag
     */
    public InstanceSpec tag(String key, String value) {
        Tags tags = order.tags().with(key, value);
        return with(new Launching.Order(order.image(), order.type(), order.volumes(), tags));
    }

    /**
     * The same in another Region.
     *
     * @param where the Region
     * @return the new specification
     */
    public InstanceSpec in(Region where) {
        return new InstanceSpec(order, Optional.of(where));
    }

    Launching.Order order() {
        return order;
    }

    Optional<Region> region() {
        return region;
    }

    private InstanceSpec with(Launching.Order changed) {
        return new InstanceSpec(changed, region);
    }
}
