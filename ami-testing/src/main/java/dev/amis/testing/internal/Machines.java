package dev.amis.testing.internal;

import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Running, starting, stopping and terminating instances by calls; each takes its effect at once. */
public final class Machines {

    private static final int MOST = 1_000;

    private final World world;
    private final Instances instances;
    private final Launching launching;
    private final Staging staging;

    Machines(World world, Instances instances, Launching launching) {
        this.world = world;
        this.instances = instances;
        this.launching = launching;
        this.staging = new Staging(world);
    }

    /** The same token and the same request give the same instances. */
    List<Instance> run(Call call, Launch launch) {
        if (launch.least() < 1 || launch.most() < launch.least() || launch.most() > MOST) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "Value ( " + launch.least() + " to " + launch.most()
                            + " ) for the number of instances is invalid. Expecting 1 to " + MOST);
        }
        Map<String, Holding.Launched> tokens = world.holding(call).launches();
        Optional<Holding.Launched> before = launch.token().map(tokens::get);
        if (before.isPresent()) {
            world.permit(call);
            return repeated(call, launch, before.get());
        }
        ImageRecord source = launching.source(call, launch.order());
        world.permit(call);
        List<InstanceId> made = new ArrayList<>();
        for (int nth = 0; nth < launch.most(); nth++) {
            made.add(launching.run(call, source, launch.order()));
        }
        launch.token().ifPresent(token -> tokens.put(token, new Holding.Launched(launch, List.copyOf(made))));
        return told(call, made);
    }

    private List<Instance> repeated(Call call, Launch launch, Holding.Launched before) {
        if (!before.launch().equals(launch)) {
            throw new Ec2Error(
                    "IdempotentParameterMismatch",
                    "The client token was used with other parameters before, so the request is not repeated");
        }
        return told(call, before.answer());
    }

    private List<Instance> told(Call call, List<InstanceId> ids) {
        call.about(ids);
        return ids.stream()
                .flatMap(id -> world.in(call.region()).instances().find(id.value()).stream())
                .map(InstanceRecord::instance)
                .toList();
    }

    /** Brings instances into a state, all or none; one that has it already stays as it is. */
    List<Turn> turn(Call call, List<InstanceId> ids, InstanceState wanted) {
        List<InstanceRecord> records =
                ids.stream().map(id -> instances.require(call, id)).toList();
        world.permit(call);
        for (InstanceRecord record : records) {
            if (record.is(InstanceState.TERMINATED) && wanted != InstanceState.TERMINATED) {
                throw new Ec2Error(
                        "IncorrectInstanceState",
                        "The instance '" + record.instanceId() + "' is not in a state from which it can be "
                                + (wanted == InstanceState.RUNNING ? "started." : "stopped."));
            }
        }
        List<Turn> turns = new ArrayList<>();
        for (InstanceRecord record : records) {
            InstanceState before = record.instance().state();
            if (before != wanted) {
                staging.turn(record, wanted);
            }
            turns.add(new Turn(record.instanceId(), before, wanted));
        }
        return turns;
    }

    /** Running instances, or all. Filters are those of {@code DescribeInstances} that EC2 has here too. */
    Page<Instance> status(Call call, Question question, boolean all) {
        for (var filter : question.filters()) {
            if (!filter.name().equals("instance-state-name")) {
                throw new Ec2Error("InvalidParameterValue", "The filter '" + filter.name() + "' is invalid");
            }
        }
        if (!question.ids().isEmpty() && question.maxResults().isPresent()) {
            throw new Ec2Error(
                    "InvalidParameterCombination",
                    "The parameter instancesSet cannot be used with the parameter maxResults");
        }
        var asked = DescribeInstancesRequest.builder();
        question.ids().forEach(id -> asked.addInstanceId(InstanceId.of(id)));
        asked.addAllFilters(question.filters());
        question.maxResults().ifPresent(asked::maxResults);
        asked.nextToken(question.nextToken());
        Page<Instance> page = instances.describe(call, asked.build());
        List<Instance> shown = page.items().stream()
                .filter(instance -> all || instance.state() == InstanceState.RUNNING)
                .toList();
        return new Page<>(shown, page.nextToken());
    }

    /**
     * What to launch.
     *
     * @param order what each instance shall be like
     * @param least how many are the fewest that are of use
     * @param most how many are wanted
     * @param token the client token
     */
    public record Launch(Launching.Order order, int least, int most, Optional<String> token) {}

    /**
     * A change of an instance's state.
     *
     * @param instance the instance
     * @param before its state before
     * @param after its state from now on
     */
    public record Turn(InstanceId instance, InstanceState before, InstanceState after) {}
}
