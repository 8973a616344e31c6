package dev.amis.spi;

import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.Tags;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The checks that several requests share; every message names field, value and rule. */
final class RequestChecks {

    private RequestChecks() {}

    static void description(Optional<String> description) {
        if (description.isPresent() && description.get().length() > 255) {
            throw new IllegalArgumentException(
                    "description has " + description.get().length() + " characters, but at most 255 are allowed");
        }
    }

    static void templateData(LaunchTemplateData data) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("launchTemplateData is empty, but must name at least one parameter");
        }
    }

    static void clientToken(String token) {
        boolean ascii = token.chars().allMatch(c -> c > 32 && c < 127);
        if (token.isEmpty() || token.length() > 64 || !ascii) {
            throw new IllegalArgumentException(
                    "clientToken is '" + token + "', but must be 1 to 64 visible ASCII characters");
        }
    }

    /** Read tags may hold what only AWS can set, and more than EC2 takes. */
    static void tags(Tags tags) {
        Tags.of(tags.asMap());
    }

    static void filters(List<Filter> filters) {
        if (filters.size() > 50) {
            throw new IllegalArgumentException(
                    "filters has " + filters.size() + " entries, but at most 50 are allowed");
        }
    }

    static void maxResults(OptionalInt maxResults) {
        if (maxResults.isPresent() && maxResults.getAsInt() < 1) {
            throw new IllegalArgumentException("maxResults is " + maxResults.getAsInt() + ", but must be at least 1");
        }
    }

    /** The pages of Auto Scaling. */
    static void maxRecords(OptionalInt maxRecords) {
        if (maxRecords.isPresent() && (maxRecords.getAsInt() < 1 || maxRecords.getAsInt() > 100)) {
            throw new IllegalArgumentException(
                    "maxRecords is " + maxRecords.getAsInt() + ", but must be from 1 to 100");
        }
    }

    static void maxResults(OptionalInt maxResults, int most) {
        if (maxResults.isPresent() && (maxResults.getAsInt() < 1 || maxResults.getAsInt() > most)) {
            throw new IllegalArgumentException(
                    "maxResults is " + maxResults.getAsInt() + ", but must be from 1 to " + most);
        }
    }

    static void kmsKey(Optional<KmsKeyId> kmsKeyId, boolean encrypted) {
        if (kmsKeyId.isPresent() && !encrypted) {
            throw new IllegalArgumentException("kmsKeyId is '" + kmsKeyId.get() + "', but needs encrypted to be true");
        }
    }

    static List<String> resources(List<String> resources) {
        if (resources.isEmpty() || resources.size() > 1_000) {
            throw new IllegalArgumentException(
                    "resources has " + resources.size() + " entries, but must have from 1 to 1000");
        }
        for (String resource : resources) {
            if (resource.isBlank()) {
                throw new IllegalArgumentException("resources has '" + resource + "', but an id must not be blank");
            }
        }
        return List.copyOf(resources);
    }

    static <T> Set<T> ordered(Set<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    static <T> void change(String what, Set<T> add, Set<T> remove) {
        if (add.isEmpty() && remove.isEmpty()) {
            throw new IllegalArgumentException("no " + what + " is to be added or removed");
        }
        for (T one : add) {
            if (remove.contains(one)) {
                throw new IllegalArgumentException(what + " '" + one + "' is both to be added and removed");
            }
        }
    }
}
