package dev.amis.naming;

import dev.amis.model.ImageName;
import java.util.Optional;

/**
 * Free text, at least one character.
 *
 * @param follower the text that must come right after the value, so that the search can leap to it; empty if unknown
 * @param last whether the value runs to the end of the name
 */
record TextType(String follower, boolean last) implements PartType {

    static final TextType UNKNOWN_FOLLOWER = new TextType("", false);

    @Override
    public int end(String name, int start, int from) {
        int first = Math.max(from, start + 1);
        if (first > name.length()) {
            return -1;
        }
        if (last) {
            return name.length();
        }
        return follower.isEmpty() ? first : name.indexOf(follower, first);
    }

    @Override
    public String expectation() {
        return follower.isEmpty() ? "text" : "text followed by '" + follower + "'";
    }

    @Override
    public Optional<String> whyNot(String value) {
        int forbidden = ImageName.firstForbidden(value);
        return forbidden < 0
                ? Optional.empty()
                : Optional.of("'" + Character.toString(value.codePointAt(forbidden)) + "' at position "
                        + (forbidden + 1) + " is not allowed in a name");
    }

    @Override
    public int minLength() {
        return 1;
    }

    @Override
    public int maxLength() {
        return ImageName.MAX_LENGTH;
    }

    @Override
    public boolean moving() {
        return false;
    }
}
