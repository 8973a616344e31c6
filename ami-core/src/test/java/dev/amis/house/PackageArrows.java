package dev.amis.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table of the arrows between the direct subpackages of a root package. Subpackages of those count as part of them;
 * the root package itself may use all of them, and none of them may use it.
 */
public final class PackageArrows extends ArchCondition<JavaClass> {

    private final String root;
    private final Map<String, Set<String>> arrows;
    private final Set<String> otherwise;

    private PackageArrows(String root, Set<String> otherwise, Map<String, Set<String>> arrows) {
        super("use only the packages that the design lets them use");
        this.root = root;
        this.otherwise = Set.copyOf(otherwise);
        this.arrows = Map.copyOf(arrows);
    }

    /** Starts a table in which a package without a row of its own may use these. */
    public static PackageArrows below(String root, String... otherwise) {
        return new PackageArrows(root, Set.of(otherwise), Map.of());
    }

    /** Adds a row: the package may use exactly these. */
    public PackageArrows only(String name, String... mayUse) {
        Map<String, Set<String>> more = new HashMap<>(arrows);
        more.put(name, Set.of(mayUse));
        return new PackageArrows(root, otherwise, more);
    }

    /** Adds a row: the package may use what one without a row may use, and these. */
    public PackageArrows also(String name, String... mayUse) {
        Set<String> all = new HashSet<>(otherwise);
        all.addAll(Arrays.asList(mayUse));
        return only(name, all.toArray(String[]::new));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        packageOf(type)
                .filter(from -> !from.isEmpty())
                .ifPresent(from -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isAllowed(from, dependency))
                        .forEach(dependency -> events.add(SimpleConditionEvent.violated(
                                dependency,
                                dependency.getDescription() + ": " + from + " may use "
                                        + new TreeSet<>(mayUse(from))))));
    }

    private boolean isAllowed(String from, Dependency dependency) {
        Optional<String> to = packageOf(dependency.getTargetClass().getBaseComponentType());
        return to.isEmpty() || to.get().equals(from) || mayUse(from).contains(to.get());
    }

    private Set<String> mayUse(String name) {
        return arrows.getOrDefault(name, otherwise);
    }

    /** The direct subpackage of the root that holds the type; empty text for the root, nothing outside of it. */
    private Optional<String> packageOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(root)) {
            return Optional.of("");
        }
        return name.startsWith(root + ".")
                ? Optional.of(name.substring(root.length() + 1).split("\\.", 2)[0])
                : Optional.empty();
    }
}
