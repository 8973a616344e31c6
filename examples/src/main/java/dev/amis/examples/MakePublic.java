package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.testing.InMemoryAws;
import java.io.PrintStream;

/** Making an image public takes a call of its own name, and says what it means before it does it. */
final class MakePublic {

    private MakePublic() {}

    static void run(PrintStream out) {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        Image image = amis.create("demo-1.0.0")
                .fromInstance(aws.runInstance())
                .start()
                .await();
        BlockPublicAccessPort guard = aws.in(amis.region()).blockPublicAccess().orElseThrow();

        guard.block();
        try {
            amis.makePublic(image).plan();
        } catch (ConflictException blocked) {
            out.println("blocked   " + blocked.getMessage());
        }
        guard.unblock();
        out.println(amis.makePublic(image).plan().describe());
        amis.makePublic(image).apply();
        out.println("public    "
                + amis.find().ownedBySelf().named("demo-1.0.0").one().isPublic());
        amis.makePrivate(image).apply();
        out.println("public    "
                + amis.find().ownedBySelf().named("demo-1.0.0").one().isPublic());
    }
}
