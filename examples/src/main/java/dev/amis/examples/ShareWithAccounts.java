package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import java.io.PrintStream;

/** Sharing an image, with its snapshots so that it can be copied, and ending it again. */
final class ShareWithAccounts {

    private ShareWithAccounts() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        AccountId partner = stage.partner().orElseThrow();
        Image image = amis.create(stage.name("web-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();

        out.println(amis.share(image).with(partner).includingSnapshots().plan().describe());
        ChangeReport shared =
                amis.share(image).with(partner).includingSnapshots().apply().orThrow();
        stage.organization()
                .ifPresent(company ->
                        amis.share(image).withOrganization(company).apply().orThrow());

        lookAsPartner(stage, partner, "");
        amis.undo(shared).orThrow();
        lookAsPartner(stage, partner, " after undo");
        out.println("launched by "
                + stage.provider().in(amis.region()).imageAttributes().describeLaunchPermissions(image.imageId()));
    }

    private static void lookAsPartner(Stage stage, AccountId account, String when) {
        stage.inMemory("a look as " + account + when, aws -> {
            Amis partner = Amis.using(aws.as(account));
            stage.out().println("partner sees " + partner.find().sharedWithMe().list() + when);
        });
    }
}
