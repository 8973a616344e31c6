package dev.amis.report;

import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reversibility;
import java.util.Map;

/** What would be done, in order, and how far it can be taken back. */
final class HtmlActions {

    private final Markup html;
    private final Plan plan;

    private HtmlActions(Markup html, Plan plan) {
        this.html = html;
        this.plan = plan;
    }

    static void write(Markup html, Plan plan) {
        HtmlActions actions = new HtmlActions(html, plan);
        html.open("section", "id", "undo").element("h2", "What can be undone, and until when");
        if (plan.isEmpty()) {
            html.element("p", "Nothing to do, so nothing to undo.");
        } else {
            actions.waysBack();
        }
        html.close();
        html.open("section", "id", "actions").element("h2", "Actions, in this order");
        if (plan.isEmpty()) {
            html.element("p", "Nothing to do.");
        } else {
            actions.table();
        }
        html.close();
    }

    private void waysBack() {
        HtmlTable table = HtmlTable.open(html, "How far", "Actions:", "Until", "What comes back and what does not");
        for (WayBack way : WayBack.of(plan)) {
            table.row();
            html.element("td", Words.undo(way.kind()), "class", style(way.kind()));
            html.element("td", Words.number(way.actions()), "class", "number");
            html.open("td", "class", "until");
            way.until(plan).forEach(line -> html.element("div", line));
            html.close();
            html.element("td", way.summary(), "class", "undo").close();
        }
        table.close();
    }

    private void table() {
        Map<ImageKey, String> names = ImageKey.names(plan);
        HtmlTable table = HtmlTable.open(html, "#:", "What", "Region", "Image", "Why", "Undo");
        int number = 0;
        for (PlannedAction planned : plan.actions()) {
            number++;
            table.row();
            html.element("td", Words.number(number), "class", "number");
            html.element("td", planned.action().describe(), "class", "what");
            html.element("td", planned.action().region().toString(), "class", "id");
            html.element("td", names.getOrDefault(ImageKey.of(planned), ""), "class", "name");
            html.element("td", planned.reason(), "class", "why");
            undo(planned.reversibility());
            html.close();
        }
        table.close();
    }

    private void undo(Reversibility way) {
        html.open("td", "class", "undo");
        if (way.kind() == Reversibility.Kind.IRREVERSIBLE) {
            html.element("span", Words.undo(way.kind()), "class", style(way.kind()))
                    .text(": " + way.note());
        } else {
            html.text(way.toString());
        }
        html.close();
    }

    private static String style(Reversibility.Kind kind) {
        return kind == Reversibility.Kind.IRREVERSIBLE ? "irreversible" : "far";
    }
}
