package dev.amis.report;

import dev.amis.plan.Verdict;

/** The numbers of the charts, for those who do not see them and for those who want to know exactly. */
final class AgeTable {

    private AgeTable() {}

    static void write(Markup html, AgeHistogram ages, Tally total, boolean priced) {
        html.open("details").element("summary", "The numbers of the charts");
        html.open("div", "class", "scroll")
                .open("table", "class", "numbers")
                .open("thead")
                .open("tr");
        heading(html, ages.unit().axis());
        for (Verdict verdict : total.verdicts()) {
            heading(html, Words.name(verdict) + ", " + total.noun() + "s");
            heading(html, Words.name(verdict) + ", GiB");
            if (priced) {
                heading(html, Words.name(verdict) + ", cost");
            }
        }
        heading(html, "all " + total.noun() + "s");
        heading(html, "all GiB");
        if (priced) {
            heading(html, "all cost");
        }
        html.close().close().open("tbody");
        ages.bars().forEach(bar -> row(html, bar.label(), bar.tally(), total, priced));
        html.close().open("tfoot");
        row(html, "all", total, total, priced);
        html.close().close().close().close();
    }

    private static void heading(Markup html, String text) {
        html.element("th", text, "scope", "col");
    }

    private static void row(Markup html, String label, Tally tally, Tally total, boolean priced) {
        html.open("tr").element("th", label, "scope", "row");
        for (Verdict verdict : total.verdicts()) {
            number(html, tally.images(verdict));
            number(html, tally.gib(verdict));
            if (priced) {
                cost(html, tally.cents(verdict));
            }
        }
        number(html, tally.images());
        number(html, tally.gib());
        if (priced) {
            cost(html, tally.cents());
        }
        html.close();
    }

    private static void cost(Markup html, long cents) {
        html.element("td", Words.dollars(cents), "class", "number");
    }

    private static void number(Markup html, long number) {
        html.element("td", Words.number(number), "class", "number");
    }
}
