package dev.amis.testing.internal;

import dev.amis.model.Parameter;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** A parameter with the versions that the store still has, by their numbers. Guarded by the world's lock. */
final class StoredParameter {

    /** How many versions the store keeps. */
    static final int MOST_VERSIONS = 100;

    private final TreeMap<Long, Parameter> versions = new TreeMap<>();

    StoredParameter(Parameter first) {
        versions.put(first.version(), first);
    }

    ParameterName name() {
        return latest().name();
    }

    ParameterType type() {
        return latest().type();
    }

    Parameter latest() {
        return versions.lastEntry().getValue();
    }

    List<Parameter> versions() {
        return List.copyOf(versions.values());
    }

    /** Whether the next version pushes out one that has a label, which the store refuses. */
    boolean isFull() {
        return versions.size() >= MOST_VERSIONS
                && !versions.firstEntry().getValue().labels().isEmpty();
    }

    void add(Parameter version) {
        versions.put(version.version(), version);
        if (versions.size() > MOST_VERSIONS) {
            versions.pollFirstEntry();
        }
    }

    /** The version of a number or label. */
    Optional<Parameter> find(String version) {
        return version.matches("\\d+")
                ? Optional.ofNullable(versions.get(Long.parseLong(version)))
                : versions.values().stream()
                        .filter(one -> one.labels().contains(version))
                        .findFirst();
    }

    /** Puts a label on a version and takes it off any other. */
    void label(long version, String label) {
        if (!versions.containsKey(version)) {
            throw new NoSuchElementException("version " + version);
        }
        for (Map.Entry<Long, Parameter> entry : versions.entrySet()) {
            List<String> labels = new ArrayList<>(entry.getValue().labels());
            boolean changed = labels.remove(label);
            if (entry.getKey() == version) {
                changed = labels.add(label);
            }
            if (changed) {
                entry.setValue(entry.getValue().withLabels(labels));
            }
        }
    }
}
