package dev.amis.aws.internal;

import dev.amis.spi.Filter;
import java.util.List;

/** Filters as the SDK takes them. */
final class Filters {

    private Filters() {}

    static List<software.amazon.awssdk.services.ec2.model.Filter> write(List<Filter> filters) {
        return filters.stream()
                .map(filter -> software.amazon.awssdk.services.ec2.model.Filter.builder()
                        .name(filter.name())
                        .values(filter.values())
                        .build())
                .toList();
    }
}
