package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.Tags;
import java.util.Optional;
import org.immutables.value.Value;

/** Making a launch template with its first version. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CreateLaunchTemplateRequest implements WithCreateLaunchTemplateRequest {

    CreateLaunchTemplateRequest() {}

    /**
     * The name of the template to be.
     *
     * @return 3 to 128 letters, digits and {@code ( ) . / _ -}
     */
    public abstract String launchTemplateName();

    /**
     * What its first version says.
     *
     * @return at least one parameter
     */
    public abstract LaunchTemplateData launchTemplateData();

    /**
     * What is noted about its first version.
     *
     * @return up to 255 characters
     */
    public abstract Optional<String> versionDescription();

    /**
     * The tags of the template, not of what is launched from it.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    /**
     * The token that makes the request the same if it is sent twice.
     *
     * @return up to 64 ASCII characters
     */
    public abstract Optional<String> clientToken();

    @Value.Check
    void check() {
        if (!launchTemplateName().matches("[a-zA-Z0-9().\\-/_]{3,128}")) {
            throw new IllegalArgumentException("launchTemplateName is '" + launchTemplateName()
                    + "', but must be 3 to 128 letters, digits and ( ) . / _ -");
        }
        RequestChecks.templateData(launchTemplateData());
        RequestChecks.description(versionDescription());
        RequestChecks.tags(tags());
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

    /** Builds {@link CreateLaunchTemplateRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCreateLaunchTemplateRequest.Builder {
        Builder() {}
    }
}
