package dev.amis.naming;

import java.util.Optional;

/** A build number: 1 to 18 digits, which always fit a {@code long}. */
record BuildType() implements PartType {

    static final int MAX_DIGITS = 18;

    @Override
    public int end(String name, int start, int from) {
        int end = Math.max(from, start + 1);
        if (end > name.length() || end - start > MAX_DIGITS) {
            return -1;
        }
        for (int at = start; at < end; at++) {
            if (!VersionText.isDigit(name.charAt(at))) {
                return -1;
            }
        }
        return end;
    }

    @Override
    public String expectation() {
        return "a build number of 1 to " + MAX_DIGITS + " digits";
    }

    @Override
    public Optional<String> whyNot(String value) {
        return end(value, 0, value.length()) == value.length()
                ? Optional.empty()
                : Optional.of("'" + value + "' is not " + expectation());
    }

    @Override
    public int minLength() {
        return 1;
    }

    @Override
    public int maxLength() {
        return MAX_DIGITS;
    }

    @Override
    public boolean moving() {
        return true;
    }
}
