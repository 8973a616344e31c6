package dev.amis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a|b ! a\\|b",
                "`x` ! \\`x\\`",
                "*a* _b_ ~c~ ! \\*a\\* \\_b\\_ \\~c\\~",
                "[a](b) ! \\[a\\](b)",
                "a\\ ! a\\\\",
                "<b>&amp; ! &lt;b&gt;&amp;amp;",
                "# a ! \\# a",
                "- a - b ! \\- a - b",
                "12. a. ! 12\\. a.",
                "1) a ! 1\\) a",
                "$x$ ! \\$x\\$",
                "web-1.2 ! web-1.2"
            })
    void marksMeanThemselves(String text, String markdown) {
        assertThat(MarkdownText.escape(text)).isEqualTo(markdown);
    }

    @Test
    void aTextStaysInItsLine() {
        assertThat(MarkdownText.escape("\n a\n# b\r\n")).isEqualTo("a \\# b");
    }

    @Test
    void columnsOfNumbersAreAlignedToTheRight() {
        assertThat(MarkdownText.head("Name", "GiB:")).isEqualTo("| Name | GiB |\n|---|---:|\n");
    }
}
