package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.launch.LaunchTemplateHandle;
import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** A launch template: made of an instance, switched from blue to green and back, looked at, and taken away again. */
final class SwitchTemplates {

    private SwitchTemplates() {}

    static void run(Stage stage) {
        Amis amis = stage.amis();
        LaunchTemplateHandle web = amis.launchTemplate(stage.name("web"));
        Image blue = bake(stage, "web-1.0.0");
        Image green = bake(stage, "web-1.1.0");
        Deque<ChangeReport> made = new ArrayDeque<>();
        try {
            made.push(web.create()
                    .fromInstance(stage.instance())
                    .image(blue)
                    .apply()
                    .orThrow());
            web.validate().forEach(finding -> stage.out().println("finding   " + finding));
            made.push(web.switchTo(green).apply().orThrow());
            show(stage.out(), web);
        } finally {
            while (!made.isEmpty()) {
                amis.undo(made.pop()).orThrow();
                stage.out().println("undone    " + (web.exists() ? "default " + web.defaultVersion() : "all of it"));
            }
        }
    }

    private static void show(PrintStream out, LaunchTemplateHandle web) {
        out.println("switched  " + web.defaultVersion());
        out.println(web.diff(1, 2).describe());
        out.println(web.prune().keepingLatest(1).plan().describe());
    }

    private static Image bake(Stage stage, String name) {
        return stage.amis()
                .create(stage.name(name))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();
    }
}
