package dev.amis.house;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Path;
import java.util.Set;

/** The compiled code of the module whose tests run, with its tests. */
public final class AllClasses implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Set.of(Location.of(MainClasses.DIRECTORY), Location.of(Path.of("target", "test-classes")));
    }
}
