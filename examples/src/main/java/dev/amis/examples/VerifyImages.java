package dev.amis.examples;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.model.InstanceType;
import dev.amis.model.KmsKeyId;
import dev.amis.verify.Verification;
import java.io.PrintStream;
import java.time.Duration;

/** Whether an image boots: what can be said before, a test on instances that are ended after it, and what went wrong. */
final class VerifyImages {

    private VerifyImages() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Amis amis = stage.amis();
        Image image = amis.create(stage.name("web-1.0.0"))
                .fromInstance(stage.instance())
                .noReboot()
                .start()
                .await();
        InstanceType type = InstanceType.of("t3.micro");

        out.println("fits      " + amis.diagnose(image).on(type).run().isLaunchable());
        Verification gate =
                amis.verify(image).on(type).within(Duration.ofMinutes(15)).run();
        out.print(gate.describe());
        out.println("passed    " + gate.passed());

        stage.inMemory("checks by command, and an image that does not boot", aws -> {
            aws.in(aws.region()).runCommands().answer("curl", 7, "connection refused");
            out.print(amis.verify(image)
                    .on(type)
                    .check("nginx", "curl -fsS localhost")
                    .run()
                    .describe());
            aws.faults().failNextBoot("Kernel panic - not syncing: Fatal exception");
            Verification failed = amis.verify(image).on(type).as("again").run();
            out.print(failed.describe());
            failed.instances()
                    .get(0)
                    .instanceId()
                    .ifPresent(id -> out.print(amis.diagnose(id).run().describe()));
            KmsKeyId key = aws.in(aws.region()).kmsKeys().create();
            Image secret = amis.copy(image)
                    .to(image.region())
                    .named(stage.name("web-1.0.0-encrypted"))
                    .encryptedWith(key)
                    .start()
                    .await()
                    .orThrow()
                    .images()
                    .get(0);
            aws.in(aws.region()).kmsKeys().revoke(key);
            out.print(amis.diagnose(secret).run().describe());
            out.println("swept     " + amis.sweepVerifications().run().ended().size());
        });
    }
}
