package dev.amis.usage;

import dev.amis.internal.IdFilters;
import dev.amis.internal.OwnResources;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Set;

/**
 * Instances. Terminated ones are left out here and not by a filter: EC2's filter can only list the states that are
 * wanted, and a state that is new to this version would not be among them.
 */
record InstanceReferences() implements ReferenceSource {

    private static final int PAGE = 1_000;

    @Override
    public String name() {
        return "instances";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return read(region, List.of());
    }

    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        return IdFilters.of("image-id", imageIds).stream()
                .flatMap(ids -> read(region, List.of(ids)).stream())
                .toList();
    }

    private List<Reference> read(RegionalProvider region, List<Filter> filters) {
        DescribeInstancesRequest request = DescribeInstancesRequest.builder()
                .addAllFilters(filters)
                .maxResults(PAGE)
                .build();
        return OwnResources.instances(region, request).stream()
                .filter(instance -> instance.state() != InstanceState.TERMINATED)
                .map(this::reference)
                .toList();
    }

    private Reference reference(Instance instance) {
        return new Reference(
                instance.region(),
                instance.imageId(),
                name(),
                instance.instanceId() + " (" + instance.stateText() + ")");
    }
}
