package dev.amis.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Provide
    Arbitrary<List<String>> records() {
        return Arbitraries.strings()
                .withChars('a', 'ü', ' ', ',', '"', '=')
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property
    void whatIsWrittenIsRead(@ForAll("records") List<String> fields) {
        String line = Csv.record(fields);
        assertThat(line).endsWith("\r\n");
        assertThat(Csv.fields(line.substring(0, line.length() - 2))).isEqualTo(fields);
    }

    @Test
    void fieldsOfSeveralLinesAreQuoted() {
        assertThat(Csv.record(List.of("a\nb", "c"))).isEqualTo("\"a\nb\",c\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "\"a\"b", "\"a", "\"a\"\"", "x,\"y\"z"})
    void quotesWhereNoneMayBeAreRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Csv.fields(line)).withMessageContaining("a quote ");
    }
}
