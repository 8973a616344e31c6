package dev.amis.report;

import dev.amis.plan.Verdict;
import java.util.List;

/** What the bars of each verdict look like: a colour and a pattern, so that neither alone has to tell them apart. */
final class Pattern {

    private static final String SIZE = "8";

    private Pattern() {}

    /** The value of a {@code fill} attribute. */
    static String fill(Verdict verdict) {
        return "url(#" + id(verdict) + ")";
    }

    private static String id(Verdict verdict) {
        return "fill-" + Words.name(verdict);
    }

    /** Writes what each pattern stands for; the patterns are defined there, too. */
    static void legend(Markup html, List<Verdict> verdicts) {
        html.open("ul", "class", "legend");
        for (Verdict verdict : verdicts) {
            html.open("li").open("svg", "viewBox", "0 0 16 16", "aria-hidden", "true");
            html.open("defs");
            define(html, verdict);
            html.close();
            html.empty("rect", "width", "16", "height", "16", "fill", fill(verdict));
            html.close().element("span", Words.name(verdict)).close();
        }
        html.close();
    }

    private static void define(Markup html, Verdict verdict) {
        html.open("pattern", "id", id(verdict), "width", SIZE, "height", SIZE, "patternUnits", "userSpaceOnUse");
        html.empty("rect", "class", "ground " + Words.name(verdict), "width", SIZE, "height", SIZE);
        switch (verdict) {
            case DELETE, DEREGISTER -> html.empty("path", "class", "mark", "d", "M-2 6L2 10M-2 -2L10 10M6 -2L10 2");
            case DISABLE -> html.empty("path", "class", "mark", "d", "M0 4H8");
            case DEPRECATE -> html.empty("circle", "class", "dot", "cx", "4", "cy", "4", "r", "1.6");
            case KEEP -> {}
        }
        html.close();
    }
}
