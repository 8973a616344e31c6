package dev.amis.aws.internal;

import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.FleetPort;
import dev.amis.spi.Page;
import software.amazon.awssdk.services.ec2.model.DescribeSpotFleetRequestsRequest;

/** Spot Fleet requests and EC2 Fleets through the SDK. */
final class Ec2FleetPort implements FleetPort {

    private final Ec2 ec2;

    Ec2FleetPort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<Fleet> describeSpotFleetRequests(DescribeFleetsRequest request) {
        var asked = DescribeSpotFleetRequestsRequest.builder();
        if (!request.fleetIds().isEmpty()) {
            asked.spotFleetRequestIds(
                    request.fleetIds().stream().map(FleetId::value).toList());
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(
                Call.of("DescribeSpotFleetRequests"), () -> ec2.client().describeSpotFleetRequests(built));
        return Ec2.page(
                answer.spotFleetRequestConfigs().stream()
                        .map(fleet -> FleetMapping.read(ec2.region(), fleet))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public Page<Fleet> describeFleets(DescribeFleetsRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeFleetsRequest.builder();
        if (!request.fleetIds().isEmpty()) {
            asked.fleetIds(request.fleetIds().stream().map(FleetId::value).toList());
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(Call.of("DescribeFleets"), () -> ec2.client().describeFleets(built));
        return Ec2.page(
                answer.fleets().stream()
                        .map(fleet -> FleetMapping.read(ec2.region(), fleet))
                        .toList(),
                answer.nextToken());
    }
}
