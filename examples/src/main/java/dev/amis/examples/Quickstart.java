package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.copy.CopyReport;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.naming.NamingScheme;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The main job on an in-memory account: an image is baked from an instance, named by a scheme, waited for, tagged, copied to
 * two Regions and shared; then an estate of old images is planned for retirement, retired, and brought back.
 */
final class Quickstart {

    private static final AccountId PARTNER = AccountId.of("444455556666");

    private Quickstart() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.estate();
        Amis amis = Amis.using(aws);
        out.println("An estate of "
                + amis.find()
                        .ownedBySelf()
                        .includingDeprecated()
                        .includingDisabled()
                        .count() + " images in " + amis.region() + ", in memory.");
        Image built = bake(out, aws, amis);
        publish(out, amis, built);
        retire(out, amis);
    }

    private static Image bake(PrintStream out, InMemoryAws aws, Amis amis) {
        out.println();
        out.println("1. Bake");
        NamingScheme web = NamingScheme.parse("WebApp-v{version}-{date:yyyyMMdd}");
        Image latest = amis.find().ownedBySelf().named(web).latest();
        InstanceId instance = aws.runInstance(latest.imageId());
        out.println("   latest    " + latest.name().orElseThrow());
        Image built = amis.create(web.next(latest).minor())
                .fromInstance(instance)
                .noReboot()
                .tag("Application", "WebApp")
                .start()
                .onProgress(progress -> out.println("   waiting   " + progress))
                .await(Duration.ofMinutes(30));
        out.println("   built     " + built);
        return built;
    }

    private static void publish(PrintStream out, Amis amis, Image built) {
        out.println();
        out.println("2. Copy and share");
        CopyReport copies = amis.copy(built)
                .to(Region.US_WEST_2, Region.EU_WEST_1)
                .keepingTags()
                .start()
                .await(Duration.ofHours(1));
        copies.images().forEach(copy -> out.println("   copied    " + copy));
        ChangeReport shared =
                amis.share(built).with(PARTNER).includingSnapshots().apply();
        out.println("   shared    with " + PARTNER + ", "
                + shared.results(Outcome.DONE).size() + " changes");
        amis.deprecate(built).in(Duration.ofDays(90)).apply();
        out.println("   deprecated in 90 days");
    }

    private static void retire(PrintStream out, Amis amis) {
        out.println();
        out.println("3. Retire what is old");
        Plan plan = amis.cleanup()
                .named(NamingScheme.parse("WebApp-v{version}-{date:yyyyMMdd}"))
                .keepingLatest(5)
                .keepingNewerThan(Duration.ofDays(30))
                .protectingInUse()
                .disabling()
                .plan();
        out.println(plan.describe().indent(3));
        ChangeReport report = amis.apply(plan);
        out.println("   applied   " + report.results(Outcome.DONE).size() + " of "
                + plan.actions().size() + " actions");
        ChangeReport undone = amis.undo(report);
        out.println("   undone    " + undone.results(Outcome.DONE).size() + " actions");
    }
}
