package dev.amis.report;

import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import java.util.List;

/** Every decision with its reasons, by family and Region: what changes in full, what stays folded away. */
final class HtmlDecisions {

    private final Markup html;
    private final Plan plan;

    private HtmlDecisions(Markup html, Plan plan) {
        this.html = html;
        this.plan = plan;
    }

    static void write(Markup html, Plan plan) {
        HtmlDecisions decisions = new HtmlDecisions(html, plan);
        List<FamilyDecisions> families = FamilyDecisions.of(plan);
        html.open("section", "id", "decisions").element("h2", "Decisions by family and Region");
        families.stream().filter(FamilyDecisions::changes).forEach(decisions::changing);
        if (families.stream().anyMatch(family -> !family.changes())) {
            html.element("h3", "Where nothing changes");
            families.stream().filter(family -> !family.changes()).forEach(decisions::unchanged);
        }
        html.close();
    }

    private void changing(FamilyDecisions family) {
        html.open("h3")
                .text(family.title() + " ")
                .element("span", "in " + family.region(), "class", "where")
                .close();
        html.element("p", summary(family), "class", "small");
        table(family, family.changed());
        if (!family.kept().isEmpty()) {
            html.open("details").element("summary", Words.count(family.kept().size(), family.noun()) + " kept");
            kept(family);
            html.close();
        }
    }

    private void unchanged(FamilyDecisions family) {
        html.open("details")
                .element(
                        "summary",
                        family.title() + " in " + family.region() + ": "
                                + Words.count(family.kept().size(), family.noun()) + ", all kept");
        kept(family);
        html.close();
    }

    private static String summary(FamilyDecisions family) {
        return family.tally().describe() + "; volumes of "
                + Words.gib(family.tally().gib());
    }

    private void kept(FamilyDecisions family) {
        table(family, family.shown());
        if (family.more() > 0) {
            html.element("p", "and " + Words.number(family.more()) + " more, all kept", "class", "small");
        }
    }

    private void table(FamilyDecisions family, List<Decision> decisions) {
        HtmlTable table =
                HtmlTable.open(html, "Rank:", family.column(), family.nameColumn(), "Age:", "GiB:", "Decision", "Why");
        for (Decision decision : decisions) {
            table.row();
            html.element("td", Words.rank(decision), "class", "number");
            html.open("td", "class", "id")
                    .element("code", decision.id().value())
                    .close();
            html.element("td", decision.name(), "class", "name");
            html.element("td", Words.age(decision, plan.createdAt()), "class", "age");
            html.element("td", Words.number(decision.volumeGib()), "class", "number");
            String verdict = Words.name(decision.verdict());
            html.open("td")
                    .element("span", verdict, "class", "verdict " + verdict)
                    .close();
            html.element("td", Words.reasons(decision), "class", "why").close();
        }
        table.close();
    }
}
