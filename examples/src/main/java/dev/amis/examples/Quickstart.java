package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.copy.CopyReport;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.naming.NamingScheme;
import dev.amis.naming.OpenName;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * The main job: an image is baked from an instance, named by a scheme, waited for, tagged, copied to two Regions and shared;
 * then an estate of old images is planned for retirement, retired, and brought back.
 */
final class Quickstart {

    private Quickstart() {}

    static void run(Stage stage) {
        Amis amis = stage.amis();
        stage.inMemory(
                "counting an estate",
                aws -> stage.out()
                        .println("An estate of "
                                + amis.find()
                                        .ownedBySelf()
                                        .includingDeprecated()
                                        .includingDisabled()
                                        .count() + " images in " + amis.region() + ", in memory."));
        Image built = bake(stage, amis);
        publish(stage, amis, built);
        retire(stage, amis);
    }

    private static Image bake(Stage stage, Amis amis) {
        PrintStream out = stage.out();
        out.println();
        out.println("1. Bake");
        NamingScheme web = NamingScheme.parse(stage.name("WebApp-v{version}-{date:yyyyMMdd}"));
        Optional<Image> latest = amis.find().ownedBySelf().named(web).findLatest();
        OpenName next = latest.map(image -> web.next(image).minor()).orElseGet(web::first);
        latest.flatMap(Image::name).ifPresent(name -> out.println("   latest    " + name));
        Image built = amis.create(next)
                .fromInstance(stage.instance())
                .noReboot()
                .tag("Application", "WebApp")
                .start()
                .onProgress(progress -> out.println("   waiting   " + progress))
                .await(Duration.ofMinutes(30));
        out.println("   built     " + built);
        return built;
    }

    private static void publish(Stage stage, Amis amis, Image built) {
        PrintStream out = stage.out();
        out.println();
        out.println("2. Copy and share");
        if (stage.destinations().isEmpty()) {
            stage.leaveOut("copies: no Region was named with --to");
        } else {
            CopyReport copies = amis.copy(built)
                    .to(stage.destinations())
                    .keepingTags()
                    .start()
                    .await(Duration.ofHours(1));
            copies.images().forEach(copy -> out.println("   copied    " + copy));
        }
        stage.partner()
                .ifPresentOrElse(
                        partner -> share(out, amis, built, partner),
                        () -> stage.leaveOut("sharing: no account was named with --partner"));
        amis.deprecate(built).in(Duration.ofDays(90)).apply();
        out.println("   deprecated in 90 days");
    }

    private static void share(PrintStream out, Amis amis, Image built, AccountId partner) {
        ChangeReport shared =
                amis.share(built).with(partner).includingSnapshots().apply();
        out.println("   shared    with " + partner + ", "
                + shared.results(Outcome.DONE).size() + " changes");
    }

    private static void retire(Stage stage, Amis amis) {
        PrintStream out = stage.out();
        out.println();
        out.println("3. Retire what is old");
        Plan plan = stage.family()
                .in(amis.cleanup())
                .keepingLatest(5)
                .keepingNewerThan(Duration.ofDays(30))
                .protectingInUse()
                .disabling()
                .plan();
        out.println(plan.describe().indent(3));
        if (!stage.mayApply()) {
            stage.leaveOut("applying it: it is about images that were there before; retire does that, with --apply");
            return;
        }
        ChangeReport report = amis.apply(plan);
        out.println("   applied   " + report.results(Outcome.DONE).size() + " of "
                + plan.actions().size() + " actions");
        ChangeReport undone = amis.undo(report);
        out.println("   undone    " + undone.results(Outcome.DONE).size() + " actions");
    }
}
