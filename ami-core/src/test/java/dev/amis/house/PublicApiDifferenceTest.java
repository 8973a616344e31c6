package dev.amis.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicApiDifferenceTest {

    @Test
    void differenceShowsWhatCameAndWhatWent() {
        assertThat(PublicApi.difference(
                        List.of("A: class", "A:   void old()"), List.of("A: class", "A:   void young()")))
                .contains("\n+ A:   void young()\n- A:   void old()\n")
                .doesNotContain("A: class");
    }
}
