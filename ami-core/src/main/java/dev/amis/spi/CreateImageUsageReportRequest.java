package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** A report that EC2 shall make. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CreateImageUsageReportRequest implements WithCreateImageUsageReportRequest {

    CreateImageUsageReportRequest() {}

    /**
     * On which image, which the caller must own.
     *
     * @return the id
     */
    public abstract ImageId imageId();

    /**
     * What is counted: instances, launch templates, or both.
     *
     * @return at least one kind
     */
    public abstract List<ReferringResources> resourceTypes();

    /**
     * In which accounts.
     *
     * @return at most 200; none stands for all
     */
    public abstract Set<AccountId> accountIds();

    /**
     * By which EC2 tells that the same report is asked for again.
     *
     * @return 1 to 64 visible ASCII characters
     */
    public abstract String clientToken();

    @Value.Check
    void check() {
        if (resourceTypes().isEmpty()) {
            throw new IllegalArgumentException("resourceTypes is empty, but must name at least one type");
        }
        if (accountIds().size() > 200) {
            throw new IllegalArgumentException(
                    "accountIds has " + accountIds().size() + " entries, but at most 200 are allowed");
        }
        RequestChecks.clientToken(clientToken());
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CreateImageUsageReportRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCreateImageUsageReportRequest.Builder {
        Builder() {}
    }
}
