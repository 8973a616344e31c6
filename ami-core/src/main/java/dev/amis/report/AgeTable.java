package dev.amis.report;

import dev.amis.plan.Verdict;

/** The numbers of the charts, for those who do not see them and for those who want to know exactly. */
final class AgeTable {

    private AgeTable() {}

    static void write(Markup html, AgeHistogram ages, Tally total) {
        html.open("details").element("summary", "The numbers of the charts");
        html.open("div", "class", "scroll")
                .open("table", "class", "numbers")
                .open("thead")
                .open("tr");
        heading(html, ages.unit().axis());
        for (Verdict verdict : total.verdicts()) {
            heading(html, Words.name(verdict) + ", images");
            heading(html, Words.name(verdict) + ", GiB");
        }
        heading(html, "all images");
        heading(html, "all GiB");
        html.close().close().open("tbody");
        ages.bars().forEach(bar -> row(html, bar.label(), bar.tally(), total));
        html.close().open("tfoot");
        row(html, "all", total, total);
        html.close().close().close().close();
    }

    private static void heading(Markup html, String text) {
        html.element("th", text, "scope", "col");
    }

    private static void row(Markup html, String label, Tally tally, Tally total) {
        html.open("tr").element("th", label, "scope", "row");
        for (Verdict verdict : total.verdicts()) {
            number(html, tally.images(verdict));
            number(html, tally.gib(verdict));
        }
        number(html, tally.images());
        number(html, tally.gib());
        html.close();
    }

    private static void number(Markup html, long number) {
        html.element("td", Words.number(number), "class", "number");
    }
}
