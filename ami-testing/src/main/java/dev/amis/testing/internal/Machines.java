package dev.amis.testing.internal;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.ConsoleOutput;
import dev.amis.model.DeviceType;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceStateChange;
import dev.amis.model.InstanceStatus;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.StatusCheck;
import dev.amis.spi.DescribeInstanceStatusRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RunInstancesRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Running, starting, stopping and terminating instances by calls, their status, and what they print. */
public final class Machines {

    private static final Set<InstanceState> GONE = EnumSet.of(InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);

    private final World world;
    private final Instances instances;
    private final Launching launching;
    private final Templates templates;
    private final InstanceTypes types;
    private final Turning turning;

    public Machines(World world) {
        this.world = world;
        this.instances = new Instances(world);
        this.launching = new Launching(world, new Images(world));
        this.templates = new Templates(world);
        this.types = new InstanceTypes(world);
        this.turning = new Turning(world);
    }

    /** The same token and the same request give the same instances. */
    public List<Instance> runInstances(Caller caller, RunInstancesRequest request) {
        return world.answer(caller.call("RunInstances"), call -> run(call, request));
    }

    public List<InstanceStateChange> startInstances(Caller caller, List<InstanceId> ids) {
        return turn(caller.call("StartInstances"), ids, this::start);
    }

    public List<InstanceStateChange> stopInstances(Caller caller, List<InstanceId> ids) {
        return turn(caller.call("StopInstances"), ids, this::stop);
    }

    public List<InstanceStateChange> terminateInstances(Caller caller, List<InstanceId> ids) {
        return turn(caller.call("TerminateInstances"), ids, this::terminate);
    }

    public Page<InstanceStatus> describeInstanceStatus(Caller caller, DescribeInstanceStatusRequest request) {
        return world.answer(
                caller.call("DescribeInstanceStatus").about(request.instanceIds()), call -> status(call, request));
    }

    /** What is latest and what was kept last are the same here. */
    public ConsoleOutput getConsoleOutput(Caller caller, InstanceId id) {
        return world.answer(caller.call("GetConsoleOutput").about(id), call -> {
            InstanceRecord record = instances.require(call, id);
            world.permit(call);
            return record.console();
        });
    }

    /** What an instance was launched with, if a call launched it. */
    public Optional<RunInstancesRequest> launchRequest(Caller caller, InstanceId id) {
        return world.arrange(() -> world.in(caller.region())
                .instances()
                .find(id.value())
                .filter(record -> record.isOwnedBy(caller.account()))
                .flatMap(InstanceRecord::request));
    }

    private List<Instance> run(Call call, RunInstancesRequest request) {
        Map<String, Holding.Launched> tokens = world.holding(call).launches();
        Optional<Holding.Launched> before = request.clientToken().map(tokens::get);
        if (before.isPresent()) {
            world.permit(call);
            return repeated(call, request, before.get());
        }
        Launching.Order order = order(call, request);
        ImageRecord source = launching.source(call, order);
        order.type().ifPresent(type -> types.check(call, type, source.image()));
        world.permit(call);
        List<InstanceId> made = new ArrayList<>();
        for (int nth = 0; nth < request.maxCount(); nth++) {
            made.add(launch(call, request, order, source));
        }
        request.clientToken().ifPresent(token -> tokens.put(token, new Holding.Launched(request, List.copyOf(made))));
        return told(call, made);
    }

    private InstanceId launch(Call call, RunInstancesRequest request, Launching.Order order, ImageRecord source) {
        InstanceId id = launching.run(call, source, order);
        InstanceRecord record = instances.require(call, id);
        record.change(instance -> instance.withSubnetId(request.subnetId()).withClientToken(request.clientToken()));
        request.launchTemplate()
                .map(specification -> templates.launched(call, specification))
                .ifPresent(version -> record.change(instance -> LaunchedFrom.mark(instance, version)));
        record.launchedBy(request, world.dials().nextBootDoom().orElse(Boot.WELL));
        turning.start(record);
        return id;
    }

    /** What the request says goes before what the template says. */
    private Launching.Order order(Call call, RunInstancesRequest request) {
        Optional<LaunchTemplateVersion> template =
                request.launchTemplate().map(specification -> templates.launched(call, specification));
        Optional<ImageId> image = request.imageId().or(() -> template.map(Machines::image));
        List<BlockDeviceMapping> volumes = new ArrayList<>();
        template.ifPresent(version -> version.blockDeviceMappings().stream()
                .filter(mapping -> request.blockDeviceMappings().stream()
                        .noneMatch(asked -> asked.deviceName().equals(mapping.deviceName())))
                .forEach(volumes::add));
        volumes.addAll(request.blockDeviceMappings());
        Optional<InstanceType> type = request.instanceType()
                .or(() ->
                        template.flatMap(version -> version.launchTemplateData().instanceType()));
        return new Launching.Order(image, type, List.copyOf(volumes), request.tags());
    }

    private static ImageId image(LaunchTemplateVersion version) {
        String reference = version.imageReference()
                .orElseThrow(() ->
                        new Ec2Error("MissingParameter", "Neither the request nor the launch template names an image"));
        try {
            return ImageId.of(reference);
        } catch (IllegalArgumentException malformed) {
            throw new Ec2Error(
                    "InvalidAMIID.Malformed", "The image '" + reference + "' of the template is no image id");
        }
    }

    private List<Instance> repeated(Call call, RunInstancesRequest request, Holding.Launched before) {
        if (!before.request().equals(request)) {
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

    /** Changes instances, all or none. */
    private List<InstanceStateChange> turn(Call asked, List<InstanceId> ids, Consumer<InstanceRecord> change) {
        return world.answer(asked.about(ids), call -> {
            List<InstanceRecord> records =
                    ids.stream().map(id -> instances.require(call, id)).toList();
            records.forEach(record -> requireTurn(call.action(), record));
            world.permit(call);
            return records.stream().map(record -> turned(record, change)).toList();
        });
    }

    private static InstanceStateChange turned(InstanceRecord record, Consumer<InstanceRecord> change) {
        String before = record.instance().stateText();
        change.accept(record);
        return new InstanceStateChange(
                record.instanceId(), before, record.instance().stateText());
    }

    /** Stopping what is still pending is refused too (UNVERIFIED); terminating never is. */
    private static void requireTurn(String action, InstanceRecord record) {
        if (!action.equals("TerminateInstances")
                && !record.instance().rootDeviceType().equals(DeviceType.EBS)) {
            throw new Ec2Error(
                    "UnsupportedOperation",
                    "The instance '" + record.instanceId()
                            + "' does not have an 'ebs' root device type and cannot be stopped" + " or started.");
        }
        InstanceState state = record.instance().state();
        boolean possible = switch (action) {
            case "StartInstances" -> !GONE.contains(state) && state != InstanceState.STOPPING;
            case "StopInstances" -> !GONE.contains(state) && state != InstanceState.PENDING;
            default -> true;
        };
        if (!possible) {
            throw new Ec2Error(
                    "IncorrectInstanceState",
                    "The instance '" + record.instanceId() + "' is " + state + ", from which it can be "
                            + (action.startsWith("Start") ? "started" : "stopped") + " no more or not yet");
        }
    }

    private void start(InstanceRecord record) {
        if (record.is(InstanceState.STOPPED)) {
            turning.start(record);
        }
    }

    private void stop(InstanceRecord record) {
        if (record.is(InstanceState.RUNNING)) {
            turning.stop(record);
        }
    }

    private void terminate(InstanceRecord record) {
        if (!GONE.contains(record.instance().state())) {
            turning.terminate(record);
        }
    }

    /** Running instances, or all. */
    private Page<InstanceStatus> status(Call call, DescribeInstanceStatusRequest request) {
        for (var filter : request.filters()) {
            if (!filter.name().equals("instance-state-name")) {
                throw new Ec2Error("InvalidParameterValue", "The filter '" + filter.name() + "' is invalid");
            }
        }
        Page<Instance> page = instances.describe(
                call,
                DescribeInstancesRequest.builder()
                        .addAllInstanceIds(request.instanceIds())
                        .addAllFilters(request.filters())
                        .maxResults(request.maxResults())
                        .nextToken(request.nextToken())
                        .build());
        List<InstanceStatus> shown = page.items().stream()
                .filter(instance -> request.includeAllInstances() || instance.state() == InstanceState.RUNNING)
                .map(instance -> status(call, instance))
                .toList();
        return new Page<>(shown, page.nextToken());
    }

    private InstanceStatus status(Call call, Instance instance) {
        boolean running = instance.state() == InstanceState.RUNNING;
        StatusCheck check =
                running ? instances.require(call, instance.instanceId()).check() : StatusCheck.NOT_APPLICABLE;
        // The machine beneath is always well; it is looked at as long as what runs on it.
        StatusCheck system = check == StatusCheck.IMPAIRED ? StatusCheck.OK : check;
        return new InstanceStatus(instance.instanceId(), instance.stateText(), check, system);
    }
}
