package dev.amis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.spi.Filter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdFiltersTest {

    @Test
    void oneFilterTakesTwoHundredIds() {
        List<Integer> ids = IntStream.range(0, 401).boxed().toList();
        assertThat(IdFilters.of("image-id", ids))
                .extracting(filter -> filter.values().size())
                .containsExactly(200, 200, 1);
    }

    @Test
    void furtherValuesAreInEachFilterAndTakeTheirRoom() {
        List<Integer> ids = IntStream.range(0, 200).boxed().toList();
        assertThat(IdFilters.of("image-id", ids, "resolve:*"))
                .allMatch(filter -> filter.values().contains("resolve:*"))
                .extracting(filter -> filter.values().size())
                .containsExactly(200, 2);
    }

    @Test
    void repeatedIdsAreAskedForOnce() {
        assertThat(IdFilters.of("image-id", List.of("b", "a", "b"))).containsExactly(Filter.of("image-id", "a", "b"));
    }

    @Test
    void noIdsMakeNoFilter() {
        assertThat(IdFilters.of("image-id", List.of(), "resolve:*")).isEmpty();
    }
}
