package dev.amis.report;

/** A table that is scrolled where it is too wide. */
final class HtmlTable {

    private final Markup html;

    private HtmlTable(Markup html) {
        this.html = html;
    }

    /** Begins a table; columns whose names end in a colon are aligned to the right. */
    static HtmlTable open(Markup html, String... columns) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String column : columns) {
            if (column.endsWith(":")) {
                html.element("th", column.substring(0, column.length() - 1), "scope", "col", "class", "number");
            } else {
                html.element("th", column, "scope", "col");
            }
        }
        html.close().close().open("tbody");
        return new HtmlTable(html);
    }

    /** Begins a row, which is closed by whoever filled it. */
    void row() {
        html.open("tr");
    }

    void close() {
        html.close().close().close();
    }
}
