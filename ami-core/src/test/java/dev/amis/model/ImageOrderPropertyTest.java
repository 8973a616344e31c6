package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImageOrderPropertyTest {

    @Provide
    Arbitrary<List<Image>> images() {
        Arbitrary<Optional<Instant>> dates = Arbitraries.integers()
                .between(0, 2)
                .map(second -> second == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second)));
        Arbitrary<Optional<String>> names = Arbitraries.of(Optional.empty(), Optional.of("a"), Optional.of("b"));
        Arbitrary<Integer> ids = Arbitraries.integers().between(0, 1_000);
        return Combinators.combine(dates, names, ids)
                .as((date, name, id) -> Samples.image()
                        .withCreationDate(date)
                        .withName(name)
                        .withImageId(ImageId.of(String.format(Locale.ROOT, "ami-%017x", id))))
                .list()
                .ofMaxSize(12)
                .uniqueElements(Image::imageId);
    }

    @Property(tries = 200)
    void theOrderDoesNotDependOnHowImagesWereAnswered(@ForAll("images") List<Image> images, @ForAll long seed) {
        List<Image> sorted = images.stream().sorted(ImageOrder.NEWEST_FIRST).toList();
        List<Image> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(shuffled.stream().sorted(ImageOrder.NEWEST_FIRST)).containsExactlyElementsOf(sorted);
    }

    @Property(tries = 200)
    void noImageIsNewerThanTheFirst(@ForAll("images") List<Image> images) {
        List<Image> sorted = images.stream().sorted(ImageOrder.NEWEST_FIRST).toList();
        for (int i = 1; i < sorted.size(); i++) {
            Instant earlier = sorted.get(i - 1).creationDate().orElse(Instant.MIN);
            assertThat(sorted.get(i).creationDate().orElse(Instant.MIN)).isBeforeOrEqualTo(earlier);
        }
    }
}
