package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What keeps an image from being deregistered, and what it does not hinder. */
abstract class ProtectionRules extends Rules {

    @Test
    void protectionWithoutCooldownIsLiftedAtOnce() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().enableImageDeregistrationProtection(image, false);
        owner.eventually(() -> assertThat(protection(image).mode()).isEqualTo(Mode.ENABLED_WITHOUT_COOLDOWN));

        owner.lifecycle().disableImageDeregistrationProtection(image);

        owner.eventually(() -> assertThat(protection(image)).isEqualTo(DeregistrationProtection.DISABLED));
        assertThat(owner.deregister(image)).isEmpty();
    }

    @Test
    void protectionWithCooldownLastsADayLonger() {
        Assumptions.assumeTrue(world.daysPassQuickly(), "a cool-down takes a day in this world");
        ImageId image = bakedImage().imageId();
        owner.lifecycle().enableImageDeregistrationProtection(image, true);
        assertThat(protection(image).mode()).isEqualTo(Mode.ENABLED_WITH_COOLDOWN);

        owner.lifecycle().disableImageDeregistrationProtection(image);

        assertThat(protection(image).mode()).isEqualTo(Mode.COOLING_DOWN);
        assertThat(protection(image).coolingDownUntil().orElseThrow())
                .isCloseTo(owner.now().plus(Duration.ofDays(1)), within(5, ChronoUnit.MINUTES));
        owner.letPass(Duration.ofHours(25));
        assertThat(protection(image).blocksAt(owner.now())).isFalse();
    }

    @Test
    void protectionDoesNotHinderDisablingDeprecatingAndSharing() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().enableImageDeregistrationProtection(image, false);

        owner.share(image, ORGANIZATION);
        owner.lifecycle().enableImageDeprecation(image, inDays(30));
        owner.lifecycle().disableImage(image);

        assertThat(owner.awaitState(image, ImageState.DISABLED).deprecationTime())
                .isPresent();
        owner.lifecycle().disableImageDeregistrationProtection(image);
    }

    private DeregistrationProtection protection(ImageId image) {
        return owner.image(image).deregistrationProtection();
    }

    private Instant inDays(int days) {
        return owner.now().plus(Duration.ofDays(days));
    }
}
