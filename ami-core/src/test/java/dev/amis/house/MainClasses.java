package dev.amis.house;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Path;
import java.util.Set;

/** The compiled main code of the module whose tests run. */
public final class MainClasses implements LocationProvider {

    static final Path DIRECTORY = Path.of("target", "classes");

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Set.of(Location.of(DIRECTORY));
    }
}
