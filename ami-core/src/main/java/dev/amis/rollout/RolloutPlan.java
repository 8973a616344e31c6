package dev.amis.rollout;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.AccountId;
import dev.amis.model.RefreshPreferences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/**
 * What a roll-out would do, and the exact state that there was before: every group, version and instance count. Pure data;
 * {@code amis.apply(plan)} does it.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class RolloutPlan implements WithRolloutPlan {

    RolloutPlan() {}

    /**
     * The account.
     *
     * @return its number
     */
    public abstract AccountId account();

    /**
     * When the account was looked at.
     *
     * @return the instant
     */
    public abstract Instant createdAt();

    /**
     * The groups, wave by wave.
     *
     * @return the groups as they were found
     */
    public abstract List<GroupTarget> groups();

    /**
     * The versions of launch templates on top of which new ones are made, those of one template by their numbers.
     *
     * @return the versions as they were found
     */
    public abstract List<TemplateTarget> templates();

    /**
     * The parameters that come to say the image.
     *
     * @return the parameters as they were found
     */
    public abstract List<PointerTarget> pointers();

    /**
     * How instances are replaced.
     *
     * @return the preferences
     */
    public abstract RefreshPreferences preferences();

    /**
     * How long a wave may take.
     *
     * @return the time after which it is given up waiting
     */
    public abstract Duration waveDeadline();

    /**
     * What is worth knowing before.
     *
     * @return sentences: others that launch from the same template, and what may stand in the way
     */
    public abstract List<String> notes();

    /**
     * How many waves there are.
     *
     * @return the number, 0 if only templates are switched
     */
    public int waves() {
        return groups().stream().mapToInt(GroupTarget::wave).max().orElse(0);
    }

    /**
     * How many instances the groups had.
     *
     * @return the number; all are replaced but for those that the preferences let be ignored
     */
    public int instances() {
        return groups().stream().mapToInt(GroupTarget::instances).sum();
    }

    /**
     * What tells this plan from all others.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        return RolloutJson.PLAN.fingerprint(this);
    }

    /**
     * The permissions that applying this plan, taking it back and confirming it take, and no others: each change on the very
     * groups, templates, images and parameters that it is about. Auto Scaling asks for {@code ec2:RunInstances} where a group is to
     * launch from a launch template; it is allowed from these templates. What a template says may ask for more, of which
     * {@link #notes()} tell: {@code iam:PassRole} for an instance profile, {@code ec2:CreateTags} for tags. To make the plan,
     * other permissions are taken. What somebody else changes meanwhile is not foreseen.
     *
     * @return an IAM policy as JSON
     */
    public String iamPolicy() {
        return RolloutPolicy.of(this);
    }

    /** How long the way back may take for each of its steps: a short time for a wave must not bar it. */
    Duration patience() {
        return waveDeadline().compareTo(Asked.WAVE_DEADLINE) > 0 ? waveDeadline() : Asked.WAVE_DEADLINE;
    }

    /** The beginning of the fingerprint, by which people and tags call the roll-out. */
    String id() {
        return fingerprint().substring(0, 12);
    }

    /**
     * Writes the plan as a document.
     *
     * @return JSON, to be read by {@link #fromJson}
     */
    public String toJson() {
        return RolloutJson.PLAN.toText(this);
    }

    /**
     * Reads a plan.
     *
     * @param json what {@link #toJson} wrote
     * @return the plan
     * @throws IllegalArgumentException if it is something else, or was edited
     */
    public static RolloutPlan fromJson(String json) {
        return RolloutJson.PLAN.ofText(json);
    }

    /**
     * The plan as a table for people: every template, every group by its wave, every note.
     *
     * @return several lines
     */
    public String describe() {
        StringBuilder text = new StringBuilder(toString()).append('\n');
        templates().forEach(template -> text.append("  ").append(template).append('\n'));
        pointers().forEach(pointer -> text.append("  ").append(pointer).append('\n'));
        groups().forEach(group -> text.append("  wave ")
                .append(group.wave())
                .append(": ")
                .append(group)
                .append('\n'));
        notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
        return text.toString();
    }

    /**
     * The plan as one line for people.
     *
     * @return the numbers of groups, instances and waves
     */
    @Override
    public String toString() {
        return "roll-out " + id() + " to " + groups().size() + " groups with " + instances() + " instances in "
                + waves() + " waves, by " + templates().size() + " new versions of launch templates";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RolloutPlan} values; each attribute can be set once. */
    public static final class Builder extends ImmutableRolloutPlan.Builder {
        Builder() {}
    }
}
