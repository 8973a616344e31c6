package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.testing.InMemoryAws;
import org.junit.jupiter.api.Test;

class CreatingTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);

    @Test
    void anImageIsMadeAwaitedAndFound() {
        Image image =
                amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();
        assertThat(amis.find().ownedBySelf().named("web-*").latest()).isEqualTo(image);
    }
}
