package dev.amis.naming;

import dev.amis.model.ImageName;
import java.util.Optional;

/** Free text, at least one character. */
record TextType() implements PartType {

    @Override
    public int end(String name, int start, int from) {
        int first = Math.max(from, start + 1);
        return first > name.length() ? -1 : first;
    }

    @Override
    public String expectation() {
        return "text";
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
