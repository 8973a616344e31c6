package dev.amis.cleanup;

import java.util.Optional;

/** Something without which an image is left alone. All of them have to hold. */
public sealed interface OnlyRule {

    /**
     * The images that are left, in words, without tag values.
     *
     * @return for example {@code tagged Environment}
     */
    String describe();

    /**
     * The tag that it looks at.
     *
     * @return its key
     */
    String key();

    /**
     * Is about images that have a tag. Others are of no family: they neither count among the latest nor as the last available.
     *
     * @param key its key
     * @param value its value, nothing for any
     */
    record Tagged(String key, Optional<String> value) implements OnlyRule {

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
     * Touches images only after the date that a tag of theirs holds. Others stay, and count in their family.
     *
     * @param key its key; its value is a date such as {@code 2026-01-31}, which has passed when that day has ended in UTC, or
     *     an instant such as {@code 2026-01-31T18:00:00Z}
     */
    record Expired(String key) implements OnlyRule {

        /**
         * Makes the rule.
         *
         * @throws IllegalArgumentException if the key is blank
         */
        public Expired {
            Arguments.tagKey(key);
        }

        @Override
        public String describe() {
            return "expired by tag " + key;
        }
    }
}
