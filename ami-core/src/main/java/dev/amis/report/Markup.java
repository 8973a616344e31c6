package dev.amis.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes HTML that is well-formed XML too. What goes in as text comes out as text, whatever it holds. */
final class Markup {

    /** Parts of a line; all other elements end theirs. */
    private static final Set<String> INLINE = Set.of("b", "code", "span", "strong", "td", "th");

    /** Elements whose children stand on lines of their own. */
    private static final Set<String> BLOCKS = Set.of(
            "html", "head", "body", "header", "main", "footer", "section", "details", "table", "thead", "tbody",
            "tfoot", "ul", "dl", "svg", "defs", "pattern", "g");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are pairs of name and value. */
    Markup open(String element, String... attributes) {
        tag(element, attributes);
        out.append(BLOCKS.contains(element) ? ">\n" : ">");
        open.push(element);
        return this;
    }

    Markup close() {
        String element = open.pop();
        out.append("</").append(element).append(INLINE.contains(element) ? ">" : ">\n");
        return this;
    }

    /** An element that never has children. */
    Markup empty(String element, String... attributes) {
        tag(element, attributes);
        out.append(" />\n");
        return this;
    }

    /** An element that holds nothing but text. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup text(String text) {
        out.append(escape(VisibleText.of(text)));
        return this;
    }

    /** Text in which lines count. */
    Markup lines(String text) {
        text.lines().forEach(line -> text(line).out.append('\n'));
        return this;
    }

    /** What a style sheet says; browsers read it as it stands, so it must not hold what XML would read otherwise. */
    Markup style(String css) {
        if (css.contains("<") || css.contains("&")) {
            throw new IllegalArgumentException("css holds < or &, but must read the same as HTML and as XML");
        }
        out.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private void tag(String element, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes of " + element + " must be pairs of name and value");
        }
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = escape(VisibleText.of(attributes[i + 1]));
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }

    /** The document, when all is closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return "<!DOCTYPE html>\n" + out;
    }
}
