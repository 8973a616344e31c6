package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import java.util.Optional;
import org.immutables.value.Value;

/** Making a version of a launch template. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CreateLaunchTemplateVersionRequest implements WithCreateLaunchTemplateVersionRequest {

    CreateLaunchTemplateVersionRequest() {}

    /**
     * The template.
     *
     * @return its id
     */
    public abstract LaunchTemplateId launchTemplateId();

    /**
     * The version that the new one is made on top of: whatever the data does not name is taken from it, also what this
     * library has no words for.
     *
     * @return a number, {@code $Latest} or {@code $Default}; nothing stands for none
     */
    public abstract Optional<String> sourceVersion();

    /**
     * What the new version says.
     *
     * @return at least one parameter
     */
    public abstract LaunchTemplateData launchTemplateData();

    /**
     * What is noted about the version.
     *
     * @return up to 255 characters
     */
    public abstract Optional<String> versionDescription();

    /**
     * The token that makes the request the same if it is sent twice.
     *
     * @return up to 64 ASCII characters
     */
    public abstract Optional<String> clientToken();

    @Value.Check
    void check() {
        RequestChecks.templateData(launchTemplateData());
        RequestChecks.description(versionDescription());
        clientToken().ifPresent(RequestChecks::clientToken);
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CreateLaunchTemplateVersionRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCreateLaunchTemplateVersionRequest.Builder {
        Builder() {}
    }
}
