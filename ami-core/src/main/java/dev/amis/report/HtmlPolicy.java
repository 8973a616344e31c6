package dev.amis.report;

import dev.amis.plan.Plan;

/** The permissions that applying the plan takes. */
final class HtmlPolicy {

    private HtmlPolicy() {}

    static void write(Markup html, Plan plan) {
        if (plan.isEmpty()) {
            return;
        }
        String policy = plan.iamPolicy();
        html.open("section", "id", "policy").element("h2", "Permissions that applying takes");
        html.element(
                "p",
                "These calls on these very images and snapshots, and no others; undoing takes the opposite calls. The policy"
                        + " has " + Words.count(policy.length(), "character")
                        + ", and IAM takes up to 6,144 as a managed policy.",
                "class",
                "small");
        html.open("details").element("summary", "IAM policy as JSON");
        html.open("pre").lines(policy).close();
        html.close().close();
    }
}
