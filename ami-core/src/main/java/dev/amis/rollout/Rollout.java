package dev.amis.rollout;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ParameterName;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an image to Auto Scaling groups, launch templates and pointers: says to which, in which order and how carefully. Immutable;
 * each step makes a new one.
 */
public final class Rollout {

    private static final Duration LONGEST_WAVE = Duration.ofDays(30);

    private final Session session;
    private final Asked asked;

    private Rollout(Session session, Asked asked) {
        this.session = session;
        this.asked = asked;
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
        return new Rollout(session, Asked.of(byRegion));
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
        Asked all = asked;
        for (String name : names) {
            all = all.withGroup(region, name);
        }
        return new Rollout(session, all);
    }

    /**
     * Makes the next wave begin: its groups come when all before are on the new image and healthy.
     *
     * @return the new step
     */
    public Rollout nextWave() {
        return new Rollout(session, asked.withNextWave());
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
        Asked all = asked;
        for (String name : names) {
            all = all.withTemplate(region, name);
        }
        return new Rollout(session, all);
    }

    /**
     * Lets parameters in the Region that is meant say the image, when all waves are through.
     *
     * @param names the parameters, which are there and kept by this library, as {@code amis.pointer(name)} makes them
     * @return the new step
     * @throws IllegalArgumentException if a name is none
     */
    public Rollout toPointers(String... names) {
        return toPointers(session.region(), names);
    }

    /**
     * Lets parameters say the image, when all waves are through. A group that is named here and whose launch template takes
     * its image from such a parameter is rolled out by a version that names the image itself, and then launches from the
     * version that it had before.
     *
     * @param region their Region
     * @param names the parameters, which are there and kept by this library, as {@code amis.pointer(name)} makes them
     * @return the new step
     * @throws IllegalArgumentException if a name is none
     */
    public Rollout toPointers(Region region, String... names) {
        Asked all = asked;
        for (String name : names) {
            all = all.withPointer(region, ParameterName.of(name));
        }
        return new Rollout(session, all);
    }

    /**
     * Says how carefully instances are replaced; by default as Auto Scaling does it. Instances that are on the new version
     * already are always left alone. Those that are protected from scale in or in standby are waited for, up to an hour, unless
     * this says otherwise; those that are ignored stay on the old image, and the report tells how many.
     *
     * @param how healthy percentages, warm-up, checkpoints, alarms, and what is done about instances that are protected from
     *     scale in or in standby
     * @return the new step
     * @throws IllegalArgumentException if the last checkpoint is below 100 percent, or Auto Scaling shall go back by itself,
     *     which it cannot where a group names no version by its number, or a choice is a word that is not known
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
        if (how.scaleInProtectedInstances().equals(Optional.of(ScaleInProtectedInstances.UNKNOWN))
                || how.standbyInstances().equals(Optional.of(StandbyInstances.UNKNOWN))) {
            throw new IllegalArgumentException(
                    "scaleInProtectedInstances or standbyInstances is unknown, but must be a word of Auto Scaling");
        }
        return new Rollout(session, asked.withPreferences(how.withSkipMatching(true)));
    }

    /**
     * Says how long a wave may take; 6 hours by default.
     *
     * @param atMost the time after which the roll-out stops
     * @return the new step
     * @throws IllegalArgumentException if it is not positive, or longer than 30 days
     */
    public Rollout eachWaveWithin(Duration atMost) {
        if (atMost.isNegative() || atMost.isZero() || atMost.compareTo(LONGEST_WAVE) > 0) {
            throw new IllegalArgumentException(
                    "atMost is " + atMost + ", but must be positive and not longer than " + LONGEST_WAVE);
        }
        return new Rollout(session, asked.withWaveDeadline(atMost));
    }

    /**
     * Looks at every group and template, and says what would be done. Changes nothing.
     *
     * @return the plan
     * @throws IllegalArgumentException if nothing was named, or something in a Region without an image
     * @throws dev.amis.error.NotFoundException if an image, group, template, version or parameter is not there
     * @throws dev.amis.error.ConflictException if a group is being refreshed already, or a parameter is somebody else's
     * @throws dev.amis.error.InvalidRequestException if the image does not fit a type of instance, or a group does not launch
     *     from one version of a launch template
     */
    public RolloutPlan plan() {
        return new Planning(session, asked).plan();
    }

    /**
     * Plans and applies in one go.
     *
     * <p><b>Calls</b> what {@link RolloutApplying#apply()} calls.
     *
     * <p><b>Changes</b> what the groups and templates launch from, the instances of the groups, and what the parameters say.
     *
     * <p><b>Undo</b> {@code amis.rollback(report)}.
     *
     * @return what became of it
     */
    public RolloutReport apply() {
        return new RolloutApplying(session, plan()).apply();
    }

    @Override
    public String toString() {
        return "roll-out of "
                + asked.images().values().stream().map(Image::imageId).toList() + " to "
                + asked.groups().size() + " groups, " + asked.templates().size() + " templates and "
                + asked.pointers().size() + " pointers";
    }
}
