package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Follows the pages of an answer to the end, empty ones too. */
public final class Pages {

    private Pages() {}

    /**
     * Reads all pages.
     *
     * @param operation the EC2 action, for the message should it fail
     * @param page asks for one page, given the token of the page before
     * @param <T> what the pages list
     * @return the items of all pages
     * @throws ProviderException if a token comes back that was answered before, which would go on for ever
     */
    public static <T> List<T> all(String operation, Function<Optional<String>, Page<T>> page) {
        List<T> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            Page<T> next = page.apply(token);
            items.addAll(next.items());
            token = next.nextToken();
            if (token.isPresent() && !seen.add(token.get())) {
                throw new ProviderException(Failure.of(operation, "the same page token was answered twice")
                        .advice("Ask again; no answer with a hole is handed on")
                        .build());
            }
        } while (token.isPresent());
        return items;
    }
}
