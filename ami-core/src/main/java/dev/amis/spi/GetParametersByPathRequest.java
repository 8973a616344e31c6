package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A question for the parameters below a path. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class GetParametersByPathRequest implements WithGetParametersByPathRequest {

    /** The most items that SSM puts on a page. */
    public static final int MOST = 10;

    GetParametersByPathRequest() {}

    /**
     * Below which path.
     *
     * @return for example {@code /golden}; {@code /} stands for all
     */
    public abstract String path();

    /**
     * Whether levels further below count, too.
     *
     * @return by default false
     */
    @Value.Default
    public boolean recursive() {
        return false;
    }

    /**
     * What SSM shall filter by; it knows {@code Type}, {@code KeyId} and {@code Label} here.
     *
     * @return the filters, all of which must match
     */
    public abstract List<ParameterFilter> filters();

    /**
     * How many items a page may hold.
     *
     * @return the size of a page, at most 10
     */
    public abstract OptionalInt maxResults();

    /**
     * The page to go on with.
     *
     * @return the token of the page before
     */
    public abstract Optional<String> nextToken();

    @Value.Check
    void check() {
        if (!path().startsWith("/")) {
            throw new IllegalArgumentException("path is '" + path() + "', but must begin with '/'");
        }
        RequestChecks.maxResults(maxResults(), MOST);
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link GetParametersByPathRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableGetParametersByPathRequest.Builder {
        Builder() {}
    }
}
