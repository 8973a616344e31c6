package dev.amis.rollout;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings an image to launch templates and Auto Scaling groups: says to which, in which order and how carefully. Immutable;
 * each step makes a new one.
 */
public final class Rollout {

    private static final Duration WAVE_DEADLINE = Duration.ofHours(6);

    /** A group that was named, in its wave. */
    record NamedGroup(Region region, String name, int wave) {}

    /** A template that was named. */
    record NamedTemplate(Region region, String name) {}

    private final Session session;
    private final Map<Region, Image> images;
    private final List<NamedGroup> groups;
    private final List<NamedTemplate> templates;
    private final RefreshPreferences preferences;
    private final Duration waveDeadline;
    private final int wave;

    private Rollout(
            Session session,
            Map<Region, Image> images,
            List<NamedGroup> groups,
            List<NamedTemplate> templates,
            RefreshPreferences preferences,
            Duration waveDeadline,
            int wave) {
        this.session = session;
        this.images = images;
        this.groups = groups;
        this.templates = templates;
        this.preferences = preferences;
        this.waveDeadline = waveDeadline;
        this.wave = wave;
    }

    /**
     * Begins; for the façade.
     *
     * @param session the account
     * @param images the image, one for each Region
     * @return the beginning
     * @throws IllegalArgumentException if two images are of one Region
     */
    @SuppressWarnings("exports") // users begin at Amis
    public static Rollout of(Session session, List<Image> images) {
        Map<Region, Image> byRegion = new LinkedHashMap<>();
        for (Image image : images) {
            Image other = byRegion.put(image.region(), image);
            if (other != null) {
                throw new IllegalArgumentException("images are " + other.imageId() + " and " + image.imageId() + " in "
                        + image.region() + ", but must be one for each Region");
            }
        }
        return new Rollout(session, byRegion, List.of(), List.of(), RefreshPreferences.none(), WAVE_DEADLINE, 1);
    }

    /**
     * Rolls out to Auto Scaling groups in the Region that is meant, in this wave.
     *
     * @param names the groups
     * @return the new step
     * @throws IllegalArgumentException if a group was named before
     */
    public Rollout toGroups(String... names) {
        return toGroups(session.region(), names);
    }

    /**
     * Rolls out to Auto Scaling groups, in this wave.
     *
     * @param region their Region
     * @param names the groups
     * @return the new step
     * @throws IllegalArgumentException if a group was named before
     */
    public Rollout toGroups(Region region, String... names) {
        List<NamedGroup> more = new ArrayList<>(groups);
        for (String name : names) {
            if (more.stream()
                    .anyMatch(one -> one.region().equals(region) && one.name().equals(name))) {
                throw new IllegalArgumentException("group '" + name + "' in " + region + " was named twice");
            }
            more.add(new NamedGroup(region, name, wave));
        }
        return with(more, templates, preferences, waveDeadline, wave);
    }

    /**
     * Makes the next wave begin: its groups come when all before are on the new image and healthy.
     *
     * @return the new step
     */
    public Rollout nextWave() {
        boolean empty = groups.stream().noneMatch(group -> group.wave() == wave);
        return with(groups, templates, preferences, waveDeadline, empty ? wave : wave + 1);
    }

    /**
     * Switches the default version of launch templates in the Region that is meant. Groups that follow it launch new
     * instances from it when all waves are through; only groups that are named here have theirs replaced.
     *
     * @param names the templates
     * @return the new step
     */
    public Rollout toTemplates(String... names) {
        return toTemplates(session.region(), names);
    }

    /**
     * Switches the default version of launch templates.
     *
     * @param region their Region
     * @param names the templates
     * @return the new step
     */
    public Rollout toTemplates(Region region, String... names) {
        List<NamedTemplate> more = new ArrayList<>(templates);
        for (String name : names) {
            more.add(new NamedTemplate(region, name));
        }
        return with(groups, more, preferences, waveDeadline, wave);
    }

    /**
     * Says how carefully instances are replaced; by default as Auto Scaling does it. Instances that are on the new version
     * already are always left alone.
     *
     * @param how healthy percentages, warm-up, checkpoints and alarms
     * @return the new step
     * @throws IllegalArgumentException if the last checkpoint is below 100 percent, or Auto Scaling shall go back by itself,
     *     which it cannot where a group names no version by its number
     */
    public Rollout refreshing(RefreshPreferences how) {
        List<Integer> checkpoints = how.checkpointPercentages();
        if (!checkpoints.isEmpty() && checkpoints.get(checkpoints.size() - 1) != 100) {
            throw new IllegalArgumentException("checkpointPercentages are " + checkpoints
                    + ", but must end with 100, or some instances would stay on the old image");
        }
        if (how.autoRollback()) {
            throw new IllegalArgumentException(
                    "autoRollback is true, but a roll-out is taken back by amis.rollback, all groups together");
        }
        return with(groups, templates, how.withSkipMatching(true), waveDeadline, wave);
    }

    /**
     * Says how long a wave may take; 6 hours by default.
     *
     * @param atMost the time after which the roll-out stops
     * @return the new step
     * @throws IllegalArgumentException if it is not positive
     */
    public Rollout eachWaveWithin(Duration atMost) {
        if (atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("atMost is " + atMost + ", but must be positive");
        }
        return with(groups, templates, preferences, atMost, wave);
    }

    /**
     * Looks at every group and template, and says what would be done. Changes nothing.
     *
     * @return the plan
     * @throws IllegalArgumentException if nothing was named, or something in a Region without an image
     * @throws dev.amis.error.NotFoundException if an image, group, template or version is not there
     * @throws dev.amis.error.ConflictException if a group is being refreshed already, or the image is not available
     * @throws dev.amis.error.InvalidRequestException if the image does not fit a type of instance, or a group does not launch
     *     from one version of a launch template
     */
    public RolloutPlan plan() {
        return new Planning(session, images, preferences, waveDeadline).plan(groups, templates);
    }

    /**
     * Plans and applies in one go.
     *
     * <p><b>Calls</b> {@code CreateTags}, {@code CreateLaunchTemplateVersion}, {@code autoscaling:UpdateAutoScalingGroup},
     * {@code autoscaling:StartInstanceRefresh}, {@code autoscaling:DescribeInstanceRefreshes}, {@code ModifyLaunchTemplate}.
     *
     * <p><b>Changes</b> what the groups and templates launch from, and the instances of the groups.
     *
     * <p><b>Undo</b> {@code amis.rollback(report)}.
     *
     * @return what became of it
     */
    public RolloutReport apply() {
        return new RolloutApplying(session, plan()).apply();
    }

    private Rollout with(
            List<NamedGroup> newGroups,
            List<NamedTemplate> newTemplates,
            RefreshPreferences how,
            Duration deadline,
            int newWave) {
        return new Rollout(session, images, List.copyOf(newGroups), List.copyOf(newTemplates), how, deadline, newWave);
    }

    @Override
    public String toString() {
        return "roll-out of " + images.values().stream().map(Image::imageId).toList() + " to " + groups.size()
                + " groups and " + templates.size() + " templates";
    }
}
