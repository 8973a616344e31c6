package dev.amis.verify;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.StateReason;
import dev.amis.model.StatusCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a verification saw on one test instance. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class TestedInstance implements WithTestedInstance {

    TestedInstance() {}

    /**
     * The instance.
     *
     * @return its id; nothing if it could not be launched
     */
    public abstract Optional<InstanceId> instanceId();

    /**
     * The type that was asked for.
     *
     * @return the type; nothing if it was left to EC2
     */
    public abstract Optional<InstanceType> instanceType();

    /**
     * The subnet that was asked for.
     *
     * @return its id; nothing if it was left to EC2
     */
    public abstract Optional<String> subnetId();

    /**
     * EC2's word for the state that it was last seen in, before it was ended.
     *
     * @return for example {@code running}; {@code not launched} if there never was one
     */
    @Value.Default
    public String stateText() {
        return "not launched";
    }

    /**
     * Whether what runs on the machine answered.
     *
     * @return the status check of the instance, as it was last seen
     */
    @Value.Default
    public StatusCheck instanceCheck() {
        return StatusCheck.NOT_APPLICABLE;
    }

    /**
     * Whether the machine beneath worked.
     *
     * @return the status check of the system, as it was last seen
     */
    @Value.Default
    public StatusCheck systemCheck() {
        return StatusCheck.NOT_APPLICABLE;
    }

    /**
     * Why EC2 ended it, if it did.
     *
     * @return code and message
     */
    public abstract Optional<StateReason> stateReason();

    /**
     * What kept it from being tested to the end.
     *
     * @return a sentence; nothing if it was
     */
    public abstract Optional<String> problem();

    /**
     * How the checks came out.
     *
     * @return those that were tried
     */
    public abstract List<CheckResult> checks();

    /**
     * What it printed on its console.
     *
     * @return the text; nothing if EC2 had none
     */
    public abstract Optional<String> console();

    /**
     * When EC2 was asked for it.
     *
     * @return the instant
     */
    public abstract Instant launchedAt();

    /**
     * When both status checks were first seen to pass.
     *
     * @return the instant; nothing if they never were
     */
    public abstract Optional<Instant> readyAt();

    /**
     * Whether EC2 took the order to end it. An instance that was never launched has none to end.
     *
     * @return whether nothing is left of it
     */
    @Value.Default
    public boolean terminated() {
        return false;
    }

    /**
     * Tells whether the image stood the test here.
     *
     * @return whether both status checks and all checks passed
     */
    public boolean passed() {
        return readyAt().isPresent() && problem().isEmpty() && checks().stream().allMatch(CheckResult::passed);
    }

    /**
     * Explains what went wrong, by the state reason, the checks and the console.
     *
     * @return the findings; none if it passed
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!passed()) {
            stateReason().ifPresent(reason -> findings.addAll(StateReasons.explain(reason)));
            console().ifPresent(text -> findings.addAll(ConsoleMarks.explain(text)));
        }
        return List.copyOf(findings);
    }

    /** The instance and how it came out as one line for people. */
    @Override
    public String toString() {
        return instanceId().map(InstanceId::value).orElse("no instance") + " ("
                + instanceType().map(InstanceType::value).orElse("default type") + ", " + stateText() + ") "
                + (passed() ? "passed" : "failed");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link TestedInstance} values; each attribute can be set once. */
    public static final class Builder extends ImmutableTestedInstance.Builder {
        Builder() {}
    }
}
