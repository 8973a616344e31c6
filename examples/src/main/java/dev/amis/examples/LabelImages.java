package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Image;
import java.io.PrintStream;

/** What can be changed of an image that exists: tags, description, and requiring IMDSv2. */
final class LabelImages {

    private LabelImages() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        Image image = amis.create(stage.name("web-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();

        var tagged = amis.tag(image)
                .with("Environment", "staging")
                .includingSnapshots()
                .apply();
        amis.changeDescription(image, "release candidate").apply();
        out.println(amis.requireImdsV2(image).plan().describe());
        amis.requireImdsV2(image).apply();

        Image now = amis.find().byId(image.imageId()).one();
        out.println("tags " + now.tags() + ", description '" + now.description().orElse("") + "', IMDS "
                + now.imdsSupport().map(Object::toString).orElse("not set"));
        amis.undo(tagged);
        out.println("tags " + amis.find().byId(image.imageId()).one().tags() + " after undo");
    }
}
