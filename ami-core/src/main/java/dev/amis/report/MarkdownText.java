package dev.amis.report;

/** Texts of others in Markdown: they stay in their cell or line, and mean nothing but themselves. */
final class MarkdownText {

    /** What marks something up inside of a line, wherever it stands; dollars are formulas on GitHub and GitLab. */
    private static final String MARKS = "\\`*_[]|~#$";

    /** What marks something up at the beginning of a line only. */
    private static final String STARTS = "-+=";

    private MarkdownText() {}

    static String escape(String text) {
        String visible = VisibleText.of(text).strip();
        StringBuilder out = new StringBuilder(visible.length() + 8);
        for (int i = 0; i < visible.length(); i++) {
            char character = visible.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> {
                    if (isMark(visible, i)) {
                        out.append('\\');
                    }
                    out.append(character);
                }
            }
        }
        return out.toString();
    }

    private static boolean isMark(String text, int at) {
        char character = text.charAt(at);
        return MARKS.indexOf(character) >= 0
                || (at == 0 && STARTS.indexOf(character) >= 0)
                || ((character == '.' || character == ')') && isNumber(text, at));
    }

    /** A number and a dot begin a list. */
    private static boolean isNumber(String text, int end) {
        return end > 0 && text.chars().limit(end).allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** An id, which has no character that would end the code. */
    static String code(Object id) {
        return "`" + id + "`";
    }

    /** A row of a table, of cells that are Markdown already. */
    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The head of a table; a column whose name ends in a colon is aligned to the right. */
    static String head(String... columns) {
        StringBuilder names = new StringBuilder("|");
        StringBuilder rule = new StringBuilder("|");
        for (String column : columns) {
            boolean right = column.endsWith(":");
            names.append(' ')
                    .append(right ? column.substring(0, column.length() - 1) : column)
                    .append(" |");
            rule.append(right ? "---:|" : "---|");
        }
        return names + "\n" + rule + "\n";
    }
}
