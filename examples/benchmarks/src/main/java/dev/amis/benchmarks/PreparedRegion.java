package dev.amis.benchmarks;

import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.VolumePort;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.Region;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.spi.CommandPort;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.FleetPort;
import dev.amis.spi.ImageAttributePort;
import dev.amis.spi.ImageLifecyclePort;
import dev.amis.spi.ImagePort;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.InstancePort;
import dev.amis.spi.InstanceTypePort;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ImageRecipePort;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ImageUsageReportPort;
import dev.amis.spi.KeyPort;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotPort;
import dev.amis.spi.TagPort;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** The one Region of a {@link PreparedAccount}: images, instances, no templates, no groups, no fleets, no Recycle Bin. */
final class PreparedRegion implements RegionalProvider {

    private final List<Page<Image>> images;
    private final List<Page<Instance>> instances;

    PreparedRegion(List<Page<Image>> images, List<Page<Instance>> instances) {
        this.images = images;
        this.instances = instances;
    }

    @Override
    public Region region() {
        return Estate.REGION;
    }

    @Override
    public ImagePort images() {
        return (ImagePort) Proxy.newProxyInstance(
                ImagePort.class.getClassLoader(), new Class<?>[] {ImagePort.class}, (proxy, method, args) -> {
                    if (args == null || !(args[0] instanceof DescribeImagesRequest request)) {
                        throw new IllegalStateException("only described here, not " + method.getName());
                    }
                    // Copies in progress: there are none.
                    return request.filters().isEmpty() ? page(images, request.nextToken()) : Page.only(List.of());
                });
    }

    @Override
    public InstancePort instances() {
        return (DescribeInstancesRequest request) -> page(instances, request.nextToken());
    }

    @Override
    public Optional<AutoScalingPort> autoScaling() {
        return Optional.of(nothing(AutoScalingPort.class));
    }

    @Override
    public Optional<FleetPort> fleets() {
        return Optional.of(nothing(FleetPort.class));
    }

    @Override
    public Optional<InstanceLifecyclePort> instanceLifecycle() {
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
        return Optional.empty();
    }

    @Override
    public Optional<InstanceTypePort> instanceTypes() {
        return Optional.empty();
    }

    @Override
    public Optional<ImageRecipePort> imageRecipes() {
        return Optional.empty();
    }

    @Override
    public Optional<ImageReferencePort> imageReferences() {
        return Optional.empty();
    }

    @Override
    public Optional<ImageUsageReportPort> imageUsageReports() {
        return Optional.empty();
    }

    @Override
    public Optional<LaunchTemplatePort> launchTemplates() {
        return Optional.of(nothing(LaunchTemplatePort.class));
    }

    /** A port that answers every question with an empty page. */
    private static <T> T nothing(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> Page.only(List.of())));
    }

    private static <T> Page<T> page(List<Page<T>> pages, Optional<String> token) {
        return pages.get(token.map(Integer::parseInt).orElse(0));
    }

    @Override
    public ImageAttributePort imageAttributes() {
        throw new IllegalStateException("not prepared");
    }

    @Override
    public ImageLifecyclePort imageLifecycle() {
        throw new IllegalStateException("not prepared");
    }

    @Override
    public SnapshotPort snapshots() {
        throw new IllegalStateException("not prepared");
    }

    @Override
    public TagPort tags() {
        throw new IllegalStateException("not prepared");
    }

    @Override
    public Optional<BlockPublicAccessPort> blockPublicAccess() {
        return Optional.empty();
    }

    @Override
    public Optional<RecycleBinPort> recycleBin() {
        return Optional.empty();
    }

    @Override
    public Optional<RecycleBinRulePort> recycleBinRules() {
        return Optional.empty();
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
