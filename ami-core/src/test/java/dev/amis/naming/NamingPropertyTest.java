package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class NamingPropertyTest {

    /** Values filled into a scheme at random; some of them cannot be rendered. */
    @Provide
    Arbitrary<OpenName> open() {
        return NamingArbitraries.schemes().flatMap(NamingArbitraries::filled);
    }

    @Provide
    Arbitrary<SchemedName> rendered() {
        return open().map(NamingPropertyTest::render)
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    /** A scheme and a text that often, but not always, is one of its names. */
    @Provide
    Arbitrary<Tuple2<NamingScheme, String>> texts() {
        Arbitrary<String> junk = Arbitraries.of("-", "1", "v", "a", ".", "-v1", "-prod", "20240101", "");
        return Combinators.combine(open(), junk, Arbitraries.integers().between(0, 60))
                .as((name, extra, at) -> {
                    String text = name.toString();
                    int cut = Math.min(at, text.length());
                    return Tuple.of(name.scheme(), text.substring(0, cut) + extra + text.substring(cut));
                });
    }

    @Property(tries = 200)
    void whatIsRenderedIsReadBackAsItWasPutIn(@ForAll("open") OpenName open) {
        Optional<SchemedName> name = render(open);
        Assume.that(name.isPresent());

        SchemedName read = open.scheme().parseName(name.get().toString());

        assertThat(read).isEqualTo(name.get());
        assertThat(read.parts()).isEqualTo(open.values());
    }

    @Property(tries = 200)
    void whatIsReadIsWrittenBackAsItWas(@ForAll("texts") Tuple2<NamingScheme, String> text) {
        Optional<SchemedName> name = text.get1().match(text.get2());
        Assume.that(name.isPresent());

        assertThat(filled(name.get()).render()).hasToString(text.get2());
    }

    @Property(tries = 200)
    void theReadingIsTheOneThatTheRuleSays(@ForAll("texts") Tuple2<NamingScheme, String> text) {
        String name = text.get2();
        Assume.that(name.length() >= 3 && name.length() <= 40 && name.indexOf('{') < 0);
        SchemeText pattern = new SchemeText(text.get1().pattern());
        List<Element> elements = new SchemeLayout(pattern, new SchemeParser(pattern).parse()).layOut();

        assertThat(text.get1().match(name).map(SchemedName::parts)).isEqualTo(new NaiveReading(elements, name).read());
    }

    @Property(tries = 200)
    void anExplanationIsGivenJustForNamesThatDoNotFit(@ForAll("texts") Tuple2<NamingScheme, String> text) {
        assertThat(text.get1().explain(text.get2()).isPresent())
                .isEqualTo(text.get1().match(text.get2()).isEmpty());
    }

    @Property(tries = 200)
    void valuesWithoutSeparatorsAreNeverRefused(
            @ForAll("words") String app, @ForAll("releases") String version, @ForAll("words") String env) {
        NamingScheme scheme = NamingScheme.parse("{app}-v{version}-{env?}-{date:yyyyMMdd}");

        OpenName name =
                scheme.with("app", app).version(version).with("env", env).with("date", "20240101");

        assertThat(name.render()).hasToString(app + "-v" + version + "-" + env + "-20240101");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> releases() {
        return NamingArbitraries.releases(1, 3);
    }

    @Property(tries = 200)
    void theFilterLetsEveryNameThrough(@ForAll("rendered") SchemedName name) {
        String filter = name.scheme().filterPattern();
        String regex = "\\Q" + filter.replace("*", "\\E.*\\Q") + "\\E";

        assertThat(Pattern.matches(regex, name.toString())).isTrue();
        assertThat(filter).hasSizeLessThanOrEqualTo(255).doesNotContain("**", "?", "\\");
    }

    @Property(tries = 200)
    void aNameAndItsFastLookupHaveOneFamily(@ForAll("rendered") SchemedName name) {
        assertThat(name.scheme().familyOf(name.toString())).hasValue(name.family());
    }

    @Property(tries = 200)
    void aFamilyDoesNotDependOnVersionDateAndBuild(@ForAll("rendered") SchemedName name) {
        OpenName other = filled(name);
        for (Map.Entry<String, String> moved :
                Map.of("version", "7.7.7", "date", "?", "build", "7").entrySet()) {
            boolean has = name.scheme().parts().contains(moved.getKey());
            other = !has
                    ? other
                    : moved.getKey().equals("date")
                            ? other.on(java.time.LocalDate.of(2077, 7, 7))
                            : other.with(moved.getKey(), moved.getValue());
        }
        Optional<SchemedName> moved = render(other);
        Assume.that(moved.isPresent());

        assertThat(moved.get().family()).isEqualTo(name.family());
    }

    @Property(tries = 200)
    void theNextNameComesAfterThePreviousOneAndStaysInItsFamily(
            @ForAll("rendered") SchemedName name, @ForAll("steps") Step step) {
        Assume.that(name.version().isPresent() && step.possible(name));
        OpenName next = step.take(name.scheme().next(name.toString()));
        if (name.date().isPresent()) {
            next = next.on(name.date().get());
        }
        Optional<SchemedName> closed = render(next);
        Assume.that(closed.isPresent());

        assertThat(closed.get()).isGreaterThan(name);
        assertThat(closed.get().family()).isEqualTo(name.family());
    }

    @Provide
    Arbitrary<Step> steps() {
        return Arbitraries.of(Step.class);
    }

    enum Step {
        MAJOR,
        MINOR,
        PATCH;

        boolean possible(SchemedName name) {
            ImageVersion version = name.version().orElseThrow();
            return version.major() < Integer.MAX_VALUE
                    && version.minor() < Integer.MAX_VALUE
                    && version.patch() < Integer.MAX_VALUE;
        }

        OpenName take(NextName next) {
            return switch (this) {
                case MAJOR -> next.major();
                case MINOR -> next.minor();
                case PATCH -> next.patch();
            };
        }
    }

    @Property(tries = 200)
    void theOrderOfNamesIsTotal(
            @ForAll("ordered") SchemedName a, @ForAll("ordered") SchemedName b, @ForAll("ordered") SchemedName c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.compareTo(b) < 0 && b.compareTo(c) < 0) {
            assertThat(a).isLessThan(c);
        }
    }

    @Provide
    Arbitrary<SchemedName> ordered() {
        return Arbitraries.of("web-{version?}-{date?:yyyyMMdd}-{build?}", "{a:web}-{version?}-{build?}-{date?}")
                .map(NamingScheme::parse)
                .flatMap(NamingArbitraries::filled)
                .map(NamingPropertyTest::render)
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private static OpenName filled(SchemedName name) {
        OpenName open = name.scheme().newName();
        for (Map.Entry<String, String> part : name.parts().entrySet()) {
            open = open.with(part.getKey(), part.getValue());
        }
        return open;
    }

    private static Optional<SchemedName> render(OpenName open) {
        try {
            return Optional.of(open.render());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
