package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Session;
import dev.amis.internal.Subject;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.ImageOrder;
import dev.amis.model.Tags;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.Filter;
import dev.amis.verify.Verification;
import java.util.List;
import java.util.Set;

/**
 * Puts an image in the place of the one that is current under a name of one's own. EC2 cannot rename images, and frees a name
 * only when its image is deregistered; a copy under the final name would take minutes in which there is none. So the place is
 * a tag, {@code amis:current}: the new image gets it first, then the others lose it, and whoever looks takes the latest image
 * that has it. At no moment is there none. Images that are replaced stay as they are, to be retired by a policy.
 */
public final class Replacement {

    /** The key of the tag that makes an image current. */
    public static final String CURRENT = "amis:current";

    private static final String TASK = "replace";

    private final Session session;
    private final String name;
    private final ImageId imageId;
    private final boolean verified;

    Replacement(Session session, String name, ImageId imageId, boolean verified) {
        this.session = session;
        this.name = name;
        this.imageId = imageId;
        this.verified = verified;
    }

    /**
     * Insists that the image passed the test gate of a bake.
     *
     * @return the changed replacement
     */
    public Replacement requiringVerification() {
        return new Replacement(session, name, imageId, true);
    }

    /**
     * Makes the image current. Safe to run again, also after a crash in the middle.
     *
     * <p>The image must be newer than those that it replaces, for between its two steps both are current and the latest wins.
     * To go back to an older one, point to it by its id.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code CreateTags}, {@code DeleteTags}.
     *
     * <p><b>Changes</b> the tag {@code amis:current}: the image gets it, those that had it lose it.
     *
     * <p><b>Undo</b> the tag goes back by hand, with {@code Amis.tag} and {@code Amis.untag}.
     *
     * @return the images that were current before and are not any more
     * @throws dev.amis.error.NotFoundException if the image is not there
     * @throws dev.amis.error.AccessDeniedException if it belongs to another account
     * @throws ConflictException if it is not available, not verified though that is required, or older than one that is current
     */
    public List<Image> run() {
        Subject subject = new Subject(session, session.region(), imageId);
        Image image = subject.read(TASK, ImageOperation.LAUNCH);
        if (verified && !Verification.isTaggedOn(image)) {
            throw new ConflictException(
                    subject.failure(TASK, "the image has no tag " + Verification.TAG + " of a test of its own")
                            .advice("Bake it with a test gate")
                            .build());
        }
        List<Image> before = current().stream()
                .filter(other -> !other.imageId().equals(imageId))
                .toList();
        refuseOlder(subject, image, before);
        session.here().tags().createTags(new CreateTagsRequest(List.of(imageId.value()), Tags.of(CURRENT, name)));
        if (!before.isEmpty()) {
            List<String> ids =
                    before.stream().map(other -> other.imageId().value()).toList();
            session.here().tags().deleteTags(new DeleteTagsRequest(ids, Set.of(CURRENT)));
        }
        return before;
    }

    private List<Image> current() {
        return OwnResources.images(session.here(), Filter.of("tag:" + CURRENT, Filter.literal(name))).stream()
                .filter(image -> image.tags().get(CURRENT).filter(name::equals).isPresent())
                .toList();
    }

    private static void refuseOlder(Subject subject, Image image, List<Image> before) {
        before.stream()
                .filter(other -> ImageOrder.NEWEST_FIRST.compare(other, image) < 0)
                .findFirst()
                .ifPresent(newer -> {
                    Failure failure = subject.failure(TASK, newer + " is current and newer")
                            .advice("Take its tag " + CURRENT + " off first")
                            .build();
                    throw new ConflictException(failure);
                });
    }

    @Override
    public String toString() {
        return "make " + imageId + " current as " + name;
    }
}
