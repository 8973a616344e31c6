package dev.amis.internal;

import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.spi.DescribeInstanceTypesRequest;
import dev.amis.spi.InstanceTypePort;
import java.util.Collection;
import java.util.List;

/** Reads what types of instances can do, every page: a type that is left out would look like one that fits. */
public final class InstanceTypeFacts {

    private InstanceTypeFacts() {}

    /**
     * Reads what types can do.
     *
     * @param port tells of them
     * @param types the types, at least one
     * @return the facts of each
     * @throws dev.amis.error.InvalidRequestException if there is no such type in the Region
     */
    public static List<InstanceTypeInfo> read(InstanceTypePort port, Collection<InstanceType> types) {
        DescribeInstanceTypesRequest request = DescribeInstanceTypesRequest.builder()
                .addAllInstanceTypes(types)
                .build();
        return Pages.all("DescribeInstanceTypes", token -> port.describeInstanceTypes(request.withNextToken(token)));
    }
}
