package dev.amis.model;

/** The checks that several values share; every message names field, value and rule. */
final class Checks {

    private Checks() {}

    static void notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is '" + value + "', but must not be blank");
        }
    }

    static void lengthAtMost(String field, String value, int most) {
        if (value.length() > most) {
            throw new IllegalArgumentException(
                    field + " has " + value.length() + " characters, but at most " + most + " are allowed");
        }
    }

    static void range(String field, long value, long least, long most, String unit) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + " is " + value + unit + ", but must be from " + least + " to " + most + unit);
        }
    }
}
