package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.amis.Amis;
import dev.amis.model.InstanceId;
import org.junit.jupiter.api.Test;

/** The estate is an account like any other: what is made in it gets ids that nothing in it has. */
class EstateGrowthTest {

    @Test
    void newThingsHaveNewIds() {
        InMemoryAws aws = InMemoryAws.builder().instant().estate();
        Amis amis = Amis.using(aws);
        InstanceId instance = aws.runInstance();

        assertThatCode(() -> {
                    for (int number = 0; number < 500; number++) {
                        amis.create("new-" + number).fromInstance(instance).start();
                    }
                })
                .doesNotThrowAnyException();
    }
}
