package dev.amis.internal;

import dev.amis.model.Image;
import dev.amis.model.Tags;
import java.util.Optional;

/**
 * The tag by which an image is known to come from a certain request. {@code CreateImage} and {@code RegisterImage} take no
 * client token, so that after a lost answer or a crash only what the image itself carries can prove whose it is.
 */
public final class RequestTag {

    /** The key of the tag. */
    public static final String KEY = "amis:request";

    private static final int MOST = 49;

    private RequestTag() {}

    /**
     * Refuses tags beside which the tag has no place.
     *
     * @param tags the tags of an image to be
     * @throws IllegalArgumentException if there are more than 49, or the tag's key is among them
     */
    public static void checkRoom(Tags tags) {
        if (tags.contains(KEY)) {
            throw new IllegalArgumentException(
                    "tag key is '" + KEY + "', but that key is kept for the request's own tag");
        }
        int count = tags.userTags().asMap().size();
        if (count > MOST) {
            throw new IllegalArgumentException("tags of the image has " + count + " entries, but at most " + MOST
                    + " are allowed: EC2 takes 50, and '" + KEY + "' is one of them");
        }
    }

    /**
     * Tells why an image does not come from a request, if so.
     *
     * @param image the image
     * @param digest the request's digest
     * @return nothing if it carries the tag with this digest; otherwise half a sentence that goes on from the image
     */
    public static Optional<String> whyNotOn(Image image, String digest) {
        Optional<String> found = image.tags().get(KEY);
        if (found.isEmpty()) {
            return Optional.of("which no request of this library made");
        }
        return found.get().equals(digest) ? Optional.empty() : Optional.of("which another request made");
    }
}
