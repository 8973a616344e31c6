package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Tags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An instance, the image as it was when it was launched, and its volumes by device name. */
final class InstanceRecord extends Resource {

    private Instance instance;
    private final Image launchedFrom;
    private final Map<String, VolumeRecord> volumes = new LinkedHashMap<>();

    InstanceRecord(Instance instance, Image launchedFrom) {
        super(instance.ownerId());
        this.instance = instance;
        this.launchedFrom = launchedFrom;
    }

    @Override
    String id() {
        return instance.instanceId().value();
    }

    @Override
    Tags ownTags() {
        return instance.tags();
    }

    @Override
    void setOwnTags(Tags tags) {
        instance = instance.withTags(tags);
    }

    Instance instance() {
        return instance;
    }

    InstanceId instanceId() {
        return instance.instanceId();
    }

    boolean is(InstanceState state) {
        return instance.state() == state;
    }

    void change(UnaryOperator<Instance> change) {
        instance = change.apply(instance);
    }

    Image launchedFrom() {
        return launchedFrom;
    }

    Map<String, VolumeRecord> volumes() {
        return volumes;
    }
}
