package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.LaunchTemplateId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A question for versions of launch templates. Without a template it must name {@code $Latest} or {@code $Default}, and is
 * then about all templates.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeLaunchTemplateVersionsRequest implements WithDescribeLaunchTemplateVersionsRequest {

    DescribeLaunchTemplateVersionsRequest() {}

    /**
     * Which template.
     *
     * @return the id; nothing stands for all templates
     */
    public abstract Optional<LaunchTemplateId> launchTemplateId();

    /**
     * Which template, by its name.
     *
     * @return the name, only where no id is set
     */
    public abstract Optional<String> launchTemplateName();

    /**
     * Which versions: numbers, {@code $Latest} or {@code $Default}.
     *
     * @return the versions; none stands for all of the template
     */
    public abstract List<String> versions();

    /**
     * What EC2 shall filter by.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * How many items a page may hold.
     *
     * @return the size of a page; nothing leaves it to EC2, which then answers everything at once
     */
    public abstract OptionalInt maxResults();

    /**
     * The page to go on with.
     *
     * @return the token of the page before
     */
    public abstract Optional<String> nextToken();

    /**
     * Whether EC2 shall answer the image id behind {@code resolve:ssm:…}, as it is at the time of the call, in place of the
     * reference. EC2 reads the parameter with the caller's permissions.
     *
     * @return by default false
     */
    @Value.Default
    public boolean resolveAlias() {
        return false;
    }

    @Value.Check
    void check() {
        if (launchTemplateId().isPresent() && launchTemplateName().isPresent()) {
            throw new IllegalArgumentException("launchTemplateName is '"
                    + launchTemplateName().get() + "', but cannot be combined with launchTemplateId");
        }
        if (launchTemplateId().isEmpty()
                && launchTemplateName().isEmpty()
                && (versions().isEmpty() || !versions().stream().allMatch(version -> version.startsWith("$")))) {
            throw new IllegalArgumentException(
                    "versions is " + versions() + ", but must be '$Latest' or '$Default' where no template is named");
        }
        RequestChecks.filters(filters());
        RequestChecks.maxResults(maxResults());
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DescribeLaunchTemplateVersionsRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeLaunchTemplateVersionsRequest.Builder {
        Builder() {}
    }
}
