package dev.amis.create;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A bake that was left in the middle, or goes on elsewhere, as the account shows it. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class UnfinishedBake implements WithUnfinishedBake {

    UnfinishedBake() {}

    /**
     * What tells the bake from others.
     *
     * @return 32 hexadecimal digits; the value of the tag where that cannot be read
     */
    public abstract String bake();

    /**
     * Where.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The instance that is baked.
     *
     * @return its id; nothing if the mark does not tell
     */
    public abstract Optional<InstanceId> instanceId();

    /**
     * The instance, if the bake stopped it, or was about to, and has not let it run again.
     *
     * @return the instance as it is now
     */
    public abstract Optional<Instance> instance();

    /**
     * The image that the bake made.
     *
     * @return the image as it is now
     */
    public abstract Optional<Image> image();

    /**
     * The name of the image.
     *
     * @return the name, also if there is no image yet
     */
    public abstract Optional<String> name();

    /**
     * The last step that left a trace.
     *
     * @return {@link BakeStep.Kind#STOP}: the instance was stopped, or was to be; {@link BakeStep.Kind#CREATE}: there is an
     *     image; {@link BakeStep.Kind#TAG}: it passed its test; {@link BakeStep.Kind#PUBLISH}: it was handed on, or was to be
     */
    public abstract BakeStep.Kind reached();

    /**
     * When the instance was marked or, without that, the image was made.
     *
     * @return the instant; nothing if EC2 does not tell
     */
    public abstract Optional<Instant> since();

    /**
     * Why it is left alone: it is not proved that a bake left this.
     *
     * @return half a sentence; nothing if it is proved
     */
    public abstract Optional<String> unproved();

    /** What it is, what is left of it, and since when, on one line. */
    @Override
    public String toString() {
        return "bake" + name().map(text -> " of " + text).orElse("")
                + instanceId().map(id -> " from " + id).orElse("") + " in " + region() + " reached " + reached()
                + since().map(at -> " since " + at).orElse("")
                + instance().map(one -> ", the instance is " + one.stateText()).orElse("")
                + image().map(one -> ", " + one.imageId() + " is " + one.stateText())
                        .orElse("")
                + unproved().map(why -> "; left alone: " + why).orElse("");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link UnfinishedBake} values; each attribute can be set once. */
    public static final class Builder extends ImmutableUnfinishedBake.Builder {
        Builder() {}
    }
}
