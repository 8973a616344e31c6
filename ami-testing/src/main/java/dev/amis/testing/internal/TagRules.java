package dev.amis.testing.internal;

import dev.amis.model.Tags;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What EC2 refuses of tags. Values of the library check it before, the wire does not. */
final class TagRules {

    private static final int MOST = 50;

    private TagRules() {}

    static void check(Tags tags) {
        for (Map.Entry<String, String> tag : tags.asMap().entrySet()) {
            checkKey(tag.getKey());
            if (tag.getValue().length() > 256) {
                throw new Ec2Error("InvalidParameterValue", "Tag value exceeds the maximum length of 256 characters");
            }
        }
        count(tags);
    }

    static void checkKey(String key) {
        if (isSystem(key)) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "Invalid value '" + key + "' for tag key. Tag keys starting with 'aws:' are reserved for internal"
                            + " use");
        }
        if (key.isEmpty() || key.length() > 128) {
            throw new Ec2Error(
                    "InvalidParameterValue", "Tag key must have from 1 to 128 characters, but has " + key.length());
        }
    }

    /** What a resource has after tags were set: the new ones over the old ones, at most 50 besides those of AWS. */
    static Tags merged(Tags old, Tags set) {
        Map<String, String> all = new LinkedHashMap<>(old.asMap());
        all.putAll(set.asMap());
        Tags merged = Tags.read(all);
        count(merged);
        return merged;
    }

    static boolean isSystem(String key) {
        return key.toLowerCase(Locale.ROOT).startsWith("aws:");
    }

    private static void count(Tags tags) {
        if (tags.userTags().asMap().size() > MOST) {
            throw new Ec2Error("TagLimitExceeded", "You have reached the maximum number of tags allowed: " + MOST);
        }
    }
}
