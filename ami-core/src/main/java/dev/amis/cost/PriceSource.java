package dev.amis.cost;

import dev.amis.model.Region;
import java.util.Set;

/** Where prices come from: the {@linkplain Prices#builtIn() built-in table}, a file of one's own, or a service that is asked. */
@FunctionalInterface
public interface PriceSource {

    /**
     * Tells the prices of Regions.
     *
     * @param regions the Regions that are asked for
     * @return their prices; a Region that the source knows no prices of is not in it
     * @throws dev.amis.error.AmiException if the source could not be read
     */
    Prices prices(Set<Region> regions);
}
