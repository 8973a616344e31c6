package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.InstanceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finding the image that a call is about, and the refusals around it, in EC2's order: existence, then permission, then state. */
final class Images {

    /** How long EC2 knows that an image was deregistered; how long really is UNVERIFIED. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    private final World world;
    private final Visibility visibility;

    Images(World world) {
        this.world = world;
        this.visibility = new Visibility(world.organizations());
    }

    Visibility visibility() {
        return visibility;
    }

    /** An image that the caller sees, unless this look misses it. */
    Optional<ImageRecord> seen(Call call, ImageId id) {
        return world.in(call.region())
                .images()
                .find(id.value())
                .filter(record -> visibility.isSeenBy(call.account(), record))
                .filter(record -> !record.missedAt(world.now()));
    }

    /** An image that the caller sees; not found otherwise, and no longer available if it was there a while ago. */
    ImageRecord require(Call call, ImageId id) {
        return seen(call, id).orElseThrow(() -> {
            if (wasThere(call, id)) {
                return new Ec2Error("InvalidAMIID.Unavailable", "The image ID '" + id + "' is no longer available");
            }
            return notFound(List.of(id));
        });
    }

    /** An image of the caller's own that it may do this to. */
    ImageRecord requireOwn(Call call, ImageId id) {
        ImageRecord record = require(call, id);
        if (!record.isOwnedBy(call.account())) {
            throw new Ec2Error("AuthFailure", "Not authorized for image:" + id);
        }
        world.permit(call);
        return record;
    }

    /** An image of the caller's own that is in a state in which it may be done. */
    ImageRecord requireOwn(Call call, ImageId id, ImageOperation operation) {
        ImageRecord record = requireOwn(call, id);
        requireState(record.image(), operation);
        return record;
    }

    static void requireState(Image image, ImageOperation operation) {
        if (!operation.allowedIn(image.state())) {
            throw new Ec2Error(
                    "InvalidAMIID.Unavailable",
                    "The image ID '" + image.imageId() + "' is currently " + image.stateText()
                            + " and may not be used for this operation");
        }
    }

    /** What AWS Backup made is removed by AWS Backup; it is known by the service's own tags (UNVERIFIED). */
    static void requireNotOfBackup(Resource resource) {
        boolean backup = resource.ownTags().asMap().keySet().stream().anyMatch(key -> key.startsWith("aws:backup:"));
        if (backup) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "'" + resource.id() + "' is managed by the AWS Backup service and cannot be deleted via EC2 APIs."
                            + " Delete its recovery point instead");
        }
    }

    static Ec2Error notFound(List<ImageId> ids) {
        String many = ids.size() == 1 ? "id '" + ids + "' does" : "ids '" + ids + "' do";
        return new Ec2Error("InvalidAMIID.NotFound", "The image " + many + " not exist");
    }

    /** An image that was deregistered a moment ago and is still shown by this look. */
    Optional<ImageRecord> stillShown(Call call, ImageId id) {
        return Optional.ofNullable(world.in(call.region()).gone().get(id))
                .filter(departed -> visibility.isSeenBy(call.account(), departed.asItWas()))
                .filter(departed -> departed.isShownAt(world.now()))
                .map(Departed::asItWas);
    }

    /** Tells whether a deregistered image is answered as an empty list: while one of its instances is there still. */
    boolean isStillRemembered(Call call, ImageId id) {
        return wasThere(call, id)
                && world.in(call.region())
                        .instances()
                        .of(call.account())
                        .anyMatch(record ->
                                record.instance().imageId().equals(id) && !record.is(InstanceState.TERMINATED));
    }

    private boolean wasThere(Call call, ImageId id) {
        return Optional.ofNullable(world.in(call.region()).gone().get(id))
                .filter(departed -> visibility.isSeenBy(call.account(), departed.asItWas()))
                .isPresent();
    }
}
