package dev.amis.launch;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Tags;
import dev.amis.spi.RunInstancesRequest;
import java.util.Optional;
import org.immutables.value.Value;

/** What a launch says otherwise than its template. */
@AmisStyle
@Value.Immutable
abstract class LaunchOverrides implements WithLaunchOverrides {

    abstract Optional<ImageId> imageId();

    abstract Optional<InstanceType> instanceType();

    abstract Optional<String> subnetId();

    abstract Optional<String> keyName();

    @Value.Default
    Tags tags() {
        return Tags.none();
    }

    @Value.Default
    int count() {
        return 1;
    }

    abstract Optional<String> requestId();

    @Value.Check
    void check() {
        if (count() < 1 || count() > 1_000) {
            throw new IllegalArgumentException("count is " + count() + ", but must be from 1 to 1000");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableLaunchOverrides.Builder {
        Builder() {}
    }

    /** What the template says with this before it. */
    LaunchTemplateData on(LaunchTemplateData data) {
        LaunchTemplateData all = data;
        all = imageId().isPresent() ? all.withImage(imageId().get()) : all;
        all = instanceType().isPresent() ? all.withInstanceType(instanceType().get()) : all;
        all = subnetId().isPresent() ? all.with("SubnetId", subnetId().get()) : all;
        return keyName().isPresent() ? all.with("KeyName", keyName().get()) : all;
    }

    RunInstancesRequest request(LaunchTemplateId template, long version, String token) {
        return RunInstancesRequest.builder()
                .launchTemplate(LaunchTemplateSpecification.of(template, Long.toString(version)))
                .imageId(imageId())
                .instanceType(instanceType())
                .subnetId(subnetId())
                .keyName(keyName())
                .tags(tags())
                .minCount(count())
                .maxCount(count())
                .clientToken(token)
                .build();
    }

    @Override
    public String toString() {
        return count()
                + imageId().map(id -> " of " + id).orElse("")
                + instanceType().map(type -> " as " + type).orElse("");
    }
}
