package dev.amis.naming;

import dev.amis.model.ImageName;
import java.util.Optional;

/** A version. */
record VersionType() implements PartType {

    @Override
    public int end(String name, int start, int from) {
        return VersionText.end(name, start, from);
    }

    @Override
    public String expectation() {
        return "a version such as 1.2.0";
    }

    @Override
    public Optional<String> whyNot(String value) {
        return ImageVersion.isValid(value) ? Optional.empty() : Optional.of(VersionText.problem(value));
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
        return true;
    }
}
