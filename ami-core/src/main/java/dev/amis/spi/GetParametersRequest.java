package dev.amis.spi;

import java.util.List;

/**
 * A question for several parameters.
 *
 * @param selectors 1 to 10 parameters, and which version of each
 */
public record GetParametersRequest(List<ParameterSelector> selectors) {

    /** How many parameters SSM takes in one call. */
    public static final int MOST = 10;

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if there are no selectors or more than 10
     */
    public GetParametersRequest {
        selectors = List.copyOf(selectors);
        if (selectors.isEmpty() || selectors.size() > MOST) {
            throw new IllegalArgumentException(
                    "selectors has " + selectors.size() + " entries, but must have from 1 to " + MOST);
        }
    }
}
