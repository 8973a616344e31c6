package dev.amis.testing.internal;

import dev.amis.spi.Filter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for a list, as most of EC2's describe calls have it.
 *
 * @param ids the ids or names that are asked for; none stands for all
 * @param filters the filters, all of which must pass
 * @param maxResults the size of the page
 * @param nextToken the page to go on with
 */
public record Question(List<String> ids, List<Filter> filters, OptionalInt maxResults, Optional<String> nextToken) {

    /** Makes a question of copies. */
    public Question {
        ids = List.copyOf(ids);
        filters = List.copyOf(filters);
    }

    Paging.Ask page(int least, int most) {
        return new Paging.Ask(maxResults, nextToken).within(least, most);
    }
}
