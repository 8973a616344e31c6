package dev.amis.aws.internal;

import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Follows a list to its end, for services whose ports answer whole lists. */
final class AllPages {

    private AllPages() {}

    /**
     * Asks page after page.
     *
     * @param action the action, for the message if a page comes again
     * @param ask asks for a page by its token, for the first by none
     * @param items what a page holds
     * @param next the token of the page after it; empty or absent at the end
     */
    static <P, T> List<T> of(
            String action,
            Function<Optional<String>, P> ask,
            Function<P, ? extends List<? extends T>> items,
            Function<P, String> next) {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            P page = ask.apply(token);
            all.addAll(items.apply(page));
            token = Texts.text(next.apply(page));
            if (token.isPresent() && !seen.add(token.get())) {
                throw new ProviderException(Failure.of(action, "the same page token was answered twice")
                        .build());
            }
        } while (token.isPresent());
        return all;
    }
}
