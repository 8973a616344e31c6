package dev.amis.cleanup;

import java.time.Duration;
import java.util.Optional;

/** Something that makes an image stay. One rule suffices. */
public sealed interface KeepRule {

    /**
     * The images that the rule keeps, in words, without tag values.
     *
     * @return for example {@code the latest 5}
     */
    String describe();

    /**
     * Keeps the newest images of each family; only available ones count.
     *
     * @param count how many, at least 1
     */
    record Latest(int count) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the count is below 1
         */
        public Latest {
            if (count < 1) {
                throw new IllegalArgumentException("number of latest images to keep is " + count
                        + ", but must be at least 1: a family is never emptied");
            }
        }

        @Override
        public String describe() {
            return "the latest " + count;
        }
    }

    /**
     * Keeps images that were made lately.
     *
     * @param age up to which age
     */
    record NewerThan(Duration age) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the age is not positive, or above a hundred years
         */
        public NewerThan {
            Arguments.span("age of images to keep", age);
        }

        @Override
        public String describe() {
            return "newer than " + Durations.text(age);
        }
    }

    /**
     * Keeps images that have a tag.
     *
     * @param key its key
     * @param value its value, nothing for any
     */
    record Tagged(String key, Optional<String> value) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the key is blank
         */
        public Tagged {
            Arguments.tagKey(key);
        }

        @Override
        public String describe() {
            return "tagged " + key + (value.isPresent() ? " with a certain value" : "");
        }
    }

    /**
     * Keeps images that were launched lately. EC2 tells of a launch up to 24 hours late.
     *
     * @param age how long ago at most
     */
    record LaunchedWithin(Duration age) implements KeepRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the age is not positive, or above a hundred years
         */
        public LaunchedWithin {
            Arguments.span("age of launches that keep images", age);
        }

        @Override
        public String describe() {
            return "launched within " + Durations.text(age);
        }
    }

    /** Keeps images that others may launch: accounts, organizations, everybody. */
    record Shared() implements KeepRule {

        @Override
        public String describe() {
            return "shared with others";
        }
    }
}
