package dev.amis.usage;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.Failure;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.CommandPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.Filter;
import dev.amis.spi.FleetPort;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.InstanceTypePort;
import dev.amis.spi.KeyPort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import dev.amis.spi.VolumePort;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** One Region of a {@link StubAccount}. Answers come in pages of two, of which the first is empty. */
public final class StubRegion implements RegionalProvider {

    private static final int PAGE = 2;

    public final List<Image> images = new ArrayList<>();
    public final List<Instance> instances = new ArrayList<>();
    public final List<LaunchTemplateVersion> templates = new ArrayList<>();
    public final List<AutoScalingGroup> groups = new ArrayList<>();
    public final List<LaunchConfiguration> launchConfigurations = new ArrayList<>();
    public final List<Fleet> fleets = new ArrayList<>();
    public final List<RecycleBinRule> rules = new ArrayList<>();
    public final Map<String, Set<LaunchPermission>> permissions = new HashMap<>();

    public final Map<SnapshotId, Tags> snapshotTags = new HashMap<>();

    /** The actions that are denied. */
    public final Set<String> denied = new HashSet<>();

    /** The requests so far. */
    public final List<Object> requests = new ArrayList<>();

    /** Templates that are new, so that only who asks for them by name is told of them. */
    public final Set<LaunchTemplateId> unlisted = new HashSet<>();
    /** What EC2 itself answers. */
    public final List<ImageReference> ownAnswer = new ArrayList<>();

    public boolean hasTemplates = true;
    public boolean hasParameters = true;
    public boolean hasRecipes = true;

    final StubParameters parameters = new StubParameters(this);
    final StubRecipes recipes = new StubRecipes(this);
    final StubReports reports = new StubReports(this);

    public boolean hasAutoScaling = true;

    public boolean hasFleets = true;

    private final Region region;

    StubRegion(Region region) {
        this.region = region;
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public ImagePort images() {
        return stub(ImagePort.class, (DescribeImagesRequest request) -> {
            asked("DescribeImages", request);
            return page(images, request.filters(), request.nextToken(), Matching::image);
        });
    }

    @Override
    public InstancePort instances() {
        return request -> {
            asked("DescribeInstances", request);
            return page(instances, request.filters(), request.nextToken(), Matching::instance);
        };
    }

    @Override
    public Optional<InstanceLifecyclePort> instanceLifecycle() {
        return Optional.empty();
    }

    @Override
    public Optional<InstanceTypePort> instanceTypes() {
        return Optional.empty();
    }

    @Override
    public Optional<KeyPort> keys() {
        return Optional.empty();
    }

    @Override
    public Optional<CommandPort> commands() {
        return Optional.empty();
    }

    @Override
    public Optional<ParameterPort> parameters() {
        return hasParameters ? Optional.of(parameters) : Optional.empty();
    }

    @Override
    public Optional<ImageRecipePort> imageRecipes() {
        return hasRecipes ? Optional.of(recipes) : Optional.empty();
    }

    @Override
    public Optional<ImageReferencePort> imageReferences() {
        return Optional.of(request -> {
            asked("DescribeImageReferences", request);
            List<ImageReference> found = ownAnswer.stream()
                    .filter(one -> request.imageIds().contains(one.imageId()))
                    .toList();
            return page(found, List.of(), request.nextToken(), (one, filter) -> true);
        });
    }

    @Override
    public Optional<ImageUsageReportPort> imageUsageReports() {
        return Optional.of(reports);
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return hasTemplates ? Optional.of(StubTemplates.port(this::templates)) : Optional.empty();
    }

    private Page<LaunchTemplateVersion> templates(DescribeLaunchTemplateVersionsRequest request) {
        asked("DescribeLaunchTemplateVersions", request);
        return page(
                StubTemplates.versions(templates, request, unlisted),
                request.filters(),
                request.nextToken(),
                Matching::template);
    }

    @Override
    public Optional<AutoScalingPort> autoScaling() {
        return hasAutoScaling ? Optional.of(new StubAutoScaling()) : Optional.empty();
    }

    @Override
    public Optional<FleetPort> fleets() {
        return hasFleets ? Optional.of(new StubFleets()) : Optional.empty();
    }

    private final class StubAutoScaling implements AutoScalingPort {

        @Override
        public Page<AutoScalingGroup> describeAutoScalingGroups(DescribeAutoScalingGroupsRequest request) {
            asked("DescribeAutoScalingGroups", request);
            return page(groups, List.of(), request.nextToken(), (group, filter) -> true);
        }

        @Override
        public Page<LaunchConfiguration> describeLaunchConfigurations(DescribeLaunchConfigurationsRequest request) {
            asked("DescribeLaunchConfigurations", request);
            return page(launchConfigurations, List.of(), request.nextToken(), (one, filter) -> true);
        }

        @Override
        public void updateLaunchSource(String name, dev.amis.model.GroupLaunchSource source) {
            throw new UnsupportedOperationException("only read here");
        }

        @Override
        public String startInstanceRefresh(dev.amis.spi.StartInstanceRefreshRequest request) {
            throw new UnsupportedOperationException("only read here");
        }

        @Override
        public Page<dev.amis.model.InstanceRefresh> describeInstanceRefreshes(
                dev.amis.spi.DescribeInstanceRefreshesRequest request) {
            throw new UnsupportedOperationException("only groups are read here");
        }

        @Override
        public String cancelInstanceRefresh(String name) {
            throw new UnsupportedOperationException("only read here");
        }

        @Override
        public String rollbackInstanceRefresh(String name) {
            throw new UnsupportedOperationException("only read here");
        }
    }

    private final class StubFleets implements FleetPort {

        @Override
        public Page<Fleet> describeSpotFleetRequests(DescribeFleetsRequest request) {
            asked("DescribeSpotFleetRequests", request);
            return fleets(true, request.nextToken());
        }

        @Override
        public Page<Fleet> describeFleets(DescribeFleetsRequest request) {
            asked("DescribeFleets", request);
            return fleets(false, request.nextToken());
        }

        private Page<Fleet> fleets(boolean spot, Optional<String> token) {
            List<Fleet> some = fleets.stream()
                    .filter(fleet -> fleet.fleetId().isSpotFleetRequest() == spot)
                    .toList();
            return page(some, List.of(), token, (fleet, filter) -> true);
        }
    }

    @Override
    public ImageAttributePort imageAttributes() {
        return stub(ImageAttributePort.class, (ImageId id) -> {
            asked("DescribeImageAttribute", id);
            return permissions.getOrDefault(id.value(), Set.of());
        });
    }

    @Override
    public Optional<RecycleBinRulePort> recycleBinRules() {
        return Optional.of(() -> {
            asked("ListRules", "ListRules");
            return List.copyOf(rules);
        });
    }

    @Override
    public ImageLifecyclePort imageLifecycle() {
        throw new AssertionError("nothing is changed here");
    }

    @Override
    public SnapshotPort snapshots() {
        return stub(SnapshotPort.class, (DescribeSnapshotsRequest request) -> {
            asked("DescribeSnapshots", request);
            List<Snapshot> found = new ArrayList<>();
            snapshotTags.forEach((id, tags) -> found.add(Samples.snapshot(id, tags)));
            return page(found, request.filters(), request.nextToken(), Matching::snapshot);
        });
    }

    @Override
    public TagPort tags() {
        throw new AssertionError("nothing is changed here");
    }

    @Override
    public Optional<BlockPublicAccessPort> blockPublicAccess() {
        return Optional.empty();
    }

    @Override
    public Optional<RecycleBinPort> recycleBin() {
        return Optional.empty();
    }

    void asked(String action, Object request) {
        requests.add(request);
        if (denied.contains(action)) {
            throw new AccessDeniedException(
                    Failure.of(action, "not authorized").region(region).build());
        }
    }

    static <T> Page<T> page(
            Collection<T> all, List<Filter> filters, Optional<String> token, BiPredicate<T, Filter> matches) {
        if (token.isEmpty()) {
            return new Page<>(List.of(), Optional.of("0"));
        }
        List<T> matching = all.stream()
                .filter(one -> filters.stream().allMatch(filter -> matches.test(one, filter)))
                .toList();
        int from = Integer.parseInt(token.get());
        int to = Math.min(from + PAGE, matching.size());
        return new Page<>(
                matching.subList(from, to),
                to < matching.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    /** A port of which one method is expected; it is told from others by its one argument. */
    private static <P, A, R> P stub(Class<P> port, Function<A, R> answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            if (!method.getName().startsWith("describe")) {
                throw new AssertionError("nothing is changed here, but " + method.getName() + " was called");
            }
            @SuppressWarnings("unchecked")
            A argument = (A) args[0];
            return answer.apply(argument);
        }));
    }

    @Override
    public Optional<VolumePort> volumes() {
        return Optional.empty();
    }

    @Override
    public Optional<FastLaunchPort> fastLaunch() {
        return Optional.empty();
    }
}
