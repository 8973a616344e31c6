package dev.amis.report;

import dev.amis.plan.Plan;
import dev.amis.plan.Reversibility;
import dev.amis.plan.Verdict;
import dev.amis.usage.UnreadSource;

/** The page: what one has to know before anything else, and then section by section. */
final class HtmlReport {

    private final Plan plan;
    private final Markup html = new Markup();

    private HtmlReport(Plan plan) {
        this.plan = plan;
    }

    static String of(Plan plan) {
        HtmlReport report = new HtmlReport(plan);
        report.html.open("html", "lang", "en");
        report.head();
        report.html.open("body");
        report.header();
        report.sections();
        report.footer();
        return report.html.close().close().toString();
    }

    private void head() {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Stylesheet.POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", "Plan: " + plan.title()).style(Stylesheet.CSS).close();
    }

    private void header() {
        html.open("header").element("p", "Plan to be approved", "class", "kicker");
        html.element("h1", plan.title());
        unread();
        tiles();
        html.open("dl");
        fact("Account", plan.account().toString());
        fact("Made", Words.made(plan));
        fact("Expires", Words.time(plan.expiresAt()) + "; it cannot be applied after that");
        html.element("dt", "Fingerprint")
                .open("dd")
                .element("code", plan.fingerprint())
                .close();
        if (!plan.decisions().isEmpty()) {
            fact("Kept because", Kept.describe(plan));
        }
        plan.savings().ifPresent(savings -> {
            fact("Saves per month", savings.toString());
            savings.gaps().forEach(gap -> html.element("dd", gap));
        });
        html.close();
        notes();
        html.close();
    }

    private void fact(String name, String value) {
        html.element("dt", name).element("dd", value);
    }

    private void unread() {
        if (plan.unreadSources().isEmpty()) {
            return;
        }
        html.open("section", "class", "alarm", "id", "unread");
        html.open("p")
                .element("strong", Words.count(plan.unreadSources().size(), "source") + " could not be read.")
                .text(
                        " Whether anything there refers to an image or needs a snapshot is not known, so all in the Region count as in use.")
                .close();
        html.open("ul");
        for (UnreadSource source : plan.unreadSources()) {
            html.element("li", source.source() + " in " + source.region() + ": " + source.why());
        }
        html.close().close();
    }

    private void tiles() {
        Tally total = Tally.of(plan.decisions());
        html.open("div", "class", "tiles");
        if (total.images() > 0) {
            tile(
                    "",
                    Words.number(total.images()),
                    Words.noun(total.images(), total.noun()) + " looked at, volumes of " + Words.gib(total.gib()));
            for (Verdict verdict : total.verdicts()) {
                tile(Words.name(verdict), Words.number(total.images(verdict)), consequence(verdict, total));
            }
        }
        long actions = plan.actions().size();
        tile("", Words.number(actions), plan.isEmpty() ? "actions: nothing to do" : Words.noun(actions, "action"));
        if (!plan.isEmpty()) {
            long lost = plan.actions().stream()
                    .filter(planned -> planned.reversibility().kind() == Reversibility.Kind.IRREVERSIBLE)
                    .count();
            tile(lost == 0 ? "" : "lost", Words.number(lost), Words.noun(lost, "action") + " cannot be undone");
        }
        html.close();
    }

    private static String consequence(Verdict verdict, Tally total) {
        return switch (verdict) {
            case KEEP -> total.images(verdict) == 1 ? "stays as it is" : "stay as they are";
            case DEREGISTER, DELETE ->
                "to " + Words.name(verdict) + ", which frees " + Words.gib(total.gib(verdict)) + " at the most";
            default -> "to " + Words.name(verdict);
        };
    }

    private void tile(String kind, String number, String what) {
        html.open("div", "class", ("tile " + kind).strip())
                .element("b", number)
                .text(" ")
                .element("span", what)
                .close();
    }

    private void notes() {
        if (!plan.notes().isEmpty()) {
            html.open("section", "class", "notes", "id", "notes").element("h2", "To know");
            html.open("ul");
            plan.notes().forEach(note -> html.element("li", note));
            html.close().close();
        }
    }

    private void sections() {
        html.open("main");
        if (!plan.decisions().isEmpty()) {
            AgeChart.write(html, plan);
        }
        HtmlActions.write(html, plan);
        if (!plan.decisions().isEmpty()) {
            HtmlDecisions.write(html, plan);
        }
        HtmlPolicy.write(html, plan);
        html.close();
    }

    private void footer() {
        html.open("footer")
                .element(
                        "p",
                        "Whoever applies a plan compares its fingerprint with the one above: the same fingerprint is the same"
                                + " plan. Right before each action its facts are read again, and what has changed is skipped.")
                .close();
    }
}
