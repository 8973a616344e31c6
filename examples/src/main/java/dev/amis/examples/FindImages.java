package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.Region;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finding images. A search always names the owner: names alone can be squatted by anyone. */
final class FindImages {

    private FindImages() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();

        Optional<Image> latest = stage.family().in(amis.find().ownedBySelf()).findLatest();
        out.println("latest    " + latest.map(Image::toString).orElse("none"));

        List<Image> arm =
                amis.find().ownedBySelf().architecture(Architecture.ARM64).list();
        out.println("arm64     " + arm.size());

        int old = amis.find()
                .ownedBySelf()
                .olderThan(Duration.ofDays(365))
                .neverLaunched()
                .includingDeprecated()
                .includingDisabled()
                .in(amis.region(), stage.destinations().toArray(Region[]::new))
                .count();
        out.println("old, never launched, here and in " + stage.destinations() + ": " + old);

        out.println(
                "nothing   " + amis.find().ownedBySelf().named("no-such-image").findLatest());
    }
}
