package dev.amis.testing.internal;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import dev.amis.spi.Page;
import dev.amis.spi.StartInstanceRefreshRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Auto Scaling's changes of groups: what they launch from, and instance refreshes. */
public final class Refreshes {

    private static final int USUAL_PAGE = 50;

    private final World world;
    private final Paging paging;
    private final GroupLaunches launches;
    private final Refreshing refreshing;

    public Refreshes(World world) {
        this.world = world;
        this.paging = new Paging(world);
        this.launches = new GroupLaunches(world);
        this.refreshing = new Refreshing(world);
    }

    public void updateLaunchSource(Caller caller, String name, GroupLaunchSource source) {
        world.perform(caller.call("autoscaling", "UpdateAutoScalingGroup").about(name), call -> {
            AutoScalingGroup group = require(call, name);
            launches.check(call, source);
            world.permit(call);
            groups(call).put(name, group.withLaunchSource(source));
        });
    }

    public String startInstanceRefresh(Caller caller, StartInstanceRefreshRequest request) {
        Call asked = caller.call("autoscaling", "StartInstanceRefresh").about(request.name());
        return world.answer(asked, call -> {
            AutoScalingGroup group = require(call, request.name());
            active(call, request.name()).ifPresent(other -> {
                throw new Ec2Error(
                        "InstanceRefreshInProgress",
                        "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.");
            });
            GroupLaunchSource before = group.launchSource()
                    .orElseThrow(() -> new Ec2Error("ValidationError", "The group has nothing to launch from"));
            GroupLaunchSource target = request.desiredConfiguration().orElse(before);
            launches.check(call, target);
            if (request.preferences().autoRollback()
                    && request.desiredConfiguration().isEmpty()) {
                // The rule is documented, the code is UNVERIFIED.
                throw new Ec2Error(
                        "ValidationError", "A rollback on failure needs the desired configuration to be specified");
            }
            if (request.preferences().autoRollback() && !launches.isFixed(call, before)) {
                // The same: documented, with the code UNVERIFIED.
                throw new Ec2Error(
                        "ValidationError",
                        "A rollback on failure needs a group whose launch template has a version by its number and an image by its id");
            }
            world.permit(call);
            List<AutoScalingInstance> old = group.instances().stream()
                    .filter(one -> !request.preferences().skipMatching() || !launches.matches(call, one, target))
                    .toList();
            Refresh refresh = new Refresh(newId(), request, before, world.now(), old);
            refreshes(call, request.name()).add(refresh);
            refreshing.begin(call, refresh);
            return refresh.id();
        });
    }

    public Page<InstanceRefresh> describeInstanceRefreshes(Caller caller, DescribeInstanceRefreshesRequest request) {
        Call asked = caller.call("autoscaling", "DescribeInstanceRefreshes").about(request.name());
        return world.answer(asked, call -> {
            require(call, request.name());
            world.permit(call);
            List<InstanceRefresh> found = new ArrayList<>();
            refreshes(call, request.name()).stream()
                    .filter(one -> request.instanceRefreshIds().isEmpty()
                            || request.instanceRefreshIds().contains(one.id()))
                    .map(Refresh::described)
                    .forEach(found::add);
            Collections.reverse(found);
            int size = request.maxRecords().orElse(USUAL_PAGE);
            return paging.page(found, new Paging.Ask(OptionalInt.of(size), request.nextToken()));
        });
    }

    public String cancelInstanceRefresh(Caller caller, String name) {
        Call asked = caller.call("autoscaling", "CancelInstanceRefresh").about(name);
        return world.answer(asked, call -> {
            Refresh refresh = requireActive(call, name);
            world.permit(call);
            if (refresh.status() != InstanceRefreshStatus.CANCELLING) {
                refreshing.cancel(call, refresh);
            }
            return refresh.id();
        });
    }

    public String rollbackInstanceRefresh(Caller caller, String name) {
        Call asked = caller.call("autoscaling", "RollbackInstanceRefresh").about(name);
        return world.answer(asked, call -> {
            Refresh refresh = requireActive(call, name);
            if (refresh.request().desiredConfiguration().isEmpty()
                    || refresh.status() == InstanceRefreshStatus.CANCELLING
                    || refresh.isGoingBack()
                    || !launches.isFixed(call, refresh.before())) {
                throw new Ec2Error(
                        "IrreversibleInstanceRefresh",
                        "The instance refresh has no desired configuration, or is being cancelled or rolled back already, or the"
                                + " group's launch template is named by $Latest or $Default or names its image by a parameter.");
            }
            world.permit(call);
            refreshing.turnBack(call, refresh, "Rolled back by the user.", world.now());
            return refresh.id();
        });
    }

    /** Puts a group there with as many instances as it desires, running. */
    public AutoScalingGroup launch(Caller caller, AutoScalingGroup group) {
        return world.arrange(caller.call("autoscaling", "CreateAutoScalingGroup"), call -> {
            GroupLaunchSource source = group.launchSource()
                    .orElseThrow(() -> new IllegalArgumentException(group + " has nothing to launch from"));
            List<AutoScalingInstance> instances = new ArrayList<>();
            for (int nth = 0; nth < group.desiredCapacity(); nth++) {
                instances.add(launches.running(call, group.name(), source));
            }
            AutoScalingGroup there = group.withInstances(instances);
            groups(call).put(group.name(), there);
            return there;
        });
    }

    private Refresh requireActive(Call call, String name) {
        require(call, name);
        return active(call, name)
                .orElseThrow(() -> new Ec2Error(
                        "ActiveInstanceRefreshNotFound",
                        "No in progress or pending Instance Refresh found for Auto Scaling group " + name));
    }

    private Optional<Refresh> active(Call call, String name) {
        return refreshes(call, name).stream()
                .filter(one -> !one.status().isOver())
                .findFirst();
    }

    private AutoScalingGroup require(Call call, String name) {
        AutoScalingGroup group = groups(call).get(name);
        if (group == null) {
            throw new Ec2Error(
                    "ValidationError", "AutoScalingGroup name not found - AutoScalingGroup " + name + " not found");
        }
        return group;
    }

    private Map<String, AutoScalingGroup> groups(Call call) {
        return world.holding(call).groups();
    }

    private List<Refresh> refreshes(Call call, String name) {
        return world.holding(call).refreshes().computeIfAbsent(name, key -> new ArrayList<>());
    }

    private String newId() {
        String digits = (world.ids().next("r") + world.ids().next("r")).replaceAll("[^0-9a-f]", "");
        String padded = (digits + "0".repeat(32)).substring(0, 32);
        return new UUID(
                        Long.parseUnsignedLong(padded.substring(0, 16), 16),
                        Long.parseUnsignedLong(padded.substring(16), 16))
                .toString();
    }
}
