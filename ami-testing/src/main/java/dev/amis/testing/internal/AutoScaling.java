package dev.amis.testing.internal;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.Tags;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.Page;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Auto Scaling: groups and launch configurations as they are described, and putting them there from outside. */
public final class AutoScaling {

    private static final int USUAL_PAGE = 50;

    private final World world;
    private final Paging paging;

    AutoScaling(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    public Page<AutoScalingGroup> describeAutoScalingGroups(Caller caller, DescribeAutoScalingGroupsRequest request) {
        Call asked = caller.call("autoscaling", "DescribeAutoScalingGroups").about(request.names());
        return world.answer(asked, call -> groups(call, request));
    }

    public Page<LaunchConfiguration> describeLaunchConfigurations(
            Caller caller, DescribeLaunchConfigurationsRequest request) {
        Call asked = caller.call("autoscaling", "DescribeLaunchConfigurations").about(request.names());
        return world.answer(asked, call -> launchConfigurations(call, request));
    }

    /** Puts a group there, in the place of one of the same name. */
    public AutoScalingGroup put(Caller caller, AutoScalingGroup group) {
        groups(caller).put(group.name(), group);
        return group;
    }

    /** Protects an instance from scale in, or does so no longer. */
    public AutoScalingGroup protectFromScaleIn(Caller caller, String group, InstanceId id, boolean on) {
        return change(caller, group, id, instance -> instance.withProtectedFromScaleIn(on));
    }

    /** Takes an instance out of service, or back into it; the group desires one less meanwhile. */
    public AutoScalingGroup standby(Caller caller, String name, InstanceId id, boolean on) {
        String before = on ? "InService" : "Standby";
        AutoScalingGroup group = change(caller, name, id, instance -> {
            if (!instance.lifecycleState().equals(before)) {
                throw new IllegalArgumentException(
                        "lifecycleState of " + instance + " is not " + before + ", but must be");
            }
            return instance.withLifecycleState(on ? "Standby" : "InService");
        });
        return put(caller, group.withDesiredCapacity(group.desiredCapacity() + (on ? -1 : 1)));
    }

    private AutoScalingGroup change(
            Caller caller, String name, InstanceId id, UnaryOperator<AutoScalingInstance> change) {
        AutoScalingGroup group = groups(caller).get(name);
        if (group == null
                || group.instances().stream().noneMatch(one -> one.instanceId().equals(id))) {
            throw new IllegalArgumentException(
                    "instance is " + id + ", but must be one of the group " + name + " in " + caller.region());
        }
        return put(
                caller,
                group.withInstances(group.instances().stream()
                        .map(one -> one.instanceId().equals(id) ? change.apply(one) : one)
                        .toList()));
    }

    private Map<String, AutoScalingGroup> groups(Caller caller) {
        return world.in(caller.region()).of(caller.account()).groups();
    }

    /** Makes a launch configuration, in the place of one of the same name. */
    public LaunchConfiguration put(Caller caller, String name, ImageId imageId) {
        LaunchConfiguration made = LaunchConfiguration.builder()
                .name(name)
                .arn("arn:" + caller.region().partition().id() + ":autoscaling:" + caller.region() + ":"
                        + caller.account() + ":launchConfiguration:"
                        + world.ids().nextRequest()
                        + ":launchConfigurationName/" + name)
                .region(caller.region())
                .imageId(imageId)
                .createdTime(world.now())
                .build();
        world.in(caller.region()).of(caller.account()).launchConfigurations().put(name, made);
        return made;
    }

    private Page<AutoScalingGroup> groups(Call call, DescribeAutoScalingGroupsRequest request) {
        int size = request.maxRecords().orElse(USUAL_PAGE);
        if (request.names().size() > size) {
            throw new Ec2Error(
                    "ValidationError",
                    "The number of group names, " + request.names().size() + ", is greater than " + size);
        }
        Predicate<AutoScalingGroup> filter = filter(request.filters());
        world.permit(call);
        List<AutoScalingGroup> found = world.holding(call).groups().values().stream()
                .filter(group -> request.names().isEmpty() || request.names().contains(group.name()))
                .filter(filter)
                .toList();
        return paging.page(found, new Paging.Ask(OptionalInt.of(size), request.nextToken()));
    }

    private Page<LaunchConfiguration> launchConfigurations(Call call, DescribeLaunchConfigurationsRequest request) {
        world.permit(call);
        List<LaunchConfiguration> found = world.holding(call).launchConfigurations().values().stream()
                .filter(one -> request.names().isEmpty() || request.names().contains(one.name()))
                .toList();
        int size = request.maxRecords().orElse(USUAL_PAGE);
        return paging.page(found, new Paging.Ask(OptionalInt.of(size), request.nextToken()));
    }

    /** Filters by tags, whose values are compared as they are. The code for others is UNVERIFIED. */
    private static Predicate<AutoScalingGroup> filter(List<Filter> filters) {
        Predicate<AutoScalingGroup> all = group -> true;
        for (Filter filter : filters) {
            Predicate<Tags> test = test(filter);
            all = all.and(group -> test.test(group.tags()));
        }
        return all;
    }

    private static Predicate<Tags> test(Filter filter) {
        List<String> values = filter.values();
        if (filter.name().equals("tag-key")) {
            return tags -> tags.asMap().keySet().stream().anyMatch(values::contains);
        }
        if (filter.name().equals("tag-value")) {
            return tags -> tags.asMap().values().stream().anyMatch(values::contains);
        }
        if (filter.name().startsWith("tag:") && filter.name().length() > 4) {
            String key = filter.name().substring(4);
            return tags -> tags.get(key).filter(values::contains).isPresent();
        }
        throw new Ec2Error("ValidationError", "The filter '" + filter.name() + "' is invalid");
    }
}
