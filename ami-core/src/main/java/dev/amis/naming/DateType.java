package dev.amis.naming;

import java.util.Optional;

/**
 * A date, or a date and a time, in UTC.
 *
 * @param pattern how it is written
 */
record DateType(DatePattern pattern) implements PartType {

    @Override
    public int end(String name, int start, int from) {
        int end = start + pattern.length();
        return end >= from && pattern.fits(name, start) ? end : -1;
    }

    @Override
    public String expectation() {
        return "a date as " + pattern;
    }

    @Override
    public Optional<String> whyNot(String value) {
        return value.length() == pattern.length() && pattern.fits(value, 0)
                ? Optional.empty()
                : Optional.of("'" + value + "' is not " + expectation());
    }

    @Override
    public int minLength() {
        return pattern.length();
    }

    @Override
    public int maxLength() {
        return pattern.length();
    }

    @Override
    public boolean moving() {
        return true;
    }
}
