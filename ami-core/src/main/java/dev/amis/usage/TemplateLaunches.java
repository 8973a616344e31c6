package dev.amis.usage;

import dev.amis.error.WaitInterruptedException;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who launches from the versions of one launch template, or was launched from them, for whoever wants to delete some.
 *
 * <p>Auto Scaling groups with their instances and their instance refreshes that go on, Spot Fleet requests, EC2 Fleets that
 * are not over, and instances by their tag {@code aws:ec2launchtemplate:version}. Images that an unconfirmed roll-out is
 * about keep the versions that name them. What could not be read keeps every version: unknown means in use. A launch that
 * names {@code $Latest} or {@code $Default} counts for no number.
 */
public final class TemplateLaunches {

    /** What launches from versions by their numbers, as plans name it that rely on it. */
    public static final String NAME = "launches from template versions";

    /** Roll-outs that are not confirmed, as plans name them that rely on there being none. */
    public static final String ROLLOUTS = "roll-outs of template versions";

    private final Map<Long, Set<String>> byNumber = new LinkedHashMap<>();
    private final Set<String> general = new LinkedHashSet<>();
    private final List<UnreadSource> unread = new ArrayList<>();
    private final RegionalProvider region;
    private final LaunchTemplateVersion template;
    private Function<LaunchTemplateVersion, List<String>> byImage = version -> List.of();

    private TemplateLaunches(RegionalProvider region, LaunchTemplateVersion template) {
        this.region = region;
        this.template = template;
    }

    /**
     * Reads who launches from a template.
     *
     * <p><b>Calls</b> {@code autoscaling:DescribeAutoScalingGroups}, {@code autoscaling:DescribeInstanceRefreshes} for each
     * group, {@code DescribeFleets}, {@code DescribeSpotFleetRequests}, {@code DescribeInstances}, and for roll-outs {@code
     * DescribeImages}.
     *
     * @param region the account in the template's Region
     * @param template any version of the template
     * @param names {@link #NAME}, {@link #ROLLOUTS} or both; any other counts as a source that could not be read
     * @return what was found
     */
    public static TemplateLaunches read(
            RegionalProvider region, LaunchTemplateVersion template, Collection<String> names) {
        TemplateLaunches launches = new TemplateLaunches(region, template);
        for (String name : names) {
            switch (name) {
                case NAME -> launches.launchers();
                case ROLLOUTS -> launches.read(name, () -> launches.byImage = RolloutImages.of(region));
                default -> launches.unread.add(new UnreadSource(region.region(), name, "it is not known here"));
            }
        }
        return launches;
    }

    /**
     * What keeps a version.
     *
     * @param version one of the template
     * @return in words each that uses it or could not be read; none if it is provably unused
     */
    public List<String> of(LaunchTemplateVersion version) {
        return Stream.of(
                        byNumber.getOrDefault(version.versionNumber(), Set.of()).stream(),
                        byImage.apply(version).stream(),
                        unreadTexts())
                .flatMap(texts -> texts)
                .toList();
    }

    /**
     * Which roll-outs that are not confirmed are about the image of a version.
     *
     * @param version one of the template
     * @return them in words
     */
    public List<String> rolloutsOf(LaunchTemplateVersion version) {
        return byImage.apply(version);
    }

    /**
     * What keeps the template as a whole.
     *
     * @return in words each that uses any version or could not be read; none if it is provably unused
     */
    public List<String> all() {
        return Stream.of(byNumber.values().stream().flatMap(Set::stream), general.stream(), unreadTexts())
                .flatMap(texts -> texts)
                .distinct()
                .toList();
    }

    /**
     * What could not be read.
     *
     * @return each kind of launcher with the reason
     */
    public List<UnreadSource> unread() {
        return List.copyOf(unread);
    }

    private Stream<String> unreadTexts() {
        return unread.stream()
                .map(source ->
                        "source '" + source.source() + "' could not be read, so it counts as in use: " + source.why());
    }

    private void launchers() {
        TemplateLaunchers launchers = new TemplateLaunchers(region, this::use);
        read("Auto Scaling groups", launchers::groups);
        read("fleets", launchers::fleets);
        read("instances", () -> launchers.instances(template.launchTemplateId()));
    }

    private void read(String source, Runnable reading) {
        try {
            reading.run();
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (RuntimeException failed) {
            unread.add(new UnreadSource(region.region(), source, String.valueOf(failed.getMessage())));
        }
    }

    private void use(LaunchTemplateSpecification specification, String by) {
        boolean isOurs = specification
                .launchTemplateId()
                .map(template.launchTemplateId()::equals)
                .orElseGet(() -> specification
                        .launchTemplateName()
                        .filter(template.launchTemplateName()::equals)
                        .isPresent());
        if (!isOurs) {
            return;
        }
        String word = specification.effectiveVersion();
        String text = "in use: " + by;
        switch (word) {
            case LaunchTemplateSpecification.LATEST_VERSION, LaunchTemplateSpecification.DEFAULT_VERSION ->
                general.add(text);
            default ->
                byNumber.computeIfAbsent(number(word, by), none -> new LinkedHashSet<>())
                        .add(text);
        }
    }

    private static long number(String word, String by) {
        if (!word.matches("\\d{1,18}")) {
            throw new IllegalStateException("which version '" + word + "' of " + by + " is AWS does not tell");
        }
        return Long.parseLong(word);
    }
}
