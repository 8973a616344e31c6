package dev.amis.aws.internal;

import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.InstancePort;
import dev.amis.spi.Page;

/** Instances through the SDK. */
final class Ec2InstancePort implements InstancePort {

    private final Ec2 ec2;

    Ec2InstancePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<Instance> describeInstances(DescribeInstancesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest.builder();
        if (!request.instanceIds().isEmpty()) {
            asked.instanceIds(
                    request.instanceIds().stream().map(InstanceId::value).toList());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        boolean narrow = built.hasInstanceIds() || built.hasFilters() || built.maxResults() != null;
        Call call = narrow ? Call.of("DescribeInstances") : Call.everything("DescribeInstances");
        var answer = ec2.make(call, () -> ec2.client().describeInstances(built));
        return Ec2.page(InstanceMapping.read(ec2.region(), answer.reservations()), answer.nextToken());
    }
}
