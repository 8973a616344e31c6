package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Following the pages of an answer. */
final class Pages {

    private static final int MOST = 1_000;

    private Pages() {}

    /** The items of all pages; an empty page is a page, only a missing token is the end. */
    static <T> List<T> items(Function<Optional<String>, Page<T>> call) {
        return all(call).stream().flatMap(page -> page.items().stream()).toList();
    }

    static <T> List<Page<T>> all(Function<Optional<String>, Page<T>> call) {
        List<Page<T>> pages = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<T> page = call.apply(token);
            pages.add(page);
            token = page.nextToken();
            assertThat(pages).as("pages of one answer").hasSizeLessThan(MOST);
        } while (token.isPresent());
        return pages;
    }

    /** The one item of an answer of one page. */
    static <T> T only(Page<T> page) {
        assertThat(page.items()).hasSize(1);
        return page.items().get(0);
    }
}
