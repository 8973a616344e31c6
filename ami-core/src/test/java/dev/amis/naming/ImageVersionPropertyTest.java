package dev.amis.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.semver4j.Semver;

class ImageVersionPropertyTest {

    private static final String SEMVER_PRE_RELEASE =
            "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*";

    @Provide
    Arbitrary<String> versions() {
        return NamingArbitraries.versions();
    }

    @Provide
    Arbitrary<String> releases() {
        return NamingArbitraries.releases(3, 3);
    }

    @Provide
    Arbitrary<String> preReleases() {
        return NamingArbitraries.preReleases();
    }

    @Provide
    Arbitrary<String> almostPreReleases() {
        return Arbitraries.strings().withChars("0019a-..B").ofMaxLength(7);
    }

    @Property(tries = 200)
    void parsingAndPrintingIsARoundTrip(@ForAll("versions") String text) {
        assertThat(ImageVersion.parse(text)).hasToString(text);
    }

    @Property(tries = 200)
    void theOrderIsTotal(@ForAll("versions") String a, @ForAll("versions") String b, @ForAll("versions") String c) {
        ImageVersion x = ImageVersion.parse(a);
        ImageVersion y = ImageVersion.parse(b);
        ImageVersion z = ImageVersion.parse(c);

        assertThat(Integer.signum(x.compareTo(y))).isEqualTo(-Integer.signum(y.compareTo(x)));
        assertThat(x.compareTo(y) == 0).isEqualTo(x.equals(y));
        if (x.compareTo(y) < 0 && y.compareTo(z) < 0) {
            assertThat(x).isLessThan(z);
        }
    }

    @Property(tries = 200)
    void releasesAreOrderedAsTheLibraryOrdersThem(@ForAll("releases") String a, @ForAll("releases") String b) {
        ImageVersion x = ImageVersion.parse(a);
        ImageVersion y = ImageVersion.parse(b);
        int library = semver(x).compareTo(semver(y));

        assertThat(library == 0 ? 0 : Integer.signum(x.compareTo(y))).isEqualTo(library);
    }

    @Property(tries = 200)
    void preReleasesAreOrderedAsTheSpecificationSays(@ForAll("preReleases") String a, @ForAll("preReleases") String b) {
        int order = ImageVersion.parse("1.0.0-" + a).compareTo(ImageVersion.parse("1.0.0-" + b));

        assertThat(Integer.signum(order)).isEqualTo(specified(a.split("\\."), b.split("\\.")));
    }

    @Property(tries = 200)
    void aPreReleaseComesBeforeItsRelease(@ForAll("preReleases") String a) {
        assertThat(ImageVersion.parse("1.2.3-" + a)).isLessThan(ImageVersion.parse("1.2.3"));
    }

    @Property(tries = 200)
    void aPreReleaseIsTakenJustWhenSemVersGrammarTakesIt(@ForAll("almostPreReleases") String text) {
        assertThat(ImageVersion.isValid("1.0.0-" + text)).isEqualTo(text.matches(SEMVER_PRE_RELEASE));
    }

    @Property(tries = 200)
    void everyEndOfAVersionIsFoundOnceAndInOrder(@ForAll("versions") String text) {
        String name = "x" + text + "-";
        int from = 2;
        for (int end = 2; end <= name.length(); end++) {
            if (ImageVersion.isValid(name.substring(1, end))) {
                assertThat(VersionText.end(name, 1, from)).isEqualTo(end);
                from = end + 1;
            }
        }
        assertThat(VersionText.end(name, 1, from)).isEqualTo(-1);
    }

    @Property(tries = 200)
    void everyNextVersionIsGreater(@ForAll("versions") String text) {
        ImageVersion version = ImageVersion.parse(text);
        if (version.major() < Integer.MAX_VALUE) {
            assertThat(version.nextMajor()).isGreaterThan(version);
        }
        if (version.minor() < Integer.MAX_VALUE) {
            assertThat(version.nextMinor()).isGreaterThan(version);
        }
        if (version.patch() < Integer.MAX_VALUE) {
            assertThat(version.nextPatch()).isGreaterThan(version);
        }
    }

    private static Semver semver(ImageVersion version) {
        return Semver.create(version.major(), version.minor(), version.patch());
    }

    private static int specified(String[] left, String[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean leftNumber = left[i].matches("\\d+");
            boolean rightNumber = right[i].matches("\\d+");
            int order = leftNumber && rightNumber
                    ? new BigInteger(left[i]).compareTo(new BigInteger(right[i]))
                    : leftNumber ? -1 : rightNumber ? 1 : Integer.signum(left[i].compareTo(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
