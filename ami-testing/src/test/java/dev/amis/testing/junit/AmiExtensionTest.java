package dev.amis.testing.junit;

import static dev.amis.testing.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.testing.Estate;
import dev.amis.testing.FakeTime;
import dev.amis.testing.InMemoryAws;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class AmiExtensionTest {

    @Nested
    @ExtendWith(AmiExtension.class)
    class WithParameters {

        private final InMemoryAws ofConstructor;
        private final InMemoryAws[] ofBefore = new InMemoryAws[1];

        WithParameters(InMemoryAws aws) {
            ofConstructor = aws;
        }

        @BeforeEach
        void before(InMemoryAws aws) {
            ofBefore[0] = aws;
        }

        @Test
        void oneTestHasOneAccount(InMemoryAws aws) {
            assertThat(aws).isSameAs(ofConstructor).isSameAs(ofBefore[0]);
        }

        @Test
        void timeIsThatOfTheAccount(InMemoryAws aws, FakeTime time) {
            assertThat(time).isSameAs(aws.time());
        }

        @Test
        void amisWorksOnTheAccount(InMemoryAws aws, Amis amis) {
            Image image = amis.create("web-1.0.0")
                    .fromInstance(aws.runInstance())
                    .start()
                    .await();

            assertThat(image).isAvailable().hasName("web-1.0.0").isOwnedBy(aws.account());
        }
    }

    @Nested
    class WithAnotherStart {

        @RegisterExtension
        static final AmiExtension ESTATE = AmiExtension.of(InMemoryAws::estate);

        @Test
        void accountIsTheOneAskedFor(Amis amis) {
            assertThat(amis.find().ownedBySelf().named(Estate.WEB_APP).latest())
                    .isAvailable()
                    .hasTag("Version", "2.5.3");
        }
    }
}
