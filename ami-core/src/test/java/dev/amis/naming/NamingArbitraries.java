package dev.amis.naming;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random versions, texts and schemes. */
final class NamingArbitraries {

    static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789()[] ./-'@_";

    private NamingArbitraries() {}

    /** Versions with one to three numbers and sometimes a pre-release; equal ones are not rare. */
    static Arbitrary<String> versions() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, releases(1, 3)),
                Tuple.of(1, Combinators.combine(releases(3, 3), preReleases()).as((r, p) -> r + "-" + p)));
    }

    /** Versions without a pre-release. */
    static Arbitrary<String> releases(int fewest, int most) {
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3).map(String::valueOf),
                Arbitraries.integers().greaterOrEqual(0).map(String::valueOf),
                Arbitraries.integers().between(0, 9).map(i -> "0" + i));
        return number.list().ofMinSize(fewest).ofMaxSize(most).map(numbers -> String.join(".", numbers));
    }

    /** Pre-releases as SemVer allows them. */
    static Arbitrary<String> preReleases() {
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 12).map(String::valueOf),
                Arbitraries.strings().numeric().ofMinLength(20).ofMaxLength(22).map(s -> "1" + s));
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("ab01-B")
                .ofMinLength(1)
                .ofMaxLength(4)
                .filter(s -> !s.matches("[0-9]+"));
        return Arbitraries.oneOf(number, word).list().ofMinSize(1).ofMaxSize(3).map(ids -> String.join(".", ids));
    }

    /** Literals, parts and separators put together at random; many of them are no schemes. */
    static Arbitrary<String> patterns() {
        List<String> pieces = List.of(
                "{version}",
                "{version?}",
                "{date:yyyyMMdd}",
                "{date?:yyyy-DDD}",
                "{date:yyMMddHHmm}",
                "{build}",
                "{build?}",
                "{a}",
                "{b}",
                "{c}",
                "{a?}",
                "{b?}",
                "{os:al2|al2023|al2-arm}",
                "{os?:dev|prod}",
                "-",
                "-",
                "-",
                ".",
                "_",
                " ",
                "-v",
                "v",
                "Web",
                "App-",
                "/x/",
                "1",
                "(",
                ")");
        return Arbitraries.of(pieces).list().ofMinSize(2).ofMaxSize(8).map(list -> String.join("", list));
    }

    /** Schemes whose parts stand in any order, mostly with separators between them. */
    static Arbitrary<NamingScheme> schemes() {
        return patterns().filter(NamingArbitraries::isScheme).map(NamingScheme::parse);
    }

    private static boolean isScheme(String pattern) {
        try {
            NamingScheme.parse(pattern);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** A name with some parts filled in; optional ones now and then left out. */
    static Arbitrary<OpenName> filled(NamingScheme scheme) {
        Arbitrary<OpenName> name = Arbitraries.just(scheme.newName());
        for (Element.Part part : scheme.template().parts()) {
            Arbitrary<String> value = values(part.type());
            name = part.optional()
                    ? Combinators.combine(name, value.injectNull(0.5))
                            .as((open, v) -> v == null ? open : open.with(part.name(), v))
                    : Combinators.combine(name, value).as((open, v) -> open.with(part.name(), v));
        }
        return name;
    }

    private static Arbitrary<String> values(PartType type) {
        if (type instanceof ChoiceType choice) {
            return Arbitraries.of(choice.words());
        }
        if (type instanceof VersionType) {
            return versions();
        }
        if (type instanceof BuildType) {
            return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(18);
        }
        if (type instanceof DateType date) {
            return Arbitraries.integers()
                    .between(0, 36_000)
                    .map(days -> LocalDate.of(2000, 1, 1).plusDays(days).atTime(days % 24, days % 60))
                    .map(date.pattern()::write);
        }
        return texts();
    }

    /** Texts that look like pieces of names, so that readings in doubt are common. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("Web", "Database-MySQL", "v1", "a-v2", "2", "1.0", "x", "-", "v", "20240101", "prod"),
                Arbitraries.strings().withChars(ALPHABET).ofMinLength(1).ofMaxLength(12),
                Arbitraries.strings().withChars("v1.-a").ofMinLength(1).ofMaxLength(6));
    }
}
