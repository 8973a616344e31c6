package dev.amis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "web-1.2 <b> & \"c\"", "größer", "图像", "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69"})
    void whatCanBeReadStays(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @Test
    void aTextIsOneLine() {
        assertThat(VisibleText.of("a\nb\r\nc\td\u0085e\u2028f\u2029g\u0000h")).isEqualTo("a b  c d e f g h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2066", "\u200f", "\u00ad", "\ufeff", "\ud83d", "\udc00", "\uffff", "\ufdd0"})
    void whatHidesOrReordersShows(String character) {
        assertThat(VisibleText.of("a" + character + "b")).isEqualTo("a\ufffdb");
    }
}
