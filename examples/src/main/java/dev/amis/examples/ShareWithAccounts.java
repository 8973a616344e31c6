package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.OrganizationArn;
import dev.amis.plan.ChangeReport;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;

/** Sharing an image, with its snapshots so that it can be copied, and ending it again. */
final class ShareWithAccounts {

    private static final AccountId PARTNER = AccountId.of("444455556666");
    private static final OrganizationArn COMPANY =
            OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-abcdefghij");

    private ShareWithAccounts() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Image image =
                amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();

        out.println(amis.share(image).with(PARTNER).includingSnapshots().plan().describe());
        ChangeReport shared =
                amis.share(image).with(PARTNER).includingSnapshots().apply();
        amis.share(image).withOrganization(COMPANY).apply();

        Amis partner = Amis.using(aws.as(PARTNER));
        out.println("partner sees " + partner.find().sharedWithMe().list());
        amis.undo(shared);
        out.println("partner sees " + partner.find().sharedWithMe().list() + " after undo");
    }
}
