package dev.amis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void textStaysText() {
        assertThat(new Markup().element("p", "<a> & \"b\" 'c'").toString())
                .isEqualTo("<!DOCTYPE html>\n<p>&lt;a&gt; &amp; &quot;b&quot; &#39;c&#39;</p>\n");
    }

    @Test
    void attributesCannotBeLeft() {
        assertThat(new Markup().empty("meta", "content", "\" onload=\"x").toString())
                .contains("<meta content=\"&quot; onload=&quot;x\" />");
    }

    @Test
    void anAttributeNeedsAValue() {
        assertThatThrownBy(() -> new Markup().open("p", "class"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pairs");
    }

    @Test
    void whatIsOpenIsNoDocument() {
        assertThatThrownBy(() -> new Markup().open("p").toString())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[p]");
    }

    @Test
    void aStyleReadsTheSameForAll() {
        assertThatThrownBy(() -> new Markup().style("</style>")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Markup().style("a > b {}").toString()).contains("<style>a > b {}</style>");
    }

    @Test
    void linesStayLines() {
        assertThat(new Markup().open("pre").lines("a\n<b>").close().toString()).contains("<pre>a\n&lt;b&gt;\n</pre>");
    }
}
