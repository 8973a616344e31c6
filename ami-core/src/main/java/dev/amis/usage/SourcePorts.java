package dev.amis.usage;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.spi.RegionalProvider;
import java.util.Optional;

/** The ports that sources read through; a source that has none cannot be read. */
final class SourcePorts {

    private SourcePorts() {}

    static <P> P required(Optional<P> port, RegionalProvider region, String operation, String what, String source) {
        return port.orElseThrow(
                () -> new UnsupportedCapabilityException(Failure.of(operation, "the provider has no port for " + what)
                        .region(region.region())
                        .advice("Leave the source '" + source + "' out if the account has none")
                        .build()));
    }
}
