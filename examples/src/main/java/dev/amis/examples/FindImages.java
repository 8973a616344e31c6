package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Finding images. A search always names the owner: names alone can be squatted by anyone. */
final class FindImages {

    private FindImages() {}

    static void run(PrintStream out) {
        Amis amis = Amis.using(InMemoryAws.estate());

        Image latest = amis.find().ownedBySelf().named("WebApp-*").latest();
        out.println("latest    " + latest);

        List<Image> arm =
                amis.find().ownedBySelf().architecture(Architecture.ARM64).list();
        out.println("arm64     " + arm.size());

        int old = amis.find()
                .ownedBySelf()
                .olderThan(Duration.ofDays(365))
                .neverLaunched()
                .includingDeprecated()
                .includingDisabled()
                .in(Region.US_EAST_1, Region.EU_WEST_1, Region.US_WEST_2)
                .count();
        out.println("old, never launched, in three Regions: " + old);

        out.println(
                "nothing   " + amis.find().ownedBySelf().named("no-such-image").findLatest());
    }
}
