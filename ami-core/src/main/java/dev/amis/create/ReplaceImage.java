package dev.amis.create;

import dev.amis.internal.Session;
import dev.amis.model.Image;

/** The beginning of a replacement: by what. */
public final class ReplaceImage {

    private static final int LONGEST_VALUE = 256;

    private final Session session;
    private final String name;

    /**
     * Begins a replacement; {@code Amis.replace} does it.
     *
     * @param session the account
     * @param name what the place is called
     * @throws IllegalArgumentException if the name is blank or longer than a tag can be
     */
    @SuppressWarnings("exports")
    public ReplaceImage(Session session, String name) {
        if (name.isBlank() || name.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "name is '" + name + "', but must be 1 to " + LONGEST_VALUE + " characters and not blank");
        }
        this.session = session;
        this.name = name;
    }

    /**
     * Names the image that is to be current.
     *
     * @param image an image of this account, in its own Region
     * @return the replacement, to be completed
     */
    public Replacement with(Image image) {
        return new Replacement(session.at(image.region()), name, image.imageId(), false);
    }
}
