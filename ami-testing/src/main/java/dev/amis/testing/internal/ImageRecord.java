package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.StateReason;
import dev.amis.model.Tags;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An image as its owner sees it, and what EC2 answers elsewhere or not at all. */
final class ImageRecord extends Resource {

    private Image image;
    private final Set<LaunchPermission> permissions = new LinkedHashSet<>();
    private Optional<StateReason> doom = Optional.empty();
    private Optional<String> uefiData = Optional.empty();
    private boolean copy;

    ImageRecord(Image image) {
        super(image.ownerId());
        this.image = image;
    }

    @Override
    String id() {
        return image.imageId().value();
    }

    @Override
    Tags ownTags() {
        return image.tags();
    }

    @Override
    void setOwnTags(Tags tags) {
        image = image.withTags(tags);
    }

    Image image() {
        return image;
    }

    ImageId imageId() {
        return image.imageId();
    }

    boolean is(ImageState state) {
        return image.state() == state;
    }

    void change(UnaryOperator<Image> change) {
        image = change.apply(image);
    }

    Set<LaunchPermission> permissions() {
        return permissions;
    }

    /** Being public is a permission; the flag follows it. */
    void permissionsChanged() {
        image = image.withIsPublic(permissions.contains(LaunchPermission.EVERYONE));
    }

    /** Why it will fail once its time comes, if it will. */
    Optional<StateReason> doom() {
        return doom;
    }

    void doom(StateReason reason) {
        doom = Optional.of(reason);
    }

    boolean isCopy() {
        return copy;
    }

    ImageRecord markCopy() {
        copy = true;
        return this;
    }

    /** Its UEFI variables, which EC2 tells by themselves only. */
    Optional<String> uefiData() {
        return uefiData;
    }

    ImageRecord uefiData(Optional<String> data) {
        uefiData = data;
        return this;
    }

    /** What is remembered of it when it goes. */
    ImageRecord asItIs() {
        ImageRecord copy = new ImageRecord(image);
        copy.permissions.addAll(permissions);
        return copy;
    }

    /** The image as an account sees it: others see their own tags, and neither last launch nor protection. */
    Image seenBy(AccountId viewer) {
        if (isOwnedBy(viewer)) {
            return image;
        }
        return image.withTags(tagsSeenBy(viewer))
                .withLastLaunchedTime(Optional.empty())
                .withDeregistrationProtection(DeregistrationProtection.DISABLED);
    }
}
