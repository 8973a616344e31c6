package dev.amis.launch;

import dev.amis.internal.RequestDigest;
import dev.amis.internal.Session;
import dev.amis.model.LaunchTemplateData;
import java.util.regex.Pattern;

/**
 * What is noted about a version that is made here, beside the user's words: by what it says and what it is made on top of it
 * is known again after a crash, and to which version the way back leads.
 */
final class VersionMark {

    /** Room for the mark behind the user's words; EC2 takes 255 characters. */
    static final int LONGEST_TEXT = 200;

    private static final int DIGITS = 16;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final Pattern BEFORE = Pattern.compile(", before \\d{1,18}]$");

    private VersionMark() {}

    static void checkText(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("description has " + text.length()
                    + " characters, but must have from 1 to " + LONGEST_TEXT + ", not all of them blank");
        }
    }

    /** The whole description of a version on top of another. */
    static String ofVersion(String text, String template, long source, LaunchTemplateData data) {
        String digest = digest("CreateLaunchTemplateVersion", template, text, data)
                .with("source", source)
                .hex()
                .substring(0, DIGITS);
        return text + " [amis " + digest + " on version " + source + "]";
    }

    /** The description with the default version before, if it is another than the one that the version is made on top of. */
    static String withDefaultBefore(String description, long usual) {
        String whole = description.substring(0, description.length() - 1) + ", before " + usual + "]";
        return whole.length() > LONGEST_DESCRIPTION ? description : whole;
    }

    /** Whether two versions were asked for alike, whatever was the default before. */
    static boolean areAlike(String description, String other) {
        return BEFORE.matcher(description)
                .replaceFirst("]")
                .equals(BEFORE.matcher(other).replaceFirst("]"));
    }

    /** The whole description of a first version. */
    static String ofTemplate(String text, String name, LaunchTemplateData data) {
        String digest = digest("CreateLaunchTemplate", name, text, data).hex().substring(0, DIGITS);
        return text + " [amis " + digest + "]";
    }

    private static RequestDigest digest(String operation, String template, String text, LaunchTemplateData data) {
        RequestDigest digest =
                RequestDigest.of(operation).with("template", template).with("text", text);
        data.parameters().forEach((name, value) -> digest.with(name, value));
        return digest;
    }

    /**
     * A token for one plan. It is not made of the request alone: after an undo the same request must make another version, and
     * EC2 would answer the deleted one.
     */
    static String token(Session session, String description) {
        return RequestDigest.of("token")
                .with("description", description)
                .with("now", session.now())
                .with("chance", session.random().nextLong())
                .hex();
    }
}
