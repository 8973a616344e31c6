package dev.amis.create;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Tags;
import dev.amis.naming.StandardTags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an image is in comparison to the one before: what was changed, from which source, by which commit, by whom. It goes
 * into the image's tags and into a document; a tag holds 256 characters, so that of a longer text it has the beginning.
 *
 * @param what what was changed, in words
 * @param source the image that this one was made from
 * @param commit the commit that the build was made from
 * @param by a person, a team or a build job
 */
public record ChangeLog(String what, Optional<ImageId> source, Optional<String> commit, Optional<String> by) {

    /** The key of the tag that tells what was changed; the others are those of {@link StandardTags}. */
    public static final String KEY = "Changes";

    private static final int LONGEST_VALUE = 256;

    /**
     * Makes a change log.
     *
     * @throws IllegalArgumentException if a text is blank, or commit or author is longer than a tag can be
     */
    public ChangeLog {
        notBlank("what", what);
        commit.ifPresent(text -> fits("commit", text));
        by.ifPresent(text -> fits("by", text));
    }

    /**
     * Begins a change log.
     *
     * @param what what was changed, in words
     * @return the change log
     * @throws IllegalArgumentException if the text is blank
     */
    public static ChangeLog of(String what) {
        return new ChangeLog(what, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads what the tags of an image tell.
     *
     * @param image the image
     * @return its change log; nothing if it has none
     */
    public static Optional<ChangeLog> of(Image image) {
        Tags tags = image.tags();
        return tags.get(KEY)
                .filter(text -> !text.isBlank())
                .map(what -> new ChangeLog(
                        what,
                        tags.get(StandardTags.SOURCE).flatMap(ChangeLog::imageId),
                        tags.get(StandardTags.COMMIT).filter(text -> !text.isBlank()),
                        tags.get(StandardTags.CREATED_BY).filter(text -> !text.isBlank())));
    }

    private static Optional<ImageId> imageId(String text) {
        try {
            return Optional.of(ImageId.of(text));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }

    /**
     * Names the image that this one is made from.
     *
     * @param image the image
     * @return the changed change log
     */
    public ChangeLog source(ImageId image) {
        return new ChangeLog(what, Optional.of(image), commit, by);
    }

    /**
     * Names the commit that the build is made from.
     *
     * @param text for example a hash
     * @return the changed change log
     * @throws IllegalArgumentException if the text is blank or longer than 256 characters
     */
    public ChangeLog commit(String text) {
        return new ChangeLog(what, source, Optional.of(text), by);
    }

    /**
     * Names who makes the image.
     *
     * @param text a person, a team or a build job
     * @return the changed change log
     * @throws IllegalArgumentException if the text is blank or longer than 256 characters
     */
    public ChangeLog by(String text) {
        return new ChangeLog(what, source, commit, Optional.of(text));
    }

    /**
     * The change log as tags of an image.
     *
     * @return at most four tags
     */
    public Tags tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(KEY, what.length() > LONGEST_VALUE ? what.substring(0, LONGEST_VALUE - 1) + "…" : what);
        source.ifPresent(image -> tags.put(StandardTags.SOURCE, image.value()));
        commit.ifPresent(text -> tags.put(StandardTags.COMMIT, text));
        by.ifPresent(text -> tags.put(StandardTags.CREATED_BY, text));
        return Tags.of(tags);
    }

    /**
     * The change log of an image as a document in Markdown.
     *
     * @param image the image that it is of
     * @return the lines, each with a line break
     */
    public String document(Image image) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(image.name().orElse(image.imageId().value())).append("\n\n");
        out.append(what.strip()).append("\n\n");
        line(out, "Image", image.imageId() + " in " + image.region());
        image.creationDate().ifPresent(date -> line(out, "Made", date.toString()));
        source.ifPresent(text -> line(out, "Source", text.value()));
        commit.ifPresent(text -> line(out, "Commit", text));
        by.ifPresent(text -> line(out, "By", text));
        return out.toString();
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append("- ").append(key).append(": ").append(value).append('\n');
    }

    private static void notBlank(String field, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is '" + text + "', but must not be blank");
        }
    }

    private static void fits(String field, String text) {
        notBlank(field, text);
        if (text.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    field + " has " + text.length() + " characters, but at most " + LONGEST_VALUE + " fit into a tag");
        }
    }
}
