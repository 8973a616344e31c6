package dev.amis.create;

import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.internal.Session;
import dev.amis.model.Architecture;
import dev.amis.model.Instance;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.spi.DescribeInstanceTypesRequest;
import dev.amis.spi.InstanceTypePort;
import java.util.List;
import java.util.Optional;

/** What would keep a bake from its end and can be told before it changes anything. */
final class BakeChecks {

    private final Session session;
    private final Bake.Steps steps;

    BakeChecks(Session session, Bake.Steps steps) {
        this.session = session;
        this.steps = steps;
    }

    void publishers() {
        steps.publishers().forEach(publisher -> publisher.check(session.region()));
    }

    /** The image will be of the instance's architecture; the rest of what a type asks for only the image tells. */
    void types(Instance instance) {
        List<InstanceType> types =
                steps.gate().map(gate -> gate.toRequest().instanceTypes()).orElse(List.of());
        Optional<InstanceTypePort> port = session.here().instanceTypes();
        if (types.isEmpty() || port.isEmpty() || instance.architecture().isEmpty()) {
            return;
        }
        Architecture architecture = instance.architecture().get();
        port
                .get()
                .describeInstanceTypes(DescribeInstanceTypesRequest.builder()
                        .addAllInstanceTypes(types)
                        .build())
                .items()
                .stream()
                .filter(type -> !type.supportedArchitectures().contains(architecture))
                .findFirst()
                .ifPresent(type -> {
                    throw refused(instance, architecture, type);
                });
    }

    private static InvalidRequestException refused(Instance instance, Architecture runs, InstanceTypeInfo type) {
        return new InvalidRequestException(Failure.of(
                        "bake",
                        "the image would be of " + runs + ", and " + type.instanceType()
                                + ", on which it is to be verified, runs " + type.supportedArchitectures())
                .resource(instance.instanceId().value())
                .region(instance.region())
                .advice("Verify it on a type that does")
                .build());
    }
}
