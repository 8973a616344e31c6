package dev.amis.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ApiTypeTest {

    @Test
    void recordShowsComponentsAndFactoriesButNotItsCanonicalConstructor() {
        assertThat(lines(Size.class))
                .containsExactly(
                        "static record(int width, List<String> tags) implements Comparable<Size>",
                        "  List<String> tags()",
                        "  int compareTo(Size)",
                        "  int width()",
                        "  static <T extends Number> Size of(T, Function<? super T, String[]>) throws IOException",
                        "  static Size tagged(String...)");
    }

    @Test
    void membersOfAnUnseenSuperclassBelongToTheSeenOne() {
        assertThat(lines(Builder.class)).containsExactly("static final class", "  Builder()", "  String[] build()");
    }

    @Test
    void protectedMembersCountWhereSubclassesArePossible() {
        assertThat(lines(Open.class))
                .containsExactly(
                        "abstract static class",
                        "  Open()",
                        "  protected abstract Optional<String> name()",
                        "  static final int LIMIT @Deprecated");
    }

    @Test
    void sealedTypesSaySo() {
        assertThat(lines(Shape.class)).containsExactly("static sealed interface");
    }

    private static List<String> lines(Class<?> type) {
        return new ApiType(type)
                .lines()
                .map(line -> line.replace(type.getCanonicalName() + ": ", "")
                        .replace(ApiTypeTest.class.getCanonicalName() + ".", ""))
                .toList();
    }

    public record Size(int width, List<String> tags) implements Comparable<Size> {

        public static <T extends Number> Size of(T width, Function<? super T, String[]> tags) throws IOException {
            return new Size(width.intValue(), List.of(tags.apply(width)));
        }

        public static Size tagged(String... tags) {
            return new Size(0, List.of(tags));
        }

        @Override
        public int compareTo(Size other) {
            return Integer.compare(width, other.width);
        }
    }

    static class Generated {
        public String[] build() {
            return new String[0];
        }
    }

    public static final class Builder extends Generated {}

    public abstract static class Open {
        @Deprecated
        public static final int LIMIT = 1;

        protected abstract Optional<String> name();
    }

    public sealed interface Shape permits Square {}

    record Square() implements Shape {}
}
