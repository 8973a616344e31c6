package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.model.Image;
import dev.amis.spi.BlockPublicAccessPort;
import java.io.PrintStream;

/** Making an image public takes a call of its own name, and says what it means before it does it. */
final class MakePublic {

    private MakePublic() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        Image image = amis.create(stage.name("demo-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();

        stage.inMemory("blocking public access in the account", aws -> {
            BlockPublicAccessPort guard =
                    aws.in(amis.region()).blockPublicAccess().orElseThrow();
            guard.block();
            try {
                amis.makePublic(image).plan();
            } catch (ConflictException blocked) {
                out.println("blocked   " + blocked.getMessage());
            }
            guard.unblock();
        });
        out.println(amis.makePublic(image).plan().describe());
        amis.makePublic(image).apply().orThrow();
        out.println("public    " + amis.find().byId(image.imageId()).one().isPublic());
        amis.makePrivate(image).apply().orThrow();
        out.println("public    " + amis.find().byId(image.imageId()).one().isPublic());
    }
}
