package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceReferencesTest {

    private final StubAccount account = StubAccount.create();
    private final StubRegion region = account.here();
    private final ReferenceSource source = ReferenceSource.instances();

    @Test
    void followsEveryPage() {
        for (int i = 1; i <= 5; i++) {
            region.instances.add(Samples.instance(i, Samples.imageId(i), "running"));
        }

        assertThat(source.references(region)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "running", "shutting-down", "stopping", "stopped", "hibernating"})
    void countsEveryStateButTerminated(String state) {
        region.instances.add(Samples.instance(1, Samples.imageId(7), state));

        assertThat(source.references(region))
                .containsExactly(new Reference(
                        Region.EU_WEST_1, Samples.imageId(7), "instances", "i-00000000000000001 (" + state + ")"));
    }

    @Test
    void leavesOutTerminatedInstances() {
        region.instances.add(Samples.instance(1, Samples.imageId(7), "terminated"));

        assertThat(source.references(region)).isEmpty();
    }

    @Test
    void findsTheInstancesOfOneImage() {
        region.instances.addAll(List.of(
                Samples.instance(1, Samples.imageId(7), "running"),
                Samples.instance(2, Samples.imageId(8), "running"),
                Samples.instance(3, Samples.imageId(7), "terminated")));

        assertThat(source.referencesTo(region, Set.of(Samples.imageId(7))))
                .extracting(Reference::by)
                .containsExactly("i-00000000000000001 (running)");
    }

    @Test
    void staysWithinItsRegion() {
        assertThat(source.crossesRegions()).isFalse();
    }
}
